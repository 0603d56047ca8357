"""A change that waits for its decision stands in the record already.

The records promise what nobody has agreed to. Forecasts are left alone: the duration of a task, its links and
what remains of it may tell the truth while the decision waits.

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
  changes:
    - {record: M-1, field: due, from: 2026-05-29, to: 2026-06-12}  # CHANGE013
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
  changes:
    - {record: M-1, field: due, from: 2026-05-29, to: 2026-06-12}
```
"""

from collections.abc import Iterator

from handbook.analysis.change_control import Altered, holds_new, holds_old, in_force
from handbook.analysis.portfolio import Portfolio
from handbook.checks.changing import field_fault, fields_of, open_changes
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.types.fault import shown

CODE = "CHANGE013"
NAME = "applied-before-decided"
SEVERITY = Severity.WARNING

_FORECASTS = frozenset(
    (
        "after",
        "assigned",
        "constraint",
        "duration",
        "effort",
        "estimate",
        "expected",
        "one_of",
        "progress",
        "remaining",
    )
)


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Fields that hold what an open change wants, and no approved one alters."""
    for change in open_changes(portfolio):
        approved = in_force(portfolio.book, change.project or "")
        for one, measure in fields_of(portfolio, change):
            is_applied = holds_new(one, measure) is True and holds_old(one, measure) is False
            if is_applied and one.key not in approved and _field(one) not in _FORECASTS:
                found = f" until it is decided, found {shown(one.field.to)}"
                cure = f"decide it, or put {one.record.id} back"
                yield field_fault(one, one.field.from_, found, cure)


def _field(one: Altered) -> str:
    """The field of the record that is altered, in whole or in part."""
    return one.key[1].partition(".")[0]
