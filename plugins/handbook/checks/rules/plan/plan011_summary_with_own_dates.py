"""A summary task has dates, a duration or progress of its own.

They roll up from the tasks in it. What is written beside that is ignored, or contradicts them.

Fails:

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    duration: 30d  # PLAN011
    tasks:
      api: {title: Public API, duration: 10d}
```

Passes:

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    tasks:
      api: {title: Public API, duration: 10d}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_entries
from handbook.problems import Severity

CODE = "PLAN011"
NAME = "summary-with-own-dates"
SEVERITY = Severity.ERROR

_FIELDS = ("duration", "effort", "estimate", "progress", "started", "finished", "remaining")


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Fields of summary tasks that belong to the tasks in them."""
    for entry in open_entries(portfolio):
        if entry.summary:
            for field in _FIELDS:
                if getattr(entry.record, field) is not None:
                    message = f"expected no '{field}' in '{entry.record.id}', which has tasks in it"
                    yield Fault.at(entry.record, field, message=message, cure="write it in the tasks")
