"""A leave, or somebody's time with the organisation, ends before it begins.

One of the two dates is wrong, often by its year. Until it is put right the span counts for nothing.

Fails:

```yaml title="people.yml"
ana: {name: Ana Silva}
eve: {name: Eve Lund}
tom:
  name: Tom Beck
  leave:
    - {from: 2026-04-20, to: 2026-04-10}  # RES007
```

Passes:

```yaml title="people.yml"
ana: {name: Ana Silva}
eve: {name: Eve Lund}
tom:
  name: Tom Beck
  leave:
    - {from: 2026-04-10, to: 2026-04-20}
```
"""

from collections.abc import Iterator
from datetime import date

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.kinds.person import Person

CODE = "RES007"
NAME = "span-ends-before-it-begins"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Spans of people whose last day lies before their first."""
    for person in portfolio.book.of(Person):
        for at, leave in enumerate(person.leave):
            if leave.to < leave.from_:
                yield _fault(person, leave.from_, leave.to, "leave", at, "to")
        if person.from_ and person.to and person.to < person.from_:
            yield _fault(person, person.from_, person.to, "to")


def _fault(person: Person, first: date, last: date, *path: str | int) -> Fault:
    message = f"expected a day from {first} on, found {last}"
    return Fault.at(person, *path, message=message, cure="change one of the two dates")
