"""Money was spent in a month before the project began.

Either the charter is wrong about the start, or the invoice belongs to somebody else.

Fails:

```yaml title="apollo/budget.yml"
total: 120k EUR
actuals:
  - {period: 2025-12, amount: 4k EUR}  # COST005
```

Passes:

```yaml title="apollo/budget.yml"
total: 120k EUR
actuals:
  - {period: 2026-01, amount: 4k EUR}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.budgets import budgets
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.types.month import Month

CODE = "COST005"
NAME = "spent-before-the-start"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Actuals of months before that of the start in the charter."""
    for one in budgets(portfolio):
        start = one.project.start
        for at, actual in enumerate(one.budget.actuals):
            if actual.period < Month.of(start):
                message = f"expected a month from the start of the project on, {start}, found {actual.period}"
                cure = "charge it elsewhere, or put right the start in the charter"
                yield Fault.at(one.budget, "actuals", at, "period", message=message, cure=cure)
