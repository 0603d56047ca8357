"""A date of a backlog item lies in the future.

Where an item stands follows from its dates: they tell what has happened, and never what is hoped for.

Fails:

```yaml title="apollo/backlog.yml"
items:
  PB-1:
    title: Order an article
    started: 2026-02-23
    finished: 2026-03-13  # FLOW002
```

Passes:

```yaml title="apollo/backlog.yml"
items:
  PB-1:
    title: Order an article
    started: 2026-02-23
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.backlog_item import BacklogItem

CODE = "FLOW002"
NAME = "item-date-in-the-future"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Items of open projects that say to have been added, started, finished or removed later than today."""
    on = portfolio.status_date
    for item in open_records(portfolio.book, BacklogItem):
        for field in ("added", "started", "finished", "removed"):
            day = getattr(item, field)
            if day is not None and day > on:
                message = f"expected a day up to the status date, {on}, found {day}"
                cure = f"remove '{field}' until it has happened"
                yield Fault.at(item, field, message=message, cure=cure)
