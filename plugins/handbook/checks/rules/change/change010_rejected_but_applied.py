"""A change was rejected, and its value stands in the record all the same.

The plan follows what was refused. Either somebody did not know, or did not mind.

Fails:

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
    - {record: M-1, field: due, from: 2026-05-29, to: 2026-06-12}  # CHANGE010
  decision: rejected
  decided_by: eve
  decided: 2026-02-16
```

Passes:

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
    - {record: M-1, field: due, from: 2026-05-29, to: 2026-06-12}
  decision: rejected
  decided_by: eve
  decided: 2026-02-16
```
"""

from collections.abc import Iterator

from handbook.analysis.change_control import holds_new, holds_old, in_force
from handbook.analysis.portfolio import Portfolio
from handbook.checks.changing import field_fault, fields_of
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.change import Change
from handbook.records.types.fault import shown

CODE = "CHANGE010"
NAME = "rejected-but-applied"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Fields that hold what a rejected change of an open project wanted, and no approved one alters."""
    book = portfolio.book
    for change in open_records(book, Change):
        if change.decision != "rejected":
            continue
        approved = in_force(book, change.project or "")
        for one, measure in fields_of(portfolio, change):
            is_applied = holds_new(one, measure) is True and holds_old(one, measure) is not True
            if is_applied and one.key not in approved and one.field.from_:
                found = f", found {shown(one.field.to)}, which was rejected"
                cure = f"put {one.record.id} back, or have a change approved"
                yield field_fault(one, one.field.from_, found, cure)
