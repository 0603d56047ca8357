"""Work should have begun and has not.

Nothing it waits for holds it up, and every day moves it, and all that follows, by another day. Either it has
begun and nobody wrote it down, or something is missing that the plan does not know.

Fails:

```yaml title="apollo/plan.yml"
tasks:
  build:  # PLAN012
    title: Build the service
    duration: 20d
```

Passes:

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    duration: 20d
    started: 2026-03-02
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_entries
from handbook.problems import Severity

CODE = "PLAN012"
NAME = "start-overdue"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Open tasks of projects not on hold that only the status date holds back."""
    book = portfolio.book
    for entry in open_entries(portfolio):
        held = entry.driver is not None and entry.driver.kind == "status" and entry.state == "open"
        project = book.project(entry.record.project or "")
        if held and project and project.status == "active" and not entry.summary and not entry.is_milestone:
            message = f"expected '{entry.record.id}' to have begun, for nothing holds it up, found no start"
            cure = "write 'started:', or what it waits for under 'after:', or an SNET constraint"
            yield Fault.at(entry.record, message=message, cure=cure)
