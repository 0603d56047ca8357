"""A change was decided, and nobody wrote by whom.

A decision that cannot be traced can be disputed.

Fails:

```yaml title="apollo/changes.yml"
CR-1:  # CHANGE006
  title: Offer gift cards
  requested_by: tom
  impact: {cost: 4k EUR}
  decision: approved
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

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_written
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.change import Change

CODE = "CHANGE006"
NAME = "change-decided-by-nobody"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Changes of open projects, approved or rejected, without the one who decided."""
    for change in open_records(portfolio.book, Change):
        is_decided = change.decision in ("approved", "rejected")
        if is_decided and change.decided_by is None and not is_written(change, "decided_by"):
            message = f"expected the one who decided, for the change is {change.decision}, found none"
            yield Fault.at(change, message=message, cure="write 'decided_by:'")
