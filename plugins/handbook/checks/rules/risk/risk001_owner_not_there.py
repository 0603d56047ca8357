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
from handbook.checks.standing import is_absent, open_records
from handbook.problems import Severity
from handbook.records.kinds.person import Person
from handbook.records.kinds.risk import Risk

CODE = "RISK001"
NAME = "owner-not-there"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Open risks whose owner is away on the status date."""
    book, day = portfolio.book, portfolio.status_date
    for risk in open_records(book, Risk):
        owner = book.find(risk.owner, risk.project, ("person",)) if risk.is_open else None
        if isinstance(owner, Person) and is_absent(owner, day):
            when = f"left on {owner.to}" if owner.to and owner.to < day else f"comes on {owner.from_}"
            message = f"expected an owner who is there, found {owner.name}, who {when}"
            yield Fault.at(risk, "owner", message=message, cure="name somebody who is")
