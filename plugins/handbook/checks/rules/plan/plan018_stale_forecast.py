"""A milestone was expected on a day that has passed, and it has not been reached.

A forecast by hand has to be kept by hand.

Fails:

```yaml title="apollo/plan.yml"
milestones:
  M-1:
    title: Contract signed
    due: 2026-02-27
    expected: 2026-02-27  # PLAN018
```

Passes:

```yaml title="apollo/plan.yml"
milestones:
  M-1:
    title: Contract signed
    due: 2026-02-27
    expected: 2026-03-06
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.milestone import Milestone

CODE = "PLAN018"
NAME = "stale-forecast"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Milestones ahead in open projects whose forecast by hand lies before the status date."""
    for milestone in open_records(portfolio.book, Milestone):
        expected = milestone.expected
        if expected and milestone.reached is None and expected < portfolio.status_date:
            message = f"expected a day from the status date, {portfolio.status_date}, on, found {expected}"
            yield Fault.at(milestone, "expected", message=message, cure="write a new forecast, or 'reached:'")
