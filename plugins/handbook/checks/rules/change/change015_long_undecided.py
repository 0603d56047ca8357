"""A change has waited for its decision for a long time.

A request that nobody decides is decided by those who do the work. Without a last day nothing reminds of it.

Fails:

```yaml title="apollo/changes.yml"
CR-1:
  title: Offer gift cards
  requested_by: tom
  raised: 2026-01-12  # CHANGE015
```

Passes:

```yaml title="apollo/changes.yml"
CR-1:
  title: Offer gift cards
  requested_by: tom
  raised: 2026-01-12
  decide_by: 2026-03-20
```
"""

from collections.abc import Iterator

from pydantic import Field

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_written
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.change import Change
from handbook.records.record import Part

CODE = "CHANGE015"
NAME = "long-undecided"
SEVERITY = Severity.INFO


class Options(Part):
    """How long a change without a last day may wait."""

    days: int = Field(30, ge=1, description="Days since it was raised.")


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """Open changes without a last day that were raised long ago."""
    for change in open_records(portfolio.book, Change):
        age = (portfolio.status_date - change.raised).days if change.raised else 0
        if change.is_open and age > options.days and not is_written(change, "decide_by"):
            message = f"expected a decision within {options.days} days, found it open for {age}"
            yield Fault.at(change, "raised", message=message, cure="decide it, or write 'decide_by:'")
