"""A task does not say how long it takes.

It is planned as if it took no time, so everything after it comes too early.

Fails:

```yaml title="apollo/plan.yml"
tasks:
  build:  # PLAN004
    title: Build the service
```

Passes:

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    estimate: {low: 8d, likely: 10d, high: 18d}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_written
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.problems import Severity

CODE = "PLAN004"
NAME = "no-duration"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """The tasks of open projects for which planning found no length."""
    for project in open_projects(portfolio.book):
        for fault in portfolio.plan(project.id).faults:
            if fault.kind == "no-duration":
                task = fault.records[0]
                if not any(is_written(task, field) for field in ("duration", "estimate", "effort")):
                    message = f"expected 'duration', 'estimate' or 'effort' of '{task.id}', found none"
                    yield Fault.at(task, message=message, cure="write how long it takes: 'duration: 3d'")
