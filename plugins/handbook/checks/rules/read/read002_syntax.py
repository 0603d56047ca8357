"""A file is not valid YAML.

Nothing in the file can be read, so nothing may be published. The usual causes: a title that holds a colon
and is not in quotes, a tab in the indentation, brackets or quotes that are not closed.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: Reorganisation: phase 2  # READ002
  owner: ana
```

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: 'Reorganisation: phase 2'
   owner: ana  # READ002
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: 'Reorganisation: phase 2'
  owner: ana
  probability: low
  impact: minor
  status: monitoring
```
"""

from handbook.problems import Severity

CODE = "READ002"
NAME = "syntax"
SEVERITY = Severity.ERROR
