"""A task asks for a skill that nobody's record names.

It may be misspelt. If it is not, nobody in the organisation can do the work.

Fails:

```yaml title="people.yml"
ana: {name: Ana Silva, skills: {python: 4}}
tom: {name: Tom Beck}
eve: {name: Eve Lund}
```

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    duration: 20d
    skills: [pyton]  # REF006
```

Passes:

```yaml title="people.yml"
ana: {name: Ana Silva, skills: {python: 4}}
tom: {name: Tom Beck}
eve: {name: Eve Lund}
```

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    duration: 20d
    skills: [python]
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_complete
from handbook.checks.cures import Cures
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.problems import Severity
from handbook.records.kinds.person import Person
from handbook.records.kinds.task import Task
from handbook.records.types.fault import shown

CODE = "REF006"
NAME = "unknown-skill"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Skills of tasks in open projects that no person has, if all people were read."""
    book = portfolio.book
    if not is_complete(book, None, Person):
        return
    cures = Cures()
    known = {skill.casefold() for person in book.of(Person) for skill in person.skills}
    for project in open_projects(book):
        for task in book.of(Task, project.id):
            for at, skill in enumerate(task.skills):
                if skill.casefold() not in known:
                    message = f"expected a skill that somebody has, found {shown(skill)}"
                    cure = (
                        cures.nearest(skill, lambda: known, project=project.id)
                        or "add it to a person, or find somebody who has it"
                    )
                    yield Fault.at(task, "skills", at, message=message, cure=cure)
