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
from handbook.checks.standing import planned_projects
from handbook.planning.plan import Entry
from handbook.problems import Severity
from handbook.records.kinds.task import Task

CODE = "PLAN012"
NAME = "start-overdue"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Open tasks of active projects that only the status date holds back; not those in circles."""
    for project in planned_projects(portfolio.book):
        if project.status != "active":
            continue
        plan = portfolio.plan(project.id)
        circles = {id(record) for fault in plan.faults if fault.kind == "cycle" for record in fault.records}
        for entry in plan:
            task = entry.record
            if isinstance(task, Task) and _is_overdue(entry) and id(task) not in circles:
                message = f"expected '{task.id}' to have begun, for nothing holds it up, found no start"
                cure = "write 'started:', or what it waits for under 'after:', or an SNET constraint"
                yield Fault.at(task, message=message, cure=cure)


def _is_overdue(entry: Entry) -> bool:
    held = entry.driver is not None and entry.driver.kind == "status"
    return held and entry.state == "open" and not entry.summary and not entry.record.withheld
