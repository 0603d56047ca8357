"""A person, team, role or calendar is named by no other record.

It may be left over from a project that is gone, or something that should name it does not.

Fails:

```yaml title="roles.yml"
tester: {title: Tester, holder: tom}  # REF005
```

Passes:

```yaml title="roles.yml"
tester: {title: Tester, holder: tom}
```

```yaml title="apollo/raci.yml"
build: {tester: A/R}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault, Gathered
from handbook.problems import Severity
from handbook.records.kinds.calendar import Calendar
from handbook.records.kinds.person import Person
from handbook.records.kinds.role import Role
from handbook.records.kinds.team import Team
from handbook.records.record import Record

CODE = "REF005"
NAME = "orphan"
SEVERITY = Severity.INFO
SCOPE = "portfolio"

_ORGANISATION: tuple[type[Record], ...] = (Person, Team, Role, Calendar)


def gather(portfolio: Portfolio, project: str | None) -> list[str]:
    """The addresses of the organisation's records that a project names."""
    found = (targets for _, _, targets in portfolio.book.references_in(project) if len(targets) == 1)
    return sorted({target.address.casefold() for (target,) in found if target.project is None})


def check(portfolio: Portfolio, gathered: Gathered) -> Iterator[Fault]:
    """Records of the organisation that nothing names; none if a record that might name them is missing."""
    book = portfolio.book
    if book.broken or book.impaired or book.withheld:
        return
    settings = (book.find(mention.text, None, mention.kinds) for mention in book.settings.mentions())
    named = {record.address.casefold() for record in settings if record}.union(*gathered.values())
    for model in _ORGANISATION:
        for record in book.of(model):
            if record.address.casefold() not in named:
                message = f"expected a record that names the {record.kind} '{record.id}', found none"
                yield Fault.at(record, message=message, cure="remove it, or name it where it belongs")
