"""Decisions supersede each other in a circle.

None of them holds, or all do.

Fails:

```yaml title="apollo/decisions.yml"
D-1:
  title: We use database D-1
  status: superseded
  date: 2026-02-20
  deciders: [ana]
  supersedes: [D-2]  # DECIDE005
D-2:
  title: We use database D-2
  status: accepted
  date: 2026-02-20
  deciders: [ana]
  supersedes: [D-1]
```

Passes:

```yaml title="apollo/decisions.yml"
D-1:
  title: We use database D-1
  status: superseded
  date: 2026-02-20
  deciders: [ana]
D-2:
  title: We use database D-2
  status: accepted
  date: 2026-02-20
  deciders: [ana]
  supersedes: [D-1]
```
"""

from collections.abc import Iterator, Mapping

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.book import Book
from handbook.records.kinds.decision import Decision

CODE = "DECIDE005"
NAME = "supersession-cycle"
SEVERITY = Severity.ERROR

_MOST_NAMED = 20


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """The circles among what decisions supersede, each once, in the place of its first decision."""
    book = portfolio.book
    decisions = {decision.address: decision for decision in book.of(Decision)}
    order = {address: number for number, address in enumerate(decisions)}
    older = {address: _superseded(book, decision) for address, decision in decisions.items()}
    for circle in _circles(older):
        at = circle.index(min(circle, key=order.__getitem__))
        first, *rest = [*circle[at:], *circle[: at + 1]]
        if len(rest) > _MOST_NAMED:
            rest[_MOST_NAMED:-1] = [f"{len(rest) - _MOST_NAMED - 1} more, the last of which"]
        message = f"expected no circle, found {' supersedes '.join((first, *rest))}"
        yield Fault.at(decisions[first], "supersedes", message=message, cure="remove one of them")


def _superseded(book: Book, decision: Decision) -> list[str]:
    found = (book.find(older, decision.project, ("decision",)) for older in decision.supersedes)
    return [record.address for record in found if record]


def _circles(older: Mapping[str, list[str]]) -> Iterator[list[str]]:
    """The addresses of each circle, in order; of circles that share a decision, one."""
    done: set[str] = set()
    for start in older:
        trail: dict[str, Iterator[str]] = {}
        current: str | None = start
        while current is not None:
            if current in trail:
                names = list(trail)
                yield names[names.index(current) :]
                done.update(names)
                break
            if current not in done:
                trail[current] = iter(older[current])
            current = _next(trail, done)


def _next(trail: dict[str, Iterator[str]], done: set[str]) -> str | None:
    """The next decision to look at; one that leads nowhere else is done and leaves the trail."""
    while trail:
        last = next(reversed(trail))
        following = next(trail[last], None)
        if following is not None:
            return following
        del trail[last]
        done.add(last)
    return None
