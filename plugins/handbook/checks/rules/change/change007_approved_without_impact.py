"""A change was approved, and nothing is said of what it does.

Who decides on a change decides on its effect on scope, time, cost, quality and risk. A change without any is
written as such: `impact: {time: 0d}`.

Fails:

```yaml title="apollo/changes.yml"
CR-1:  # CHANGE007
  title: Offer gift cards
  requested_by: tom
  decision: approved
  decided_by: eve
  decided: 2026-02-16
```

Passes:

```yaml title="apollo/changes.yml"
CR-1:
  title: Offer gift cards
  requested_by: tom
  impact: {time: 0d, cost: 4k EUR}
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
from handbook.records.kinds.change import Change, ChangeImpact

CODE = "CHANGE007"
NAME = "approved-without-impact"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Approved changes of open projects without impact."""
    for change in open_records(portfolio.book, Change):
        says_nothing = change.impact is None or change.impact == ChangeImpact()
        if change.decision == "approved" and says_nothing and not is_written(change, "impact"):
            message = "expected what the change does to scope, time, cost, quality or risk, found nothing"
            yield Fault.at(change, message=message, cure="write 'impact:', be it 0d")
