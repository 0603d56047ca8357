"""Lists and mappings are nested too deeply.

More than 32 levels mean nothing to a reader, and some thousand levels end the process that reads them.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]  # READ005
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

CODE = "READ005"
NAME = "too-deep"
SEVERITY = Severity.ERROR
