"""A decision was accepted, but nobody took it.

Nobody can be asked what was meant, or whether it still holds.

Fails:

```yaml title="apollo/decisions.yml"
D-1:
  title: We use one database
  status: accepted  # DECIDE002
  date: 2026-02-20
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

CODE = "DECIDE002"
NAME = "accepted-without-deciders"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Accepted decisions without deciders."""
    for decision in open_records(portfolio.book, Decision):
        if decision.status == "accepted" and not decision.deciders and not is_written(decision, "deciders"):
            message = "expected those who accepted it, found nobody"
            yield Fault.at(decision, "status", message=message, cure="write 'deciders:' and who took it")
