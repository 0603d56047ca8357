"""A communication was sent on a day that is yet to come.

What is planned has not been told to anybody. Nobody would be reminded of it.

Fails:

```yaml title="apollo/stakeholders.yml"
S-1:
  name: Works council
  role: Represents the staff
```

```yaml title="apollo/communications.yml"
C-1:
  to: [S-1]
  what: Status of the project
  owner: ana
  frequency: monthly
  last_sent: 2026-03-09  # STAKE007
```

Passes:

```yaml title="apollo/stakeholders.yml"
S-1:
  name: Works council
  role: Represents the staff
```

```yaml title="apollo/communications.yml"
C-1:
  to: [S-1]
  what: Status of the project
  owner: ana
  frequency: monthly
  last_sent: 2026-03-02
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.communication import Communication

CODE = "STAKE007"
NAME = "told-in-the-future"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Communications that were last sent after the status date."""
    day = portfolio.status_date
    for communication in open_records(portfolio.book, Communication):
        sent = communication.last_sent
        if sent and sent > day:
            message = f"expected a day up to the status date, {day}, found {sent}"
            cure = "write the day on which they were told last"
            yield Fault.at(communication, "last_sent", message=message, cure=cure)
