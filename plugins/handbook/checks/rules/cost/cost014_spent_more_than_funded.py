"""More was spent than has been granted so far.

Somebody else's money pays for it, or nobody's.

Fails:

```yaml title="apollo/budget.yml"
total: 120k EUR
funding:
  - {source: Innovation fund, amount: 40k EUR, on: 2026-01-05}  # COST014
  - {source: Innovation fund, amount: 80k EUR, on: 2026-06-01}
actuals:
  - {period: 2026-02, amount: 50k EUR}
```

Passes:

```yaml title="apollo/budget.yml"
total: 120k EUR
funding:
  - {source: Innovation fund, amount: 60k EUR, on: 2026-01-05}
  - {source: Innovation fund, amount: 60k EUR, on: 2026-06-01}
actuals:
  - {period: 2026-02, amount: 50k EUR}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.budgets import budgets, total
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.types.month import Month

CODE = "COST014"
NAME = "spent-more-than-funded"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Budgets with funding whose actuals exceed what may be spent on the status date."""
    today = portfolio.status_date
    for one in budgets(portfolio):
        funding = one.budget.funding
        granted = total(grant.amount for grant in funding if grant.on is None or grant.on <= today)
        actuals = (actual.amount for actual in one.budget.actuals if actual.period <= Month.of(today))
        spent = total(actuals)
        if funding and spent > granted:
            message = (
                f"expected at most {one.said(granted)} spent, as granted by {today}, found {one.said(spent)}"
            )
            cure = "add what was granted since, or stop spending"
            yield Fault.at(one.budget, "funding", message=message, cure=cure)
