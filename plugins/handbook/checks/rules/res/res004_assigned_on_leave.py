"""Somebody is on leave for much of the time in which a task is to be done.

The plan waits until they are back, or lets the others do their share. Perhaps somebody else can do it
meanwhile.

Fails:

```yaml title="people.yml"
ana: {name: Ana Silva}
eve: {name: Eve Lund}
tom:
  name: Tom Beck
  leave: [{from: 2026-03-09, to: 2026-03-27}]
```

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    duration: 10d
    assigned: {tom: 100%}  # RES004
```

Passes:

```yaml title="people.yml"
ana: {name: Ana Silva}
eve: {name: Eve Lund}
tom:
  name: Tom Beck
  leave: [{from: 2026-03-09, to: 2026-03-10}]
```

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    duration: 10d
    assigned: {tom: 100%}
```
"""

from collections.abc import Iterator

from pydantic import Field

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.workload import written_in
from handbook.checks.load import present, weekdays
from handbook.checks.rule import Fault
from handbook.checks.standing import open_entries, people_of
from handbook.problems import Severity
from handbook.records.kinds.task import Task
from handbook.records.record import Part
from handbook.records.types.percent import Percent

CODE = "RES004"
NAME = "assigned-on-leave"
SEVERITY = Severity.WARNING


class Options(Part):
    """How much of a task may fall into leave."""

    share: Percent = Field(0.5, description="The share of the weekdays of a task from which on it is told.")


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """People assigned by name or role to unfinished tasks that fall into their leave."""
    for entry in open_entries(portfolio):
        task, first, last = entry.record, max(entry.start.date(), portfolio.status_date), entry.finish.date()
        whole = weekdays(first, last)
        if not isinstance(task, Task) or entry.summary or entry.state == "done" or not whole:
            continue
        for party in entry.doers:
            person = portfolio.book.find(party, task.project, ("person", "role"))
            for one in people_of(portfolio.book, party, task.project) if person else ():
                away = whole - present(one, first, last)
                if away >= options.share * whole:
                    message = (
                        f"expected {one.name} to be there from {first} to {last}, found {away} days of leave"
                    )
                    cure = "assign somebody else, or move the task"
                    yield Fault.at(task, *written_in(task, party), message=message, cure=cure)
