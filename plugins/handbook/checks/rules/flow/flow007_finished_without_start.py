"""An item was finished, and nobody wrote when it was started.

How long it took is not known, and what is said of the others rests on fewer. Where work is begun and done on
one day, both dates are the same.

Fails:

```yaml title="apollo/backlog.yml"
items:
  PB-1:
    title: Order an article
    finished: 2026-02-20  # FLOW007
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
from handbook.checks.completeness import is_written
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.backlog_item import BacklogItem

CODE = "FLOW007"
NAME = "finished-without-start"
SEVERITY = Severity.INFO


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Finished items of open projects without the day they were started."""
    for item in open_records(portfolio.book, BacklogItem):
        if item.finished and item.started is None and not is_written(item, "started"):
            message = f"expected when it was started, finished on {item.finished}, found nothing"
            yield Fault.at(item, "finished", message=message, cure="write 'started:'")
