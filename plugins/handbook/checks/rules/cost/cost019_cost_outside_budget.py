"""A task costs money, and no line of the budget pays for it.

The budget was made without it, or its line forgets it.

Fails:

```yaml title="apollo/budget.yml"
lines:
  L-1: {title: Development, planned: 20k EUR, wbs: design}
```

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design the service, duration: 10d}
  build:
    title: Build the service
    duration: 20d
    cost: 18k EUR  # COST019
```

Passes:

```yaml title="apollo/budget.yml"
lines:
  L-1: {title: Development, planned: 20k EUR, wbs: [design, build]}
```

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design the service, duration: 10d}
  build: {title: Build the service, duration: 20d, cost: 18k EUR}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.budgets import costs
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.kinds.task import Task

CODE = "COST019"
NAME = "cost-outside-budget"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Tasks with a cost that belong to no line, in budgets that have lines."""
    for costed in costs(portfolio):
        paid = {task.id for account in costed.cost.accounts for task in account.tasks}
        summaries = {task.parent for task in portfolio.book.of(Task, costed.of.project.id)}
        for task in portfolio.book.of(Task, costed.of.project.id) if costed.of.lines else ():
            if task.cost is not None and task.id not in paid | summaries:
                message = "expected a line of the budget that pays for it, found none"
                cure = f"add '{task.id}' to the 'wbs' of a line"
                yield Fault.at(task, "cost", message=message, cure=cure)
