"""A task is done, but not since when.

Without the date the plan takes it for finished when it was planned to be, or today, and nobody learns how
long such work really takes.

Fails:

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    duration: 20d
    started: 2026-01-12
    progress: 100%  # PLAN008
```

Passes:

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    duration: 20d
    started: 2026-01-12
    finished: 2026-02-06
    progress: 100%
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_written
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.kinds.task import Task

CODE = "PLAN008"
NAME = "done-without-finish-date"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Tasks with all their progress and no finish."""
    for task in portfolio.book.of(Task):
        if task.progress == 1 and task.finished is None and not is_written(task, "finished"):
            message = "expected 'finished' beside a progress of 100%, found none"
            yield Fault.at(task, "progress", message=message, cure="write when it was finished")
