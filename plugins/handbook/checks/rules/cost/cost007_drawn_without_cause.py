"""Money was taken out of a reserve for no recorded risk and no recorded change.

Contingency is there for risks that were foreseen and changes that were decided. The management reserve is
there for what nobody foresaw; then a reason is enough. Without either a reserve pays for work that costs
more than planned, and hides it.

Fails:

```yaml title="apollo/budget.yml"
total: 120k EUR
reserves:
  contingency: 10k EUR
  drawn:
    - {amount: 3k EUR, on: 2026-02-20, reason: Needed more time}  # COST007
```

Passes:

```yaml title="apollo/budget.yml"
total: 120k EUR
reserves:
  contingency: 10k EUR
  management: 5k EUR
  drawn:
    - {amount: 3k EUR, on: 2026-02-20, risk: R-1}
    - {reserve: management, amount: 1k EUR, on: 2026-02-24, reason: The office was flooded}
```

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: occurred
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.budgets import budgets
from handbook.checks.rule import Fault
from handbook.problems import Severity

CODE = "COST007"
NAME = "drawn-without-cause"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Drawdowns that name neither a risk nor a change request, nor, of the management reserve, a reason."""
    for one in budgets(portfolio):
        for at, drawn in enumerate(one.budget.reserves.drawn):
            is_free = drawn.reserve == "management"
            if drawn.risk or drawn.change or (is_free and drawn.reason):
                continue
            wanted = "the reason that" if is_free else "the risk or the change request that"
            amount = one.said(drawn.amount.amount)
            message = f"expected {wanted} {amount} were drawn for, found none"
            cure = "write 'reason:'" if is_free else "write 'risk:' or 'change:'"
            yield Fault.at(one.budget, "reserves", "drawn", at, message=message, cure=cure)
