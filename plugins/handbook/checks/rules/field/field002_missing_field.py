"""A field that every such record has is missing.

Without it the record cannot be counted, planned or shown. A key with nothing behind it, or with `~` or
`null`, counts as missing too.

Fails:

```yaml title="apollo/risks.yml"
R-1:  # FIELD002
  title: The supplier goes out of business
  probability: low
  impact: minor
  status: monitoring
```

Fails:

```yaml title="apollo/risks.yml"
R-1:  # FIELD002
  title: The supplier goes out of business
  owner:
  probability: low
  impact: minor
  status: monitoring
```

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  actions:
    - due: 2026-04-01  # FIELD002
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
```
"""

from handbook.problems import Severity

CODE = "FIELD002"
NAME = "missing-field"
SEVERITY = Severity.ERROR
