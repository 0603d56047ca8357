"""The one who asked for a change decided it.

Change control is a second pair of eyes. Who wants a change sees its use before its price.

Fails:

```yaml title="apollo/changes.yml"
CR-1:
  title: Offer gift cards
  requested_by: eve
  impact: {cost: 4k EUR}
  decision: approved
  decided_by: eve  # CHANGE003
  decided: 2026-02-16
```

Passes:

```yaml title="apollo/changes.yml"
CR-1:
  title: Offer gift cards
  requested_by: tom
  impact: {cost: 4k EUR}
  decision: approved
  decided_by: eve
  decided: 2026-02-16
```
"""

from collections.abc import Iterator

from handbook.analysis.parties import is_same, label
from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.change import Change

CODE = "CHANGE003"
NAME = "own-request-decided"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Approved changes of open projects whose requester is the one who decided."""
    book = portfolio.book
    for change in open_records(book, Change):
        asked, decided = change.requested_by, change.decided_by
        if change.decision == "approved" and asked and decided and is_same(book, asked, decided):
            message = f"expected somebody else than the requester to decide, found {label(book, decided)}"
            yield Fault.at(
                change, "decided_by", message=message, cure="let another one with authority decide"
            )
