"""What was spent in a closed month is not what it was when the month was closed.

Others have reported on the sum. Corrections belong into the month that is open, where everybody sees them.

Fails:

```yaml title="apollo/budget.yml"
total: 120k EUR
actuals:
  - {period: 2026-01, amount: 20k EUR}
  - {period: 2026-01, amount: -2k EUR, text: Credit note}
closed:
  2026-01: 20k EUR  # COST012
```

Passes:

```yaml title="apollo/budget.yml"
total: 120k EUR
actuals:
  - {period: 2026-01, amount: 20k EUR}
  - {period: 2026-02, amount: -2k EUR, text: Credit note of January}
closed: {2026-01: 20k EUR}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.budgets import budgets, total
from handbook.checks.rule import Fault
from handbook.problems import Severity

CODE = "COST012"
NAME = "closed-month-edited"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Closed months whose actuals have another sum than the one that was written at closing."""
    for one in budgets(portfolio):
        for month, then in one.budget.closed.items():
            now = total(actual.amount for actual in one.budget.actuals if actual.period == month)
            if now != then.amount:
                message = (
                    f"expected {one.said(then.amount)} as when {month} was closed, found {one.said(now)}"
                )
                cure = "restore the entries, and correct in the month that is open"
                yield Fault.at(one.budget, "closed", str(month), message=message, cure=cure)
