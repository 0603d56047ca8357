"""More is spent and ordered on a budget line than was planned for it.

What is ordered will be paid. Move money to the line, from a reserve or by a change, before the rest of it is
ordered.

Fails:

```yaml title="apollo/budget.yml"
lines:
  L-1:  # COST008
    title: Hosting
    planned: 20k EUR
actuals:
  - {period: 2026-01, line: L-1, amount: 9k EUR}
commitments:
  - {title: Rest of the contract, line: L-1, amount: 14k EUR, until: 2026-12-31}
```

Passes:

```yaml title="apollo/budget.yml"
lines:
  L-1: {title: Hosting, planned: 20k EUR}
reserves:
  contingency: 5k EUR
  drawn: [{amount: 3k EUR, line: L-1, on: 2026-02-20, reason: Second site}]
actuals:
  - {period: 2026-01, line: L-1, amount: 9k EUR}
commitments:
  - {title: Rest of the contract, line: L-1, amount: 14k EUR, until: 2026-12-31}
```
"""

from collections.abc import Iterator
from decimal import Decimal

from pydantic import Field

from handbook.analysis.portfolio import Portfolio
from handbook.checks.budgets import budgets
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.record import Part
from handbook.records.types.percent import Percent

CODE = "COST008"
NAME = "line-overspent"
SEVERITY = Severity.WARNING


class Options(Part):
    """By how much a line may be exceeded."""

    over: Percent = Field(0.1, description="The greatest share by which a line may exceed its plan.")


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """Lines whose actuals and commitments exceed their plan, and what was drawn for them, by too much."""
    limit = 1 + Decimal(str(options.over))
    for one in budgets(portfolio):
        cost = portfolio.cost(one.project.id)
        for account in cost.accounts if cost else ():
            used = account.spent + account.committed
            if account.line is not None and used > account.budget * limit:
                parts = f"{one.said(account.spent)} spent and {one.said(account.committed)} ordered"
                message = (
                    f"expected at most {one.said(account.budget)} for '{account.line.id}', found {parts}"
                )
                yield Fault.at(account.line, message=message, cure="move money to it, or order less")
