"""The settings choose rules or projects that do not exist.

A misspelt code selects nothing and ignores nothing, and nobody notices.

Fails:

```yaml title="handbook.yml"
status_date: 2026-03-02
rules:
  ignore: [RSIK005]  # CHECK004
  projects:
    apolo:  # CHECK004
      ignore: [RISK005]
```

Passes:

```yaml title="handbook.yml"
status_date: 2026-03-02
rules:
  ignore: [RISK005]
  projects:
    apollo:
      ignore: [RISK]
```
"""

from handbook.problems import Severity

CODE = "CHECK004"
NAME = "unknown-rule"
SEVERITY = Severity.ERROR
