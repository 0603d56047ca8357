"""A task will be finished after its deadline.

A deadline does not move the plan; it only tells when it is missed. It will be, unless work is done sooner or
with less to it.

Fails:

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    duration: 20d
    deadline: 2026-03-13  # PLAN009
```

Passes:

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    duration: 20d
    deadline: 2026-04-30
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_entries
from handbook.problems import Severity
from handbook.records.kinds.task import Task

CODE = "PLAN009"
NAME = "forecast-past-deadline"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Unfinished tasks of open projects whose forecast lies after their deadline."""
    for entry in open_entries(portfolio):
        task, finish = entry.record, entry.finish.date()
        if isinstance(task, Task) and task.deadline and entry.state != "done" and finish > task.deadline:
            message = f"expected a finish by {task.deadline}, found a forecast of {finish}"
            yield Fault.at(
                task, "deadline", message=message, cure="shorten what leads to it, or move the deadline"
            )
