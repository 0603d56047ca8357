"""A budget line names no task that it pays for.

Nothing tells how much of its work is done: it earns what was planned, and is never late. That is right for
rent and hosting (level of effort), and wrong for work that ends.

Fails:

```yaml title="apollo/budget.yml"
lines:
  L-1:  # COST018
    title: Development
    planned: 80k EUR
```

Passes:

```yaml title="apollo/budget.yml"
lines:
  L-1: {title: Development, planned: 80k EUR, wbs: [design, build]}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.budgets import budgets
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.kinds.task import Task

CODE = "COST018"
NAME = "line-without-task"
SEVERITY = Severity.INFO


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Lines without tasks, in projects that have some."""
    for one in budgets(portfolio):
        for line in one.lines:
            if not line.wbs and portfolio.book.of(Task, one.project.id):
                message = "expected the tasks that the line pays for, found none"
                cure = "write 'wbs:', or leave it if the money is spent whatever is done"
                yield Fault.at(line, message=message, cure=cure)
