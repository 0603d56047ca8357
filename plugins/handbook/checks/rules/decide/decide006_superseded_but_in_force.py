"""A decision is superseded by another one and still counts as in force.

Two decisions hold at once, and they may contradict each other.

Fails:

```yaml title="apollo/decisions.yml"
D-1:
  title: We use database D-1
  status: accepted  # DECIDE006
  date: 2026-02-20
  deciders: [ana]
D-2:
  title: We use database D-2
  status: accepted
  date: 2026-02-20
  deciders: [ana]
  supersedes: [D-1]
```

Passes:

```yaml title="apollo/decisions.yml"
D-1:
  title: We use database D-1
  status: superseded
  date: 2026-02-20
  deciders: [ana]
D-2:
  title: We use database D-2
  status: accepted
  date: 2026-02-20
  deciders: [ana]
  supersedes: [D-1]
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.decision import Decision

CODE = "DECIDE006"
NAME = "superseded-but-in-force"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Decisions not marked as superseded although an accepted one supersedes them."""
    book = portfolio.book
    for decision in open_records(book, Decision):
        for record, mention in book.citations(decision):
            accepted = isinstance(record, Decision) and record.status == "accepted"
            if accepted and mention.path[0] == "supersedes" and decision.status in ("proposed", "accepted"):
                message = f"expected 'superseded', for '{record.id}' supersedes it, found '{decision.status}'"
                yield Fault.at(decision, "status", message=message, cure="write 'status: superseded'")
