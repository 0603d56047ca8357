"""A decision was superseded, but by none that says so.

A reader learns that it holds no longer, and not what holds instead.

Fails:

```yaml title="apollo/decisions.yml"
D-1:
  title: We use database D-1
  status: superseded  # DECIDE004
  date: 2026-02-20
  deciders: [ana]
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
from handbook.checks.completeness import is_complete
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.decision import Decision

CODE = "DECIDE004"
NAME = "superseded-without-successor"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Superseded decisions that no decision supersedes, in open projects that were read as a whole."""
    book = portfolio.book
    for decision in open_records(book, Decision):
        if decision.status != "superseded" or not is_complete(book, decision.project, Decision):
            continue
        if not any(citation.path[0] == "supersedes" for citation in book.citations(decision)):
            message = f"expected a decision that supersedes '{decision.id}', found none"
            cure = f"write 'supersedes: [{decision.id}]' in the one that does"
            yield Fault.at(decision, "status", message=message, cure=cure)
