"""Nobody who is assigned to a task has a skill that it needs.

The work will take longer than planned, or somebody has to be found who can do it.

Fails:

```yaml title="people.yml"
ana: {name: Ana Silva, skills: {python: 4}}
tom: {name: Tom Beck, skills: {design: 3}}
eve: {name: Eve Lund}
```

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    duration: 20d
    assigned: {tom: 100%}
    skills: [python]  # RES002
```

Passes:

```yaml title="people.yml"
ana: {name: Ana Silva, skills: {python: 4}}
tom: {name: Tom Beck, skills: {design: 3}}
eve: {name: Eve Lund}
```

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    duration: 20d
    assigned: {tom: 100%, ana: 20%}
    skills: [python]
```
"""

from collections.abc import Iterator, Sequence

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.words import listed
from handbook.checks.rule import Fault
from handbook.checks.standing import open_entries, people_of
from handbook.planning.parties import Parties
from handbook.problems import Severity
from handbook.records.kinds.person import Person
from handbook.records.kinds.role import Role
from handbook.records.kinds.task import Task

CODE = "RES002"
NAME = "skill-not-held"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Skills of unfinished tasks that none of those assigned to them has, where all of these are known."""
    parties = Parties(portfolio.book)
    for entry in open_entries(portfolio):
        task = entry.record
        if not isinstance(task, Task) or not task.skills or not entry.doers or entry.state == "done":
            continue
        groups = [_able(parties, party, task.project) for party in entry.doers]
        if not all(groups):
            continue
        held = {skill.casefold() for people in groups for person in people for skill in person.skills}
        for at, skill in enumerate(task.skills):
            if skill.casefold() not in held:
                message = f"expected somebody with '{skill}', found only {listed(list(entry.doers))}"
                cure = "assign somebody who has it, or add it to their skills"
                yield Fault.at(task, "skills", at, message=message, cure=cure)


def _able(parties: Parties, party: str, project: str | None) -> Sequence[Person]:
    """Who may be meant: of a role its holder and all who can fill it, for levelling chooses by skills."""
    found = parties.book.find(party, project, ("person", "role", "team"))
    return parties.fillers(found) if isinstance(found, Role) else people_of(parties.book, party, project)
