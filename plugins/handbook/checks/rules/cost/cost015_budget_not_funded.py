"""Less money is granted than the budget needs.

The rest of the work has a plan, and nobody who pays for it.

Fails:

```yaml title="apollo/budget.yml"
total: 120k EUR
funding:
  - {source: Innovation fund, amount: 100k EUR, on: 2026-01-05}  # COST015
```

Passes:

```yaml title="apollo/budget.yml"
total: 120k EUR
funding:
  - {source: Innovation fund, amount: 100k EUR, on: 2026-01-05}
  - {source: Operations, amount: 25k EUR, on: 2026-06-01}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.budgets import budgets, total
from handbook.checks.rule import Fault
from handbook.problems import Severity

CODE = "COST015"
NAME = "budget-not-funded"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Budgets whose funding, of all dates, is less than their total."""
    for one in budgets(portfolio):
        needed, granted = one.budget.total, total(grant.amount for grant in one.budget.funding)
        if needed is not None and one.budget.funding and granted < needed.amount:
            message = f"expected funding of at least {one.said(needed.amount)}, found {one.said(granted)}"
            yield Fault.at(
                one.budget, "funding", message=message, cure="add who grants the rest, or plan less"
            )
