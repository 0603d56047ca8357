"""A change was to be decided by now and is not.

From that day on waiting does harm. Work goes on as if the change came, or as if it did not, and half of it is
wrong.

Fails:

```yaml title="apollo/changes.yml"
CR-1:
  title: Offer gift cards
  requested_by: tom
  decide_by: 2026-02-20  # CHANGE008
```

Passes:

```yaml title="apollo/changes.yml"
CR-1:
  title: Offer gift cards
  requested_by: tom
  decide_by: 2026-03-20
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.changing import open_changes
from handbook.checks.rule import Fault
from handbook.problems import Severity

CODE = "CHANGE008"
NAME = "decision-overdue"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Changes that wait or were put off, and whose last day has passed."""
    day = portfolio.status_date
    for change in open_changes(portfolio):
        if change.decide_by and change.decide_by < day:
            found = change.decision or "open"
            message = f"expected a decision by {change.decide_by}, found it {found}"
            yield Fault.at(change, "decide_by", message=message, cure="take it, or find a later day")
