"""The months of a budget line do not add up to what is planned for it.

What should have been spent by now follows from the months, what all will cost from the sum. If they differ,
one of these figures is wrong.

Fails:

```yaml title="apollo/budget.yml"
lines:
  L-1:
    title: Development
    planned: 80k EUR
    wbs: [design, build]
    profile: {2026-01: 30k EUR, 2026-02: 40k EUR}  # COST002
```

Passes:

```yaml title="apollo/budget.yml"
lines:
  L-1:
    title: Development
    planned: 80k EUR
    wbs: [design, build]
    profile: {2026-01: 30k EUR, 2026-02: 50k EUR}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.budgets import budgets, total
from handbook.checks.rule import Fault
from handbook.problems import Severity

CODE = "COST002"
NAME = "profile-does-not-sum-to-planned"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Lines with a profile whose sum is not what is planned."""
    for one in budgets(portfolio):
        for line in one.lines:
            found = total(line.profile.values())
            if line.profile and found != line.planned.amount:
                message = (
                    f"expected months that sum to {one.said(line.planned.amount)}, found {one.said(found)}"
                )
                yield Fault.at(line, "profile", message=message, cure="put right a month, or 'planned'")
