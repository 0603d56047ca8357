"""In an agile project work has begun that no iteration names.

It takes time that was committed to other work. Only projects whose approach is agile and that keep iterations
are asked; what is in no iteration and not begun is the backlog.

Fails:

```yaml title="apollo/project.yml"
title: Apollo
manager: ana
sponsor: eve
status: active
approach: agile
start: 2026-01-05
```

```yaml title="apollo/iterations.yml"
I-1: {from: 2026-03-02, to: 2026-03-13}
```

```yaml title="apollo/plan.yml"
tasks:
  build: {title: Build the service, duration: 20d, started: 2026-02-16}  # ITER006
```

Passes:

```yaml title="apollo/project.yml"
title: Apollo
manager: ana
sponsor: eve
status: active
approach: agile
start: 2026-01-05
```

```yaml title="apollo/iterations.yml"
I-1: {from: 2026-03-02, to: 2026-03-13, tasks: [build]}
```

```yaml title="apollo/plan.yml"
tasks:
  build: {title: Build the service, duration: 20d, started: 2026-02-16}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import planned_projects
from handbook.problems import Severity
from handbook.records.book import Book
from handbook.records.kinds.backlog_item import BacklogItem
from handbook.records.kinds.iteration import Iteration

CODE = "ITER006"
NAME = "work-outside-iterations"
SEVERITY = Severity.INFO


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Tasks at work in agile projects with iterations, of which none names them or a summary around them."""
    book = portfolio.book
    for project in planned_projects(book):
        if project.approach != "agile" or not book.of(Iteration, project.id):
            continue
        named = _named(book, project.id)
        for entry in portfolio.plan(project.id):
            at_work = entry.state == "started" and not entry.summary and not entry.is_milestone
            if at_work and not entry.record.withheld and named.isdisjoint(_upwards(entry.record.id)):
                message = f"expected an iteration that names '{entry.record.id}', found none"
                yield Fault.at(entry.record, message=message, cure="write it under 'tasks:' of an iteration")


def _named(book: Book, project: str) -> set[str]:
    """The ids of all tasks that iterations of a project name, or items of its backlog that name one."""
    names = [name for one in book.of(Iteration, project) for name in one.tasks]
    names += [one.for_ for one in book.of(BacklogItem, project) if one.for_ and one.iteration]
    found = (book.find(name, project, ("task",)) for name in names)
    return {task.id for task in found if task}


def _upwards(id_: str) -> Iterator[str]:
    """The id of a task and those of the summary tasks around it."""
    while id_:
        yield id_
        id_ = id_.rpartition(".")[0]
