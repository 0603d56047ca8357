"""Somebody was to be told by now and was not.

A promise of regular news that is not kept says more than the news would. A regular communication is due one
interval after the last one; the first one on its day, or one interval after the start of the project. One
that comes once is due on its day.

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
  frequency: fortnightly
  last_sent: 2026-02-10  # STAKE002
```

Fails:

```yaml title="apollo/stakeholders.yml"
S-1:
  name: Works council
  role: Represents the staff
```

```yaml title="apollo/communications.yml"
C-1:  # STAKE002
  to: [S-1]
  what: Status of the project
  owner: ana
  frequency: monthly
```

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
  frequency: once
  due: 2026-02-27  # STAKE002
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
  frequency: fortnightly
  last_sent: 2026-02-24
```
"""

from collections.abc import Iterator
from datetime import date, timedelta

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_whole
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.problems import Severity
from handbook.records.kinds.communication import Communication

CODE = "STAKE002"
NAME = "communication-overdue"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Communications of active projects whose day has passed without them."""
    book = portfolio.book
    for project in open_projects(book):
        for communication in book.of(Communication, project.id) if project.status == "active" else ():
            due = _due(communication, project.start) if is_whole(book, communication) else None
            if due and due < portfolio.status_date:
                sent = communication.last_sent
                message = f"expected '{communication.label}' to be told by {due}, "
                message += f"found it last told on {sent}" if sent else "found it never told"
                path = "due" if communication.due and not sent else "last_sent" if sent else None
                cure = "write 'last_sent:' and the day, or tell them"
                yield Fault.at(communication, *filter(None, (path,)), message=message, cure=cure)


def _due(communication: Communication, start: date) -> date | None:
    """The last day on which it is in time; None if it has none, or was told already and is not told again."""
    days = communication.frequency.days
    if days is None:
        return None if communication.last_sent else communication.due
    if communication.last_sent is None and communication.due:
        return communication.due
    return (communication.last_sent or start) + timedelta(days)
