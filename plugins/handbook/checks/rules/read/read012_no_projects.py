"""There is no folder of projects, or no project in it.

Every project is a folder in `projects`; its name is the id of the project, its charter is `project.yml`.

Fails:

```text title="." absent="yes"
projects  # READ012
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

CODE = "READ012"
NAME = "no-projects"
SEVERITY = Severity.ERROR
