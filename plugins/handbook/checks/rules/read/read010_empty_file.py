"""A file has nothing in it.

A file without records is one that somebody began and forgot, or emptied by mistake.

Fails:

```yaml title="apollo/risks.yml"
# risks of the project  # READ010
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

CODE = "READ010"
NAME = "empty-file"
SEVERITY = Severity.ERROR
