"""Somebody is assigned to work outside their time with the organisation.

They will not be there to do it.

Fails:

```yaml title="people.yml"
ana: {name: Ana Silva}
tom: {name: Tom Beck, to: 2026-03-13}
eve: {name: Eve Lund}
```

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    duration: 20d
    assigned: {tom: 100%}  # RES005
```

Passes:

```yaml title="people.yml"
ana: {name: Ana Silva}
tom: {name: Tom Beck, to: 2026-12-31}
eve: {name: Eve Lund}
```

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    duration: 20d
    assigned: {tom: 100%}
```
"""

from collections.abc import Iterator
from datetime import date

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.workload import written_in
from handbook.checks.rule import Fault
from handbook.checks.standing import open_entries, people_of
from handbook.problems import Severity
from handbook.records.kinds.person import Person
from handbook.records.kinds.task import Task

CODE = "RES005"
NAME = "assigned-when-away"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """People assigned by name or role to unfinished tasks before their first or after their last day."""
    for entry in open_entries(portfolio):
        task, book = entry.record, portfolio.book
        if not isinstance(task, Task) or entry.summary or entry.state == "done":
            continue
        for party in entry.doers:
            if not book.find(party, task.project, ("person", "role")):
                continue
            for person in people_of(book, party, task.project):
                if why := _away(person, entry.start.date(), entry.finish.date()):
                    yield Fault.at(task, *written_in(task, party), message=why, cure="assign somebody else")


def _away(person: Person, start: date, finish: date) -> str:
    """Why somebody cannot do work of a certain time; empty if they can."""
    if person.to and finish > person.to:
        return f"expected a finish by the last day of {person.name}, {person.to}, found {finish}"
    if person.from_ and start < person.from_:
        return f"expected a start from the first day of {person.name}, {person.from_}, on, found {start}"
    return ""
