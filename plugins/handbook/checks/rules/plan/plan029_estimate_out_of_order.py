"""The points of an estimate are out of order.

The least comes first, then the most likely, then the most. Two of them were exchanged, or one has the wrong
unit; a forecast puts them in order, which may be what nobody meant.

Fails:

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    estimate: {low: 3w, likely: 10d, high: 20d}  # PLAN029
```

Passes:

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    estimate: {low: 8d, likely: 10d, high: 20d}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.ranges import disorder
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.kinds.task import Task

CODE = "PLAN029"
NAME = "estimate-out-of-order"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Estimates whose points do not ascend."""
    for project in portfolio.book.projects:
        for task in portfolio.book.of(Task, project.id):
            if task.estimate and (found := disorder(task.estimate, portfolio.plan(project.id))):
                point, message = found
                yield Fault.at(task, "estimate", point, message=message, cure="order them low, likely, high")
