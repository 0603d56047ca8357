"""Work is planned that nobody is to do.

It has a date in the plan, and nobody who knows of it (DCMA 14-point assessment, metric 10). Work that is paid
for by its `cost`, and work in a summary task that is assigned, has somebody.

Fails:

```yaml title="apollo/plan.yml"
tasks:
  build:  # RES001
    title: Build the service
    duration: 20d
```

Passes:

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    duration: 20d
    assigned: {tom: 100%}
  rent: {title: Rent the machines, duration: 5d, cost: 12k EUR}
```
"""

from collections.abc import Iterator
from decimal import Decimal

from pydantic import Field

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_written
from handbook.checks.rule import Fault
from handbook.checks.standing import open_entries
from handbook.problems import Severity
from handbook.records.kinds.task import Task
from handbook.records.record import Part
from handbook.records.types.duration import Duration, DurationField

CODE = "RES001"
NAME = "unassigned-work"
SEVERITY = Severity.WARNING


class Options(Part):
    """How small work may be to need nobody."""

    least: DurationField = Field(
        Duration(Decimal(1), "d"), description="Work that takes less time than this may be unassigned."
    )


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """Unfinished tasks of open projects with neither people nor cost."""
    assigned = {(task.project, task.id) for task in portfolio.book.of(Task) if task.assigned or task.one_of}
    for entry in open_entries(portfolio):
        task = entry.record
        if not isinstance(task, Task) or entry.summary or entry.state == "done" or task.cost:
            continue
        day = portfolio.plan(task.project or "").day_minutes
        if entry.work < options.least.minutes(day, 5 * day):
            continue
        is_bare = assigned.isdisjoint((task.project, id_) for id_ in _upwards(task.id))
        if is_bare and not (is_written(task, "assigned") or is_written(task, "one_of")):
            message = f"expected somebody who does '{task.id}', found nobody"
            yield Fault.at(task, message=message, cure="write 'assigned:' and who does it: {ana: 50%}")


def _upwards(id_: str) -> Iterator[str]:
    """The id of a task and those of the summary tasks around it."""
    while id_:
        yield id_
        id_ = id_.rpartition(".")[0]
