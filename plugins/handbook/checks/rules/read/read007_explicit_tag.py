"""A value has a YAML tag.

Tags tell a program which type a value has, and which code to run. Here the field says the type. Text that
begins with an exclamation mark goes in quotes.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  cause: !!str One supplier only  # READ007
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  cause: '!important! One supplier only'
```
"""

from handbook.problems import Severity

CODE = "READ007"
NAME = "explicit-tag"
SEVERITY = Severity.ERROR
