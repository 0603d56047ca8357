"""A stakeholder of high influence and interest is told nothing by any communication.

Who can stop the project and cares about it is managed closely, as the power and interest grid has it. What
they are not told, they hear from others. A communication reaches them if it names them, or the person, role
or team that they are.

Fails:

```yaml title="apollo/stakeholders.yml"
S-1:  # STAKE001
  name: Works council
  role: Represents the staff
  influence: 4
  interest_level: 5
```

Passes:

```yaml title="apollo/stakeholders.yml"
S-1:
  name: Works council
  role: Represents the staff
  influence: 4
  interest_level: 5
```

```yaml title="apollo/communications.yml"
C-1:
  to: [S-1]
  what: Status of the project
  owner: ana
  frequency: monthly
  last_sent: 2026-02-24
```

Passes:

```yaml title="apollo/stakeholders.yml"
S-1: {role: Pays for it, person: eve, influence: 5, interest_level: 5}
S-2: {role: Neighbour, influence: 2, interest_level: 5}
```

```yaml title="apollo/communications.yml"
C-1: {to: [eve], what: Status of the project, owner: ana, frequency: monthly, last_sent: 2026-02-24}
```
"""

from collections.abc import Iterator

from pydantic import Field

from handbook.analysis.parties import is_same
from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_complete, is_whole
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects, people_of
from handbook.problems import Severity
from handbook.records.book import Book
from handbook.records.kinds.communication import Communication
from handbook.records.kinds.person import Person
from handbook.records.kinds.role import Role
from handbook.records.kinds.stakeholder import Stakeholder
from handbook.records.kinds.team import Team
from handbook.records.record import Part

CODE = "STAKE001"
NAME = "key-stakeholder-without-communication"
SEVERITY = Severity.WARNING


class Options(Part):
    """Who is a key stakeholder."""

    influence: int = Field(
        4, ge=1, le=5, description="The least influence of a key stakeholder, from 1 to 5."
    )
    interest: int = Field(4, ge=1, le=5, description="The least level of interest, from 1 to 5.")


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """Stakeholders at or above both limits whom no communication of their project reaches."""
    book = portfolio.book
    if not is_complete(book, None, Person, Role, Team):
        return
    for project in open_projects(book):
        if not is_complete(book, project.id, Communication):
            continue
        told = book.of(Communication, project.id)
        for stakeholder in book.of(Stakeholder, project.id):
            influence, interest = stakeholder.influence or 0, stakeholder.interest_level or 0
            is_key = influence >= options.influence and interest >= options.interest
            if (
                is_key
                and is_whole(book, stakeholder)
                and not any(_reaches(book, one, stakeholder) for one in told)
            ):
                message = f"expected a communication for {stakeholder.label}, "
                message += f"influence {influence} and interest {interest}, found none"
                cure = "add one, or name them in the 'to' of one that there is"
                yield Fault.at(stakeholder, message=message, cure=cure)


def _reaches(book: Book, communication: Communication, stakeholder: Stakeholder) -> bool:
    """Whether a communication names a stakeholder, the party it is, or one with all of its people."""
    party, project = stakeholder.person, stakeholder.project
    for name in communication.to:
        if book.find(name, project, ("stakeholder",)) is stakeholder:
            return True
        if party and (is_same(book, name, party) or _includes(book, name, party, project)):
            return True
    return False


def _includes(book: Book, name: str, party: str, project: str | None) -> bool:
    people = {person.id for person in people_of(book, party, project)}
    return bool(people) and people <= {person.id for person in people_of(book, name, project)}
