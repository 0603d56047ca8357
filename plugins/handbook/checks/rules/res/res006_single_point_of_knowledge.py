"""Only one person has a skill that work ahead needs.

When that person is ill or leaves, the work stands still. Let somebody look over their shoulder while there is
time.

Fails:

```yaml title="people.yml"
ana:
  name: Ana Silva
  skills: {python: 4}  # RES006
tom: {name: Tom Beck}
eve: {name: Eve Lund}
```

```yaml title="apollo/plan.yml"
tasks:
  build: {title: Build the service, duration: 20d, skills: [python]}
```

Passes:

```yaml title="people.yml"
ana: {name: Ana Silva, skills: {python: 4}}
tom: {name: Tom Beck, skills: {python: 1}}
eve: {name: Eve Lund}
```

```yaml title="apollo/plan.yml"
tasks:
  build: {title: Build the service, duration: 20d, skills: [python]}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_complete
from handbook.checks.rule import Fault, Gathered
from handbook.checks.standing import is_absent, open_entries
from handbook.problems import Severity
from handbook.records.kinds.person import Person
from handbook.records.kinds.task import Task

CODE = "RES006"
NAME = "single-point-of-knowledge"
SEVERITY = Severity.INFO
SCOPE = "portfolio"


def gather(portfolio: Portfolio, project: str | None) -> dict[str, str]:
    """The skills that unfinished tasks of a project need, each with the first task that needs it."""
    needed: dict[str, str] = {}
    for entry in open_entries(portfolio, project) if project else ():
        if isinstance(entry.record, Task) and entry.state != "done":
            for skill in entry.record.skills:
                needed.setdefault(skill.casefold(), entry.record.address)
    return needed


def check(portfolio: Portfolio, gathered: Gathered) -> Iterator[Fault]:
    """Skills of unfinished tasks that one person has who is there, if all people were read."""
    book, day = portfolio.book, portfolio.status_date
    if not is_complete(book, None, Person):
        return
    needed: dict[str, str] = {}
    for project in book.projects:
        needed = {**gathered.get(project.id, {}), **needed}
    holders: dict[str, list[tuple[Person, str]]] = {}
    for person in book.of(Person):
        for skill in person.skills:
            if not is_absent(person, day):
                holders.setdefault(skill.casefold(), []).append((person, skill))
    for skill, task in needed.items():
        if len(holders.get(skill, ())) == 1:
            [(person, written)] = holders[skill]
            message = f"expected two people with '{written}', which {task} needs, found only {person.name}"
            yield Fault.at(person, "skills", written, message=message, cure="let somebody else learn it")
