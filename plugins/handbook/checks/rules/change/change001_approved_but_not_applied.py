"""A change was approved, and the record still holds the old value.

Who reads the plan sees what holds no longer; who reads the change believes that it is done. Values are
compared by what they mean: `2w` is `10d`. Of several approved changes to one field the last one counts.

Fails:

```yaml title="apollo/plan.yml"
tasks:
  build: {title: Build the service, duration: 20d}
milestones:
  M-1: {title: Go-live, after: [build], due: 2026-05-29}
```

```yaml title="apollo/changes.yml"
CR-1:
  title: Go live two weeks later
  requested_by: tom
  raised: 2026-02-10
  impact: {time: 10d}
  changes:
    - {record: M-1, field: due, from: 2026-05-29, to: 2026-06-12}  # CHANGE001
  decision: approved
  decided_by: eve
  decided: 2026-02-16
```

Passes:

```yaml title="apollo/plan.yml"
tasks:
  build: {title: Build the service, duration: 20d}
milestones:
  M-1: {title: Go-live, after: [build], due: 2026-06-12}
```

```yaml title="apollo/changes.yml"
CR-1:
  title: Go live two weeks later
  requested_by: tom
  raised: 2026-02-10
  impact: {time: 10d}
  changes:
    - {record: M-1, field: due, from: 2026-05-29, to: 2026-06-12}
  decision: approved
  decided_by: eve
  decided: 2026-02-16
```
"""

from collections.abc import Iterator

from handbook.analysis.change_control import holds_new, holds_old, in_force, measure_of
from handbook.analysis.portfolio import Portfolio
from handbook.checks.changing import field_fault
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.problems import Severity
from handbook.records.types.fault import shown

CODE = "CHANGE001"
NAME = "approved-but-not-applied"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Fields of open projects that an approved change alters and that hold what stood there before it."""
    book = portfolio.book
    for project in open_projects(book):
        for one in in_force(book, project.id).values():
            owner = one.record.project or project.id
            measure = measure_of(book, portfolio.plan(owner), owner)
            is_old = holds_old(one, measure)
            if holds_new(one, measure) is False and is_old is not False:
                found = f"the old value {shown(one.field.from_)}" if is_old else "another value"
                cure = f"write it in {one.record.id}, or decide anew"
                yield field_fault(one, one.field.to, f", found {found}", cure)
