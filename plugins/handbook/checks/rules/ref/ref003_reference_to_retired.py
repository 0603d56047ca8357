"""A record that still matters relies on one that no longer does.

Somebody who has left cannot answer for a deliverable, and what was superseded, rejected or cancelled holds no
longer.

Fails:

```yaml title="people.yml"
ana: {name: Ana Silva}
tom: {name: Tom Beck}
eve: {name: Eve Lund}
sue: {name: Sue Hart, to: 2026-01-31}
```

```yaml title="apollo/issues.yml"
I-1:
  title: The test machine is too slow
  owner: sue  # REF003
```

Passes:

```yaml title="people.yml"
ana: {name: Ana Silva}
tom: {name: Tom Beck}
eve: {name: Eve Lund}
sue: {name: Sue Hart, to: 2026-01-31}
```

```yaml title="apollo/issues.yml"
I-1:
  title: The test machine is too slow
  owner: tom
I-2:
  title: The test machine was too loud
  owner: sue
  status: closed
```

```yaml title="apollo/changes.yml"
CR-1:
  title: Test on rented machines
  requested_by: sue
  decision: rejected
  decided_by: eve
  decided: 2026-01-20
```
"""

from collections.abc import Iterator
from datetime import date

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import ENDED, has_left
from handbook.problems import Severity
from handbook.records.book import Book
from handbook.records.kinds.action import Action
from handbook.records.kinds.baseline import Baseline
from handbook.records.kinds.change import Change
from handbook.records.kinds.decision import Decision
from handbook.records.kinds.issue import Issue
from handbook.records.kinds.lesson import Lesson
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.person import Person
from handbook.records.kinds.report import Report
from handbook.records.kinds.risk import Risk
from handbook.records.kinds.task import Task
from handbook.records.record import Record

CODE = "REF003"
NAME = "reference-to-retired"
SEVERITY = Severity.WARNING

_OTHER_RULES = {
    ("risk", "owner"),
    ("task", "assigned"),
    ("task", "one_of"),
    ("action", "owner"),
    ("decision", "supersedes"),
}
_HISTORY = {
    *("raised_by", "accepted_by", "deciders", "consulted", "informed", "members", "requested_by"),
    *("approved_by", "decided_by", "by", "from_", "actuals", "commitments", "funding", "reserves"),
}


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """References from records that are alive to records that are not; what tells of the past may stay."""
    book, day = portfolio.book, portfolio.status_date
    ended = {project.id for project in book.projects if project.status in ENDED}
    for retired, why in _retired(book, day):
        for record, mention in book.citations(retired):
            field = str(mention.path[0])
            known = field in _HISTORY or (record.kind, field) in _OTHER_RULES
            if not known and record.project not in ended and _is_alive(record, day):
                message = f"expected a record that holds, found {retired.label}, which {why}"
                cure = "name another, or close this record"
                yield Fault.at(record, *mention.path, message=message, cure=cure)


def _retired(book: Book, day: date) -> Iterator[tuple[Record, str]]:
    """The records that hold no longer, each with why."""
    for person in book.of(Person):
        if has_left(person, day):
            yield person, f"left on {person.to}"
    for decision in book.of(Decision):
        if decision.status in ("rejected", "superseded"):
            yield decision, f"is {decision.status}"
    for project in book.projects:
        if project.status == "cancelled":
            yield project, "is cancelled"


def _is_alive(record: Record, day: date) -> bool:
    """Whether a record asks anything of anybody on a day."""
    if isinstance(record, (Risk, Issue, Change, Action)):
        return record.is_open
    if isinstance(record, Decision):
        return record.status in ("proposed", "accepted")
    if isinstance(record, Person):
        return not has_left(record, day)
    if isinstance(record, Task):
        return record.finished is None and record.progress != 1
    if isinstance(record, Milestone):
        return record.reached is None
    return not isinstance(record, (Report, Lesson, Baseline))
