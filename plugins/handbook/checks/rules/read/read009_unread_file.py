"""A file lies where records are read, and nothing reads it.

Usually its name is misspelt, and its records are missing without anybody noticing. Pages of a project stand
in `pages`; names that begin with a dot, folders that begin with an underscore, and `README.md` may stand
anywhere.

Fails:

```yaml title="apollo/risk.yml"
R-1:  # READ009
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
```

Fails:

```yaml title="apollo/issues.yaml"
I-1: {title: The test bench is broken}  # READ009
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

```markdown title="apollo/pages/how-we-work.md"
# How we work
```
"""

from handbook.problems import Severity

CODE = "READ009"
NAME = "unread-file"
SEVERITY = Severity.WARNING
