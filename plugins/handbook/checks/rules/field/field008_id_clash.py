"""Two records have the same id.

Ids are compared without case, within a project and a kind of record; tasks and milestones share theirs. A
record may be a file of its own or stand in the file of its kind, but not both.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
r-1:  # FIELD008
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
```

Fails:

```yaml title="apollo/plan.yml"
tasks:
  go-live: {title: Switch over, duration: 1d}
milestones:
  Go-live: {title: Online, after: [go-live]}  # FIELD008
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
R-2:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
```
"""

from handbook.problems import Severity

CODE = "FIELD008"
NAME = "id-clash"
SEVERITY = Severity.ERROR
