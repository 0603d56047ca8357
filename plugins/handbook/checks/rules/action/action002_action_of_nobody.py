"""The owner of an open action is not, or no longer, with the organisation.

Nobody will do it, and nobody will notice before it is due.

Fails:

```yaml title="people.yml"
ana: {name: Ana Silva}
tom: {name: Tom Beck}
eve: {name: Eve Lund}
sue: {name: Sue Hart, to: 2026-01-31}
```

```yaml title="apollo/actions.yml"
A-1: {text: Ask for the runbook, owner: sue, due: 2026-03-20}  # ACTION002
```

Passes:

```yaml title="people.yml"
ana: {name: Ana Silva}
tom: {name: Tom Beck}
eve: {name: Eve Lund}
sue: {name: Sue Hart, to: 2026-01-31}
```

```yaml title="apollo/actions.yml"
A-1: {text: Ask for the runbook, owner: sue, due: 2026-01-20, done: 2026-01-16}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import has_left, is_absent, open_projects
from handbook.problems import Severity
from handbook.records.kinds.action import Action
from handbook.records.kinds.person import Person

CODE = "ACTION002"
NAME = "action-of-nobody"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Open actions of open projects that are owned by somebody who is away on the status date."""
    book, day = portfolio.book, portfolio.status_date
    running = {project.id for project in open_projects(book)}
    for person in book.of(Person):
        if not is_absent(person, day):
            continue
        when = f"left on {person.to}" if has_left(person, day) else f"comes on {person.from_}"
        for record, mention in book.citations(person):
            owned = isinstance(record, Action) and record.is_open and mention.path == ("owner",)
            if owned and record.project in running:
                message = f"expected an owner who is there, found {person.name}, who {when}"
                yield Fault.at(record, "owner", message=message, cure="name somebody who is")
