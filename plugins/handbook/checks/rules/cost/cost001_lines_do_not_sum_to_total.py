"""The lines of a budget and its contingency do not add up to its total.

One of them was changed and the other was not, and nobody knows which of the two was approved. The management
reserve is not part of the total; it comes on top.

Fails:

```yaml title="apollo/budget.yml"
total: 120k EUR  # COST001
lines:
  L-1: {title: Development, planned: 80k EUR, wbs: [design, build]}
  L-2: {title: Hosting, planned: 20k EUR}
reserves: {contingency: 10k EUR, management: 10k EUR}
```

Passes:

```yaml title="apollo/budget.yml"
total: 120k EUR
lines:
  L-1: {title: Development, planned: 80k EUR, wbs: [design, build]}
  L-2: {title: Hosting, planned: 30k EUR}
reserves: {contingency: 10k EUR, management: 10k EUR}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.budgets import budgets, total
from handbook.checks.rule import Fault
from handbook.problems import Severity

CODE = "COST001"
NAME = "lines-do-not-sum-to-total"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Budgets with lines and a total that differ."""
    for one in budgets(portfolio):
        budget = one.budget
        if budget.total is None or not one.lines:
            continue
        lines = total(line.planned for line in one.lines)
        contingency = budget.reserves.contingency
        found = lines + (contingency.amount if contingency else 0)
        if found != budget.total.amount:
            parts = f"{one.said(lines)} in lines"
            if contingency:
                parts += f" and {one.said(contingency.amount)} of contingency"
            message = f"expected a total of {one.said(found)}, {parts}, found {one.said(budget.total.amount)}"
            yield Fault.at(
                budget, "total", message=message, cure="put right the total, a line or the reserve"
            )
