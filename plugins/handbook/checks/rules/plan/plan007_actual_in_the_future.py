"""Something is recorded as having happened on a day that is yet to come.

The plan would believe it. What is expected belongs into 'expected', 'remaining' or the durations.

Fails:

```yaml title="apollo/plan.yml"
milestones:
  M-1:
    title: Go-live
    due: 2026-05-29
    reached: 2026-05-29  # PLAN007
```

Passes:

```yaml title="apollo/plan.yml"
milestones:
  M-1:
    title: Go-live
    due: 2026-05-29
    expected: 2026-05-29
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.task import Task

CODE = "PLAN007"
NAME = "actual-in-the-future"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Actual dates of tasks and milestones after the status date."""
    book = portfolio.book
    for task in book.of(Task):
        yield from _future(portfolio, task, "started", "finished")
    for milestone in book.of(Milestone):
        yield from _future(portfolio, milestone, "reached")


def _future(portfolio: Portfolio, record: Task | Milestone, *fields: str) -> Iterator[Fault]:
    for field in fields:
        day = getattr(record, field)
        if day is not None and day > portfolio.status_date:
            message = f"expected a day up to the status date, {portfolio.status_date}, found {day}"
            yield Fault.at(record, field, message=message, cure=f"remove '{field}' until it has happened")
