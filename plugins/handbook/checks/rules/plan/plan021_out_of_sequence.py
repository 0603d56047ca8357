"""Work has begun although what it waits for is not done.

Either it need not wait, and the link is wrong, or it is built on something that may still change.

Fails:

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design the service, duration: 10d, started: 2026-02-23}
  build:
    title: Build the service
    duration: 20d
    after: [design]  # PLAN021
    started: 2026-02-25
```

Passes:

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design the service, duration: 10d, started: 2026-02-23}
  build:
    title: Build the service
    duration: 20d
    after: [design SS+2d]
    started: 2026-02-25
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import planned_projects
from handbook.problems import Severity
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.task import Task
from handbook.records.record import Record

CODE = "PLAN021"
NAME = "out-of-sequence"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Begun tasks of open projects with a finish-to-start link, without a lead, from unfinished work."""
    book = portfolio.book
    for project in planned_projects(book):
        for task in book.of(Task, project.id):
            for at, link in enumerate(task.after if task.started or task.finished else ()):
                before = book.find(link.target, project.id, ("task", "milestone"))
                if link.type == "FS" and not link.lead and before and not _is_done(portfolio, before):
                    message = (
                        f"expected '{link.target}' to be done before '{task.id}' began, found it unfinished"
                    )
                    cure = "make it an SS link, or write when it was finished"
                    yield Fault.at(task, "after", at, message=message, cure=cure)


def _is_done(portfolio: Portfolio, record: Record) -> bool:
    """Whether a task or milestone is done; one of which nothing is known counts as done."""
    if not isinstance(record, (Task, Milestone)) or not record.project or record.withheld:
        return True
    entry = portfolio.plan(record.project).entry(record)
    return entry is None or entry.state == "done"
