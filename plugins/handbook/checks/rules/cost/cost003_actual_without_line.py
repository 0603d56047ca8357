"""Money was spent that is charged to no line of the budget.

It counts as spent, but nobody had planned it, and no line shows that it is gone.

Fails:

```yaml title="apollo/budget.yml"
lines:
  L-1: {title: Development, planned: 80k EUR, wbs: [design, build]}
actuals:
  - {period: 2026-01, line: L-1, amount: 20k EUR}
  - {period: 2026-02, amount: 3k EUR, text: Lawyer}  # COST003
```

Passes:

```yaml title="apollo/budget.yml"
lines:
  L-1: {title: Development, planned: 80k EUR, wbs: [design, build]}
  L-2: {title: Legal advice, planned: 5k EUR}
actuals:
  - {period: 2026-01, line: L-1, amount: 20k EUR}
  - {period: 2026-02, line: L-2, amount: 3k EUR, text: Lawyer}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.budgets import budgets
from handbook.checks.rule import Fault
from handbook.problems import Severity

CODE = "COST003"
NAME = "actual-without-line"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Actuals without a line, in budgets that have lines."""
    for one in budgets(portfolio):
        for at, actual in enumerate(one.budget.actuals):
            if one.lines and actual.line is None:
                message = (
                    f"expected the line that {one.said(actual.amount.amount)} are charged to, found none"
                )
                yield Fault.at(one.budget, "actuals", at, message=message, cure="write 'line:', or add one")
