"""The work that is done has cost much more than it was to cost: CPI is low.

The cost performance index is earned value over actual cost. It seldom recovers by more than a tenth once a
fifth of the work is done (Christensen and Heise, 1993), so what is missing now will be missing in the end.

Fails:

```yaml title="apollo/budget.yml"
total: 120k EUR  # COST010
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
from decimal import Decimal

from pydantic import Field

from handbook.analysis.portfolio import Portfolio
from handbook.checks.budgets import below, costs
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.record import Part
from handbook.records.types.percent import Percent

CODE = "COST010"
NAME = "low-cost-efficiency"
SEVERITY = Severity.WARNING


class Options(Part):
    """How low the index may be, and from when on it is asked."""

    least: Percent = Field(0.9, description="The least index, in percent: 90% is 0.9.")
    done: Percent = Field(0.2, description="The share of the work from which on it is asked.")


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """Budgets whose CPI is below the limit, once enough of the work is done."""
    for costed in costs(portfolio):
        index = costed.cost.value.cost_performance_index
        if below(costed, index, options.least, options.done):
            value, said = costed.cost.value, costed.of.said
            earned = said(round(value.earned_value or Decimal(0), 0))
            found = f"{index:.3f}: {earned} earned for {said(value.actual_cost)} spent"
            message = f"expected a CPI of at least {options.least:.2f}, found {found}"
            path = ("total",) if costed.of.budget.total else ()
            yield Fault.at(
                costed.of.budget, *path, message=message, cure="find out what costs more, and replan the rest"
            )
