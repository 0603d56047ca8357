"""A risk delays the same work twice, or work and a milestone that waits for it.

A forecast adds up what a risk delays: first the work, then the milestone once more, although it is late
because of the work and by nothing else. Name the work in which the delay arises. Where the milestone is late
by a delay of its own, allow the fault with a comment.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The designer is ill
  cause: One person knows the design
  event: The designer is ill for weeks
  effect: Nobody answers the questions of the builders
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  affects:
    - record: build
      delay: {low: 1d, likely: 5d, high: 10d}
    - record: M-1  # RISK016
      delay: {low: 1d, likely: 5d, high: 10d}
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The designer is ill
  cause: One person knows the design
  event: The designer is ill for weeks
  effect: Nobody answers the questions of the builders
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  affects:
    - record: build
      delay: {low: 1d, likely: 5d, high: 10d}
    - M-1
```
"""

from collections.abc import Iterator
from typing import NamedTuple

from handbook.analysis.forecast.targets import Targets
from handbook.analysis.forecast.threats import hits
from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.planning.settled import Settled
from handbook.problems import Severity
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.risk import Risk
from handbook.records.record import Record

CODE = "RISK016"
NAME = "delay-counted-twice"
SEVERITY = Severity.WARNING


class _Delayed(NamedTuple):
    """What one effect of a risk delays: its position, its record, and the rows of the plan of its project."""

    at: int
    record: Record
    name: str
    rows: frozenset[int]


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Effects of one risk that delay what another effect of it delays already."""
    for risk in open_records(portfolio.book, Risk):
        if risk.is_open and sum(effect.delay is not None for effect in risk.affects) > 1:
            yield from _faults(portfolio, risk)


def _faults(portfolio: Portfolio, risk: Risk) -> Iterator[Fault]:
    found = list(_delayed(portfolio, risk))
    for one in found:
        for other in found:
            if one is other or one.record.project != other.record.project:
                continue
            is_again = other.at < one.at and bool(one.rows & other.rows)
            if is_again or _waits(portfolio, one, other):
                how = "again" if is_again else "too, which it waits for"
                message = f"expected each delay once, found one of '{one.name}' and of '{other.name}' {how}"
                cure = "leave the delay where it arises, and out of what is late because of it"
                yield Fault.at(risk, "affects", one.at, message=message, cure=cure)
                break


def _delayed(portfolio: Portfolio, risk: Risk) -> Iterator[_Delayed]:
    for at, (effect, record) in enumerate(hits(portfolio.book, risk)):
        if effect.delay and record and record.project and portfolio.book.project(record.project):
            rows = Targets(portfolio.book, portfolio.settled(record.project)).hit(record)
            yield _Delayed(at, record, effect.record, frozenset(rows))


def _waits(portfolio: Portfolio, one: _Delayed, other: _Delayed) -> bool:
    """Whether one is a milestone that waits, by itself or through others, for work that the other hits."""
    if not isinstance(one.record, Milestone) or isinstance(other.record, Milestone):
        return False
    settled = portfolio.settled(one.record.project or "")
    return bool(other.rows & _before(settled, one.rows))


def _before(settled: Settled, rows: frozenset[int]) -> set[int]:
    """All activities that some wait for; a group stands for all in it, and what is in it waits as it does."""
    network = settled.timetable.network
    preds: dict[int, list[int]] = {}
    parts: dict[int, list[int]] = {}
    for link in network.links:
        preds.setdefault(link.succ, []).append(link.pred)
    for at, activity in enumerate(network.activities):
        if activity.parent is not None:
            parts.setdefault(activity.parent, []).append(at)
    found: set[int] = set()
    waiting = list(rows)
    while waiting:
        row = waiting.pop()
        new = {*parts.get(row, ()), *(pred for at in _around(settled, row) for pred in preds.get(at, ()))}
        new -= found
        found |= new
        waiting += new
    return found


def _around(settled: Settled, row: int) -> Iterator[int]:
    """An activity and the groups around it."""
    at: int | None = row
    while at is not None:
        yield at
        at = settled.timetable.network.activities[at].parent
