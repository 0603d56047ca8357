"""Less than nothing is planned, set aside, granted or ordered.

Savings lower the line where they are made. An entry below zero is for corrections of what was spent.

Fails:

```yaml title="apollo/budget.yml"
lines:
  L-1: {title: Development, planned: 80k EUR, wbs: [design, build]}
  L-2: {title: Savings by reuse, planned: -5k EUR}  # COST021
```

Passes:

```yaml title="apollo/budget.yml"
lines:
  L-1: {title: Development, planned: 75k EUR, wbs: [design, build]}
actuals:
  - {period: 2026-01, line: L-1, amount: 20k EUR}
  - {period: 2026-02, line: L-1, amount: -1k EUR, text: Credit note}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.budgets import budgets
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.sums import sums

CODE = "COST021"
NAME = "planned-below-zero"
SEVERITY = Severity.ERROR


_MAY_BE_NEGATIVE = ("actuals", "closed")


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Sums below zero in budgets and their lines, but for actuals and what months were closed with."""
    for one in budgets(portfolio):
        for record in (one.budget, *one.lines):
            for money, path in sums(record):
                if money.amount < 0 and path[0] not in _MAY_BE_NEGATIVE:
                    message = f"expected an amount of at least 0, found {one.said(money.amount)}"
                    yield Fault.at(
                        record, *path, message=message, cure="lower the amount that it is taken from"
                    )
