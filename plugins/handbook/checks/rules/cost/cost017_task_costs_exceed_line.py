"""The tasks that a budget line pays for cost more than it has.

One of both was changed and the other was not.

Fails:

```yaml title="apollo/budget.yml"
lines:
  L-1: {title: Development, planned: 20k EUR, wbs: [design, build]}  # COST017
```

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design the service, duration: 10d, cost: 5k EUR}
  build: {title: Build the service, duration: 20d, cost: 18k EUR}
```

Passes:

```yaml title="apollo/budget.yml"
lines:
  L-1: {title: Development, planned: 23k EUR, wbs: [design, build]}
```

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design the service, duration: 10d, cost: 5k EUR}
  build: {title: Build the service, duration: 20d, cost: 18k EUR}
```
"""

from collections import Counter
from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.budgets import costs, total
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.sums import foreign_sums

CODE = "COST017"
NAME = "task-costs-exceed-line"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Lines whose tasks, as far as no other line pays for them too, have costs above their budget."""
    for costed in costs(portfolio):
        one, accounts = costed.of, costed.cost.accounts
        paid = Counter(task.id for account in accounts if account.line for task in account.tasks)
        for account in accounts:
            own = [task for task in account.tasks if task.cost and paid[task.id] == 1]
            if account.line is None or any(any(foreign_sums(task, one.currency)) for task in own):
                continue
            costs_ = total(task.cost for task in own if task.cost)
            if costs_ > account.budget:
                message = f"expected tasks of at most {one.said(account.budget)}, found {one.said(costs_)}"
                cure = "put right 'planned' or the 'cost' of a task"
                yield Fault.at(account.line, "wbs", message=message, cure=cure)
