"""A date lies before the start of the project.

Nothing of a project can happen before it begins. The date is mistyped, or the start in the charter is too
late.

Fails:

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    duration: 20d
    started: 2025-02-02  # PLAN006
```

Passes:

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    duration: 20d
    started: 2026-02-02
```
"""

from collections.abc import Iterator
from datetime import date

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.problems import Severity
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.project import Project
from handbook.records.kinds.task import Task
from handbook.records.record import Record

CODE = "PLAN006"
NAME = "date-before-project-start"
SEVERITY = Severity.ERROR

_TASK = ("started", "finished", "deadline")
_MILESTONE = ("due", "expected", "reached")


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Dates of tasks and milestones before the start that the charter names."""
    book = portfolio.book
    for project in open_projects(book):
        for task in book.of(Task, project.id):
            yield from _early(project, task, _TASK)
            constraint = task.constraint
            if constraint and constraint.date and constraint.date < project.start:
                yield _fault(project, task, constraint.date, "constraint", "date")
        for milestone in book.of(Milestone, project.id):
            yield from _early(project, milestone, _MILESTONE)


def _early(project: Project, record: Task | Milestone, fields: tuple[str, ...]) -> Iterator[Fault]:
    for field in fields:
        day = getattr(record, field)
        if day is not None and day < project.start:
            yield _fault(project, record, day, field)


def _fault(project: Project, record: Record, day: date, *path: str) -> Fault:
    message = f"expected a day from the start of the project, {project.start}, on, found {day}"
    return Fault.at(record, *path, message=message, cure="change this date, or the start in the charter")
