"""All of it will cost more than the budget, beyond what the manager may decide.

If the rest costs as much for its worth as what is done, the budget with its contingency is not enough. Beyond
the cost tolerance of the charter, or the red threshold of the settings (`thresholds: cost`), the sponsor must
be asked (PRINCE2, management by exception).

Fails:

```yaml title="apollo/budget.yml"
total: 120k EUR  # COST009
lines:
  L-1: {title: Development, planned: 120k EUR, wbs: [design, build]}
actuals:
  - {period: 2026-01, line: L-1, amount: 90k EUR}
```

Passes:

```yaml title="apollo/budget.yml"
total: 120k EUR
lines:
  L-1: {title: Development, planned: 120k EUR, wbs: [design, build]}
actuals:
  - {period: 2026-01, line: L-1, amount: 50k EUR}
```
"""

from collections.abc import Iterator

from handbook.analysis.dimensions.cost import CostLimits, percent
from handbook.analysis.portfolio import Portfolio
from handbook.checks.budgets import costs
from handbook.checks.rule import Fault
from handbook.problems import Severity

CODE = "COST009"
NAME = "forecast-over-budget"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Budgets whose forecast at completion exceeds them so far that cost is red."""
    for costed in costs(portfolio):
        one, cost = costed.of, costed.cost
        limits = CostLimits.of(portfolio.case(one.project.id))
        forecast, overrun = cost.forecast, cost.overrun
        if forecast is None or overrun is None or limits.colour(overrun) != "red":
            continue
        found = f"a forecast of {one.said(round(forecast, 0))}, {percent(overrun)} over it"
        message = f"expected to stay near the budget of {one.said(cost.approved)}, found {found}"
        path = ("total",) if one.budget.total else ()
        yield Fault.at(one.budget, *path, message=message, cure="ask the sponsor: less scope, or more money")
