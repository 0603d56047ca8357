"""A task has been at work for longer than it was to take, and does not say what remains.

The plan still counts with the old duration. Whoever does the work knows better by now.

Fails:

```yaml title="apollo/plan.yml"
tasks:
  build:  # PLAN017
    title: Build the service
    duration: 20d
    started: 2026-01-05
    progress: 50%
```

Passes:

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    duration: 20d
    started: 2026-01-05
    progress: 50%
    remaining: 8d
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_written
from handbook.checks.rule import Fault
from handbook.checks.standing import open_entries
from handbook.problems import Severity
from handbook.records.kinds.task import Task

CODE = "PLAN017"
NAME = "stale-progress"
SEVERITY = Severity.WARNING

_DAY = 24 * 60


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Unfinished tasks of open projects whose duration has passed since they were begun."""
    for entry in open_entries(portfolio):
        task = entry.record
        if (
            isinstance(task, Task)
            and entry.state == "started"
            and not entry.summary
            and _is_over(portfolio, task)
        ):
            message = f"expected what remains of '{task.id}', begun on {task.started}, found none"
            yield Fault.at(task, message=message, cure="write 'remaining:' and the time still needed")


def _is_over(portfolio: Portfolio, task: Task) -> bool:
    """Whether the time a task was to take has passed since it was begun, and nothing newer is known."""
    plan = portfolio.plan(task.project or "")
    length = task.duration or (task.estimate.likely if task.estimate else None)
    if length is None or task.started is None or task.remaining or is_written(task, "remaining"):
        return False
    if length.elapsed:
        return (plan.status_date - task.started).days * _DAY > length.minutes(_DAY, 7 * _DAY)
    worked = plan.working_days(task.started, plan.status_date) * plan.day_minutes
    return worked > length.minutes(plan.day_minutes, 5 * plan.day_minutes)
