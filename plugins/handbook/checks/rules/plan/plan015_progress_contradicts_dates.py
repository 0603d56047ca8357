"""What a task says about its progress contradicts its dates.

The plan has to believe one of them, and a reader cannot know which.

Fails:

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    duration: 20d
    started: 2026-01-12
    finished: 2026-02-06
    progress: 80%  # PLAN015
  write:
    title: Write the manual
    duration: 5d
    progress: 20%  # PLAN015
```

Passes:

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    duration: 20d
    started: 2026-01-12
    finished: 2026-02-06
  write:
    title: Write the manual
    duration: 5d
    started: 2026-02-27
    progress: 20%
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_written
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.kinds.task import Task

CODE = "PLAN015"
NAME = "progress-contradicts-dates"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Progress or remaining work of tasks that does not go with their start and finish."""
    for task in portfolio.book.of(Task):
        left = task.remaining is not None and task.remaining.amount > 0
        if task.finished and task.progress is not None and task.progress < 1:
            message = (
                f"expected 100% of a task that was finished on {task.finished}, found {task.progress:.0%}"
            )
            yield Fault.at(task, "progress", message=message, cure="remove 'progress', or 'finished'")
        if left and (task.finished or task.progress == 1):
            message = f"expected nothing to remain of a task that is done, found {task.remaining}"
            yield Fault.at(
                task, "remaining", message=message, cure="remove 'remaining', or what says it is done"
            )
        if task.progress and not (task.started or task.finished or is_written(task, "started")):
            message = f"expected 'started' beside a progress of {task.progress:.0%}, found none"
            yield Fault.at(task, "progress", message=message, cure="write when it was begun")
