"""A gate names one milestone, and another milestone names the gate.

Which of them waits for the gate cannot be told. One of the two references is enough; if both are written,
they must lead to each other.

Fails:

```yaml title="apollo/plan.yml"
tasks:
  build: {title: Build the service, duration: 20d}
milestones:
  M-1: {title: Go-live, after: [build], due: 2026-05-29}
  M-2: {title: Handed over, after: [M-1], due: 2026-06-12, gate: G-1}  # QUAL015
```

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    milestone: M-1
```

Passes:

```yaml title="apollo/plan.yml"
tasks:
  build: {title: Build the service, duration: 20d}
milestones:
  M-1: {title: Go-live, after: [build], due: 2026-05-29}
  M-2: {title: Handed over, after: [M-1], due: 2026-06-12, gate: G-1}
```

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    milestone: M-2
```
"""

from collections.abc import Iterator
from typing import TypeVar

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.book import Book
from handbook.records.kinds.gate import Gate
from handbook.records.kinds.milestone import Milestone
from handbook.records.record import Record

CODE = "QUAL015"
NAME = "gate-and-milestone-disagree"
SEVERITY = Severity.ERROR

R = TypeVar("R", bound=Record)


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Milestones whose gate names another milestone, and gates whose milestone names another gate.

    Two gates and two milestones that cross each other are told once, at the milestone.
    """
    book = portfolio.book
    for milestone in open_records(book, Milestone):
        gate = _named(book, milestone, milestone.gate, Gate)
        back = _named(book, gate, gate.milestone, Milestone) if gate else None
        if gate and back and back is not milestone:
            yield _fault(milestone, "gate", gate, back)
    for gate in open_records(book, Gate):
        target = _named(book, gate, gate.milestone, Milestone)
        other = _named(book, target, target.gate, Gate) if target else None
        if target and other and other is not gate:
            crossed = _named(book, other, other.milestone, Milestone)
            if crossed is None or crossed is target:
                yield _fault(gate, "milestone", target, other)


def _fault(record: Record, field: str, named: Record, back: Record) -> Fault:
    message = f"expected {named.id} to name {record.id} too, found that it names {back.id}"
    return Fault.at(record, field, message=message, cure="make both lead to each other, or remove one")


def _named(book: Book, record: Record, address: str | None, model: type[R]) -> R | None:
    """The record that is named; None if there is none, or it may not be shown."""
    found = book.find(address, record.project, (model.kind,)) if address else None
    return found if isinstance(found, model) and not found.withheld else None
