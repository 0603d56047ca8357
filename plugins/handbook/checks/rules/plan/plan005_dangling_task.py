"""Nothing waits for a task.

Every task leads to something: another task, a milestone. If nothing waits for it, its delay is seen by
nobody, and it is never critical (DCMA 14-point assessment, metric 1). A link from the summary around it
counts too.

Fails:

```yaml title="apollo/plan.yml"
tasks:
  build: {title: Build the service, duration: 20d}
  write:  # PLAN005
    title: Write the manual
    duration: 5d
milestones:
  M-1: {title: Go-live, after: [build], due: 2026-05-29}
```

Passes:

```yaml title="apollo/plan.yml"
tasks:
  build: {title: Build the service, duration: 20d}
  write: {title: Write the manual, duration: 5d}
milestones:
  M-1: {title: Go-live, after: [build, write], due: 2026-05-29}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_complete
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.problems import Severity
from handbook.records.book import Book
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.task import Task

CODE = "PLAN005"
NAME = "dangling-task"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Unfinished tasks that nothing follows, in open projects with milestones."""
    book = portfolio.book
    for project in open_projects(book):
        if not book.of(Milestone, project.id) or not is_complete(book, project.id, Task, Milestone):
            continue
        awaited = {task.id for task in book.of(Task, project.id) if _is_awaited(book, task)}
        for entry in portfolio.plan(project.id):
            task = entry.record
            dangling = not entry.summary and entry.state != "done" and awaited.isdisjoint(_upwards(task.id))
            if dangling and isinstance(task, Task) and not task.withheld:
                message = f"expected a task or milestone that waits for '{task.id}', found none"
                yield Fault.at(
                    task, message=message, cure=f"write '{task.id}' under 'after:' of what needs it"
                )


def _is_awaited(book: Book, task: Task) -> bool:
    """Whether any task or milestone waits for a task."""
    return any(citation.path[0] == "after" for citation in book.citations(task))


def _upwards(id_: str) -> Iterator[str]:
    """The id of a task and those of the summary tasks around it."""
    while id_:
        yield id_
        id_ = id_.rpartition(".")[0]
