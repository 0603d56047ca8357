"""Money is recorded as spent or drawn in a time that is yet to come.

Until then it counts nowhere. What is ordered and not yet paid belongs under `commitments`.

Fails:

```yaml title="apollo/budget.yml"
total: 120k EUR
reserves:
  contingency: 10k EUR
  drawn:
    - {amount: 2k EUR, on: 2026-03-20, reason: Second supplier}  # COST004
actuals:
  - {period: 2026-02, amount: 20k EUR}
  - {period: 2026-04, amount: 20k EUR}  # COST004
```

Passes:

```yaml title="apollo/budget.yml"
total: 120k EUR
reserves:
  contingency: 10k EUR
  drawn:
    - {amount: 2k EUR, on: 2026-02-20, reason: Second supplier}
actuals:
  - {period: 2026-02, amount: 20k EUR}
commitments:
  - {title: Second delivery, amount: 20k EUR, until: 2026-04-30}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.kinds.budget import Budget
from handbook.records.types.month import Month

CODE = "COST004"
NAME = "spent-in-the-future"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Actuals of months, and drawdowns of days, after the status date."""
    today = portfolio.status_date
    for budget in portfolio.book.of(Budget):
        for at, actual in enumerate(budget.actuals):
            if actual.period > Month.of(today):
                message = f"expected a month up to the status date, {today}, found {actual.period}"
                cure = "until then write it under 'commitments'"
                yield Fault.at(budget, "actuals", at, "period", message=message, cure=cure)
        for at, drawn in enumerate(budget.reserves.drawn):
            if drawn.on is not None and drawn.on > today:
                message = f"expected a day up to the status date, {today}, found {drawn.on}"
                cure = "write it when it is drawn"
                yield Fault.at(budget, "reserves", "drawn", at, "on", message=message, cure=cure)
