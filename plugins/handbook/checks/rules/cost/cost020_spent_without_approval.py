"""Money is spent or ordered from a budget that nobody has approved.

Until somebody with authority says so, with a date, the budget is a wish.

Fails:

```yaml title="apollo/budget.yml"
total: 120k EUR  # COST020
actuals:
  - {period: 2026-01, amount: 20k EUR}
```

Passes:

```yaml title="apollo/budget.yml"
total: 120k EUR
approved_by: eve
approved: 2026-01-07
actuals:
  - {period: 2026-01, amount: 20k EUR}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.budgets import budgets
from handbook.checks.rule import Fault
from handbook.problems import Severity

CODE = "COST020"
NAME = "spent-without-approval"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Budgets with actuals or commitments and without the name or the date of an approval."""
    for one in budgets(portfolio):
        budget = one.budget
        missing = [name for name in ("approved_by", "approved") if getattr(budget, name) is None]
        if missing and (budget.actuals or budget.commitments):
            message = "expected a budget that is approved before money is spent, found no approval"
            yield Fault.at(budget, message=message, cure=f"write '{missing[0]}:'")
