"""A change was decided in the future, or before it was asked for.

One of the two dates is wrong, and with it the order in which changes were agreed.

Fails:

```yaml title="apollo/changes.yml"
CR-1:
  title: Offer gift cards
  requested_by: tom
  raised: 2026-02-20
  impact: {cost: 4k EUR}
  decision: approved
  decided_by: eve
  decided: 2026-02-16  # CHANGE014
```

Passes:

```yaml title="apollo/changes.yml"
CR-1:
  title: Offer gift cards
  requested_by: tom
  raised: 2026-02-10
  impact: {cost: 4k EUR}
  decision: approved
  decided_by: eve
  decided: 2026-02-16
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.change import Change

CODE = "CHANGE014"
NAME = "decided-out-of-order"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Changes of open projects decided after the status date, or before they were raised."""
    day = portfolio.status_date
    for change in open_records(portfolio.book, Change):
        decided, raised = change.decided, change.raised
        if decided and decided > day:
            message = f"expected a decision up to {day}, found {decided}"
            yield Fault.at(
                change, "decided", message=message, cure="write when it was decided, or leave it open"
            )
        elif decided and raised and decided < raised:
            message = f"expected a decision after it was raised on {raised}, found {decided}"
            yield Fault.at(
                change, "decided", message=message, cure="put the wrong one of the two dates right"
            )
