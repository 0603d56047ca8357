"""A file or folder may not be read.

The system refuses it: permissions, or a broken disk. What is in it is missing from the handbook.

Fails:

```yaml title="apollo/risks.yml" mode="000"
R-1:  # READ016
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
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

CODE = "READ016"
NAME = "unreadable"
SEVERITY = Severity.ERROR
