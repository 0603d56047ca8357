"""A task contributes to no deliverable.

Either the task is not needed, or something is handed over that the charter does not tell of. A summary task
speaks for all tasks in it, and a task for the summary around it.

Fails:

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    duration: 20d
    deliverable: service
  dance:  # SCOPE005
    title: Rehearse the dance
    duration: 2d
```

Passes:

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    duration: 20d
    deliverable: service
  care:
    title: Look after it
    tasks:
      watch: {title: Watch the logs, duration: 2d, deliverable: service}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_complete
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.problems import Severity
from handbook.records.kinds.deliverable import Deliverable
from handbook.records.kinds.task import Task

CODE = "SCOPE005"
NAME = "task-outside-deliverables"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """The outermost tasks with no deliverable in, on or around them, in open projects with deliverables."""
    book = portfolio.book
    for project in open_projects(book):
        tasks = book.of(Task, project.id)
        if not book.of(Deliverable, project.id) or not is_complete(book, project.id, Task):
            continue
        serving = {above for task in tasks if task.deliverable for above in _upwards(task.id)}
        covered = {task.id for task in tasks if task.deliverable}
        for task in tasks:
            outermost = not task.parent or task.parent in serving
            if task.id not in serving and outermost and covered.isdisjoint(_upwards(task.parent)):
                message = f"expected the deliverable that '{task.id}' contributes to, found none"
                cure = "write 'deliverable:' in it, or in the summary task around it"
                yield Fault.at(task, message=message, cure=cure)


def _upwards(id_: str) -> Iterator[str]:
    """The id of a task and those of the summary tasks around it."""
    while id_:
        yield id_
        id_ = id_.rpartition(".")[0]
