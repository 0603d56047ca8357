"""A task is forecast to finish after the last iteration that names it.

It will not be done in the time box it was committed for. Take it out, or make it smaller.

Fails:

```yaml title="apollo/iterations.yml"
I-1: {from: 2026-03-02, to: 2026-03-13, tasks: [build]}  # ITER008
```

```yaml title="apollo/plan.yml"
tasks:
  build: {title: Build the service, duration: 20d, started: 2026-02-16, remaining: 15d}
```

Passes:

```yaml title="apollo/iterations.yml"
I-1: {from: 2026-03-02, to: 2026-03-13, tasks: [build]}
```

```yaml title="apollo/plan.yml"
tasks:
  build: {title: Build the service, duration: 20d, started: 2026-02-16, remaining: 8d}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import planned_projects
from handbook.problems import Severity
from handbook.records.book import Book
from handbook.records.kinds.iteration import Iteration
from handbook.records.kinds.task import Task

CODE = "ITER008"
NAME = "task-outside-its-iteration"
SEVERITY = Severity.INFO


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Tasks of iterations that have not ended whose forecast lies after the last of them."""
    for project in planned_projects(portfolio.book):
        plan = portfolio.plan(project.id)
        for task, (iteration, at) in _last(portfolio.book, project.id).items():
            entry = plan.by_address.get(task)
            if entry is None or entry.state == "done" or iteration.to < plan.status_date:
                continue
            if entry.finish.date() > iteration.to:
                expected = f"expected '{entry.record.id}' to finish by {iteration.to}, when it ends"
                message = f"{expected}, found a forecast of {entry.finish.date()}"
                cure = "take it out, or make it smaller"
                yield Fault.at(iteration, "tasks", at, message=message, cure=cure)


def _last(book: Book, project: str) -> dict[str, tuple[Iteration, int]]:
    """By the address of a task, the last iteration that names it, and where."""
    found: dict[str, tuple[Iteration, int]] = {}
    for iteration in sorted(book.of(Iteration, project), key=lambda one: one.to):
        for at, name in enumerate(iteration.tasks):
            task = book.find(name, project, ("task",))
            if isinstance(task, Task):
                found[task.address.casefold()] = (iteration, at)
    return found
