"""More was taken out of a reserve than there is in it.

Somebody has released money that nobody has granted. A reserve is raised by whoever approved it, not by
spending it.

Fails:

```yaml title="apollo/budget.yml"
total: 120k EUR
reserves:
  contingency: 10k EUR
  drawn:
    - {amount: 8k EUR, on: 2026-01-20, reason: Second supplier}
    - {amount: 3k EUR, on: 2026-02-20, reason: Overtime}  # COST006
```

Passes:

```yaml title="apollo/budget.yml"
total: 120k EUR
reserves:
  contingency: 10k EUR
  management: 5k EUR
  drawn:
    - {amount: 8k EUR, on: 2026-01-20, reason: Second supplier}
    - {reserve: management, amount: 3k EUR, on: 2026-02-20, reason: Overtime}
```
"""

from collections.abc import Iterator
from decimal import Decimal

from handbook.analysis.portfolio import Portfolio
from handbook.checks.budgets import Budgeted, budgets
from handbook.checks.rule import Fault
from handbook.problems import Severity

CODE = "COST006"
NAME = "reserve-overdrawn"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Reserves that were overdrawn, in the place of the drawdown with which they were."""
    for one in budgets(portfolio):
        yield from _overdrawn(one, "contingency")
        yield from _overdrawn(one, "management")


def _overdrawn(one: Budgeted, reserve: str) -> Iterator[Fault]:
    reserves = one.budget.reserves
    granted = reserves.contingency if reserve == "contingency" else reserves.management
    there, taken = granted.amount if granted else Decimal(0), Decimal(0)
    for at, drawn in enumerate(reserves.drawn):
        if drawn.reserve != reserve:
            continue
        taken += drawn.amount.amount
        if taken > there:
            limit = f"at most {one.said(there)} out of the {reserve} reserve"
            message = f"expected {limit}, found {one.said(taken)} drawn so far"
            path = ("reserves", "drawn", at)
            yield Fault.at(
                one.budget, *path, message=message, cure="have the reserve raised, or take it elsewhere"
            )
            return
