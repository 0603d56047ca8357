"""A constraint has no date, or one that it cannot use.

All types but ASAP and ALAP say something about a date; without it they bind nothing.

Fails:

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    duration: 20d
    constraint: {type: SNET}  # PLAN013
```

Passes:

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    duration: 20d
    constraint: {type: SNET, date: 2026-03-09}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_written
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.kinds.task import Task

CODE = "PLAN013"
NAME = "constraint-without-date"
SEVERITY = Severity.ERROR

_DATELESS = ("ASAP", "ALAP")


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Constraints whose type and date do not fit together."""
    for task in portfolio.book.of(Task):
        constraint = task.constraint
        if constraint is None:
            continue
        if constraint.type in _DATELESS and constraint.date:
            message = f"expected no date with {constraint.type}, found {constraint.date}"
            yield Fault.at(
                task, "constraint", "date", message=message, cure="remove it, or choose another type"
            )
        if (
            constraint.type not in _DATELESS
            and constraint.date is None
            and not is_written(task, "constraint", "date")
        ):
            message = f"expected a date with {constraint.type}, found none"
            yield Fault.at(
                task, "constraint", key=True, message=message, cure="write 'date:' beside the type"
            )
