"""Something is finished before it was begun.

One of the two dates is wrong, often by its year.

Fails:

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    duration: 20d
    started: 2026-02-02
    finished: 2026-01-30  # PLAN014
```

Passes:

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    duration: 20d
    started: 2026-02-02
    finished: 2026-02-27
```
"""

from collections.abc import Iterator
from datetime import date

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.kinds.task import Task
from handbook.records.record import Record

CODE = "PLAN014"
NAME = "finish-before-start"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Tasks and projects whose finish lies before their start."""
    book = portfolio.book
    for task in book.of(Task):
        if task.started and task.finished and task.finished < task.started:
            yield _fault(task, "finished", task.started, task.finished)
    for project in book.projects:
        if project.finish and project.finish < project.start:
            yield _fault(project, "finish", project.start, project.finish)


def _fault(record: Record, field: str, start: date, finish: date) -> Fault:
    message = f"expected a day from the start, {start}, on, found {finish}"
    return Fault.at(record, field, message=message, cure="change one of the two dates")
