"""A month is long over, and its costs are not closed.

As long as it is open, what was reported of it may change.

Fails:

```yaml title="apollo/budget.yml"
total: 120k EUR
actuals:
  - {period: 2026-01, amount: 20k EUR}  # COST013
```

Passes:

```yaml title="apollo/budget.yml"
total: 120k EUR
actuals:
  - {period: 2026-01, amount: 20k EUR}
closed: {2026-01: 20k EUR}
```
"""

from collections.abc import Iterator

from pydantic import Field

from handbook.analysis.portfolio import Portfolio
from handbook.checks.budgets import budgets
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.record import Part

CODE = "COST013"
NAME = "month-not-closed"
SEVERITY = Severity.INFO


class Options(Part):
    """How long a month may stay open."""

    days: int = Field(20, ge=0, description="Days after its end within which a month is to be closed.")


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """The first month of each budget with actuals that ended long ago and is not closed."""
    for one in budgets(portfolio):
        late = [
            (actual.period, at)
            for at, actual in enumerate(one.budget.actuals)
            if actual.period not in one.budget.closed
            and (portfolio.status_date - actual.period.last).days > options.days
        ]
        if late:
            month, at = min(late)
            message = f"expected {month} to be closed {options.days} days after its end, found it open"
            cure = f"write 'closed: {{{month}: …}}' with the sum of its actuals"
            yield Fault.at(one.budget, "actuals", at, message=message, cure=cure)
