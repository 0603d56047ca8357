"""No task and no milestone of the plan brings about a deliverable.

It is promised, but no work is planned for it: the work is missing, or it does not say what it is for.

Fails:

```yaml title="apollo/project.yml"
title: Apollo
manager: ana
sponsor: eve
status: active
start: 2026-01-05
deliverables:
  service:  # SCOPE004
    title: Ordering service
    owner: ana
    acceptance_criteria: [all contract tests pass]
```

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    duration: 20d
```

Passes:

```yaml title="apollo/project.yml"
title: Apollo
manager: ana
sponsor: eve
status: active
start: 2026-01-05
deliverables:
  service:
    title: Ordering service
    owner: ana
    acceptance_criteria: [all contract tests pass]
```

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    duration: 20d
    deliverable: service
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_complete
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.problems import Severity
from handbook.records.kinds.deliverable import Deliverable
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.task import Task

CODE = "SCOPE004"
NAME = "deliverable-without-work"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Deliverables that no work names, in open projects that have a plan which was read as a whole."""
    book = portfolio.book
    for project in open_projects(book):
        if not book.of(Task, project.id) or not is_complete(book, project.id, Task, Milestone):
            continue
        for deliverable in book.of(Deliverable, project.id):
            if not any(isinstance(c.record, (Task, Milestone)) for c in book.citations(deliverable)):
                message = f"expected a task or milestone for '{deliverable.id}', found none"
                cure = f"write 'deliverable: {deliverable.id}' in the tasks that bring it about"
                yield Fault.at(deliverable, message=message, cure=cure)
