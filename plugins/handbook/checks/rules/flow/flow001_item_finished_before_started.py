"""An item of the backlog was finished, or taken out, before it was started.

How long it took is not known, and what is known of the others is wrong with it.

Fails:

```yaml title="apollo/backlog.yml"
items:
  PB-1:
    title: Order an article
    started: 2026-02-20
    finished: 2026-02-16  # FLOW001
```

Passes:

```yaml title="apollo/backlog.yml"
items:
  PB-1:
    title: Order an article
    started: 2026-02-16
    finished: 2026-02-20
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.backlog_item import BacklogItem

CODE = "FLOW001"
NAME = "item-finished-before-started"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Items of open projects whose end comes before their start."""
    for item in open_records(portfolio.book, BacklogItem):
        for field in ("finished", "removed"):
            end = getattr(item, field)
            if end and item.started and end < item.started:
                message = f"expected a day from {item.started} on, when it was started, found {end}"
                yield Fault.at(item, field, message=message, cure="put the wrong one of the two dates right")
