"""The owner of a risk is not, or no longer, with the organisation.

A risk is watched by one person. Nobody notices when it grows if that person has left.

Fails:

```yaml title="people.yml"
ana: {name: Ana Silva}
tom: {name: Tom Beck}
eve: {name: Eve Lund}
sue: {name: Sue Hart, to: 2026-01-31}
```

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: sue  # RISK001
  probability: low
  impact: minor
  status: monitoring
```

Passes:

```yaml title="people.yml"
ana: {name: Ana Silva}
tom: {name: Tom Beck}
eve: {name: Eve Lund}
sue: {name: Sue Hart, to: 2026-01-31}
```

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import has_left, is_absent, open_projects
from handbook.problems import Severity
from handbook.records.kinds.person import Person
from handbook.records.kinds.risk import Risk

CODE = "RISK001"
NAME = "owner-not-there"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Open risks of open projects that are owned by somebody who is away on the status date."""
    book, day = portfolio.book, portfolio.status_date
    running = {project.id for project in open_projects(book)}
    for person in book.of(Person):
        if not is_absent(person, day):
            continue
        when = f"left on {person.to}" if has_left(person, day) else f"comes on {person.from_}"
        for record, mention in book.citations(person):
            owned = isinstance(record, Risk) and record.is_open and mention.path == ("owner",)
            if owned and record.project in running:
                message = f"expected an owner who is there, found {person.name}, who {when}"
                yield Fault.at(record, "owner", message=message, cure="name somebody who is")
