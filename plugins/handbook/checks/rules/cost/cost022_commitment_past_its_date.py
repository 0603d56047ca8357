"""A commitment should have been paid by now, and still stands.

If it is paid, it counts twice: as spent and as ordered. If not, somebody waits for money.

Fails:

```yaml title="apollo/budget.yml"
total: 120k EUR
commitments:
  - {title: Second delivery, amount: 20k EUR, on: 2026-01-12, until: 2026-02-20}  # COST022
```

Passes:

```yaml title="apollo/budget.yml"
total: 120k EUR
actuals:
  - {period: 2026-02, amount: 20k EUR, text: Second delivery}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.budgets import budgets
from handbook.checks.rule import Fault
from handbook.problems import Severity

CODE = "COST022"
NAME = "commitment-past-its-date"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Commitments that were to be paid before the status date."""
    today = portfolio.status_date
    for one in budgets(portfolio):
        for at, commitment in enumerate(one.budget.commitments):
            if commitment.until is not None and commitment.until < today:
                message = f"expected it to be paid by {commitment.until}, found it open on {today}"
                cure = "move it to 'actuals', or agree on another date"
                yield Fault.at(one.budget, "commitments", at, "until", message=message, cure=cure)
