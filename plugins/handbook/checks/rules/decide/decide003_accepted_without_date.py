"""A decision was accepted, but not since when.

What was known on that day is what it has to be judged by.

Fails:

```yaml title="apollo/decisions.yml"
D-1:
  title: We use one database
  status: accepted  # DECIDE003
  deciders: [ana]
```

Passes:

```yaml title="apollo/decisions.yml"
D-1:
  title: We use one database
  status: accepted
  date: 2026-02-20
  deciders: [ana]
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_written
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.decision import Decision

CODE = "DECIDE003"
NAME = "accepted-without-date"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Accepted decisions without a date."""
    for decision in open_records(portfolio.book, Decision):
        if decision.status == "accepted" and decision.date is None and not is_written(decision, "date"):
            message = "expected the day on which it was accepted, found none"
            yield Fault.at(decision, "status", message=message, cure="write 'date:' and the day")
