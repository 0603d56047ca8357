"""More items are in progress than the backlog allows.

What is begun and waits takes time from what could be finished: all of it comes later. Finish something before
you begin anything else.

Fails:

```yaml title="apollo/backlog.yml"
wip_limit: 1  # FLOW003
items:
  PB-1: {title: Order an article, started: 2026-02-23}
  PB-2: {title: Cancel an order, started: 2026-02-25}
```

Passes:

```yaml title="apollo/backlog.yml"
wip_limit: 1
items:
  PB-1: {title: Order an article, started: 2026-02-16, finished: 2026-02-24}
  PB-2: {title: Cancel an order, started: 2026-02-25}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.problems import Severity

CODE = "FLOW003"
NAME = "wip-limit-exceeded"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Backlogs of open projects with more items in progress than their limit."""
    for project in open_projects(portfolio.book):
        work = portfolio.backlog(project.id)
        limit = work.backlog.wip_limit if work else None
        if work and limit is not None and len(work.in_progress) > limit:
            message = f"expected at most {limit} items in progress, found {len(work.in_progress)}"
            cure = "finish one before beginning another, or agree on another limit"
            yield Fault.at(work.backlog, "wip_limit", message=message, cure=cure)
