"""A risk affects work that is done.

What is done can no longer be delayed or made dearer. Either the risk is over, or it threatens something else
than the record says.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The designer is ill
  cause: One person knows the design
  event: The designer is ill for weeks
  effect: The design is late
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  affects: [design]  # RISK014
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The designer is ill
  cause: One person knows the design
  event: The designer is ill for weeks
  effect: Nobody answers the questions of the builders
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  affects: [build]
```
"""

from collections.abc import Iterator
from datetime import date

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.risk import Risk
from handbook.records.kinds.task import Task
from handbook.records.record import Record

CODE = "RISK014"
NAME = "affects-finished-work"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Finished tasks and reached milestones that open risks say they affect."""
    for risk in open_records(portfolio.book, Risk):
        for at, effect in enumerate(risk.affects if risk.is_open else ()):
            if done := _done(portfolio.book.find(effect.record, risk.project)):
                message = f"expected work that is not done, found '{effect.record}', which was done on {done}"
                cure = "name what it threatens now, or close the risk"
                yield Fault.at(risk, "affects", at, message=message, cure=cure)


def _done(record: Record | None) -> date | None:
    """When a task or milestone was done; None if it was not, or is something else."""
    if isinstance(record, Task):
        return record.finished
    return record.reached if isinstance(record, Milestone) else None
