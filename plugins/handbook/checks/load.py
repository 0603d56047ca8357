"""Load: how much of their time people and teams are planned for, week by week."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.spot import Spot, spot_of
from handbook.checks.standing import open_entries, people_of
from handbook.planning.plan import Entry
from handbook.records.book import Book
from handbook.records.kinds.person import Person
from handbook.records.kinds.task import Task
from handbook.records.kinds.team import Team

WORKWEEK = 5
_REST = [
    [sum((first + day) % 7 < WORKWEEK for day in range(days)) for days in range(7)] for first in range(7)
]
"""How many of so many days are weekdays, by the weekday of the first."""

Party = Person | Team


class Piece(NamedTuple):
    """A task with the name under which somebody is assigned to it, and its days of work in one week.

    ``task`` is its address, ``spot`` where it stands.
    """

    task: str
    name: str
    days: float
    spot: Spot


class Share(NamedTuple):
    """What a task asks of a party, by the ordinal of the Monday of each week; plain data."""

    start: str
    party: str
    task: str
    name: str
    spot: Spot
    weeks: list[tuple[int, float]]


@dataclass(frozen=True, slots=True)
class Week:
    """One week of a party: the share of its time that is planned, and for what, in order of start."""

    monday: date
    share: float
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """The weeks of one person or team in which they have time and work."""

    party: Party
    weeks: tuple[Week, ...]


def shares(portfolio: Portfolio, project: str) -> list[Share]:
    """What the unfinished work of a project asks of people and teams, from the status date on."""
    found = []
    for entry in open_entries(portfolio, project):
        task = entry.record
        if not isinstance(task, Task) or entry.summary or entry.state == "done":
            continue
        for name, units in task.assigned.items():
            party = _party(portfolio.book, name, task.project)
            if party is not None:
                weeks = list(_spread(portfolio, entry, units, party))
                start = entry.start.isoformat()
                found.append(Share(start, party.address, task.address, name, spot_of(task), weeks))
    return found


def loads(book: Book, found: Iterable[Sequence[Any]]) -> Iterator[Load]:
    """The load of everybody with a share of the work, in order of the first of it."""
    work: dict[str, dict[int, list[Piece]]] = {}
    for one in sorted((Share(*share) for share in found), key=lambda share: share.start):
        weeks = work.setdefault(one.party, {})
        for monday, days in one.weeks:
            weeks.setdefault(monday, []).append(Piece(one.task, one.name, days, Spot(*one.spot)))
    for address, weeks in work.items():
        party = book.find(address, None, ("person", "team"))
        if isinstance(party, Person | Team):
            yield Load(party, tuple(_weeks(book, party, weeks)))


def _party(book: Book, name: str, project: str | None) -> Party | None:
    """Who is meant: a team as a whole, a person, or the holder of a role."""
    found = book.find(name, project, ("person", "role", "team"))
    if isinstance(found, Team):
        return found
    return next(iter(people_of(book, name, project)), None)


def _spread(portfolio: Portfolio, entry: Entry, units: float, party: Party) -> Iterator[tuple[int, float]]:
    """The days that a task, spread evenly over its weekdays, asks of each week ahead."""
    first, last = entry.start.date(), entry.finish.date()
    day_minutes = portfolio.plan(entry.record.project or "").day_minutes
    spread = units * min(1.0, entry.work / (day_minutes * max(1, weekdays(first, last))))
    start = max(first, portfolio.status_date)
    monday = start - timedelta(start.weekday())
    while monday <= last:
        days = present(party, max(start, monday), min(last, monday + timedelta(6)))
        if days:
            yield monday.toordinal(), days * spread
        monday += timedelta(7)


def _weeks(book: Book, party: Party, weeks: dict[int, list[Piece]]) -> Iterator[Week]:
    capacity = _capacity(book, party)
    for ordinal, pieces in sorted(weeks.items()):
        monday = date.fromordinal(ordinal)
        time = present(party, monday, monday + timedelta(6)) * capacity
        if time > 0:
            yield Week(monday, sum(piece.days for piece in pieces) / time, tuple(pieces))


def _capacity(book: Book, party: Party) -> float:
    if party.capacity is not None:
        return party.capacity
    return sum(person.capacity for person in people_of(book, f"team/{party.id}", None))


def weekdays(first: date, last: date) -> int:
    """How many days from Monday to Friday there are from one day to another, both included."""
    days = (last - first).days + 1
    if days <= 0:
        return 0
    return days // 7 * WORKWEEK + _REST[first.weekday()][days % 7]


def present(party: Party, first: date, last: date) -> int:
    """The weekdays of a span on which a person is not on leave; all of them for a team."""
    days = weekdays(first, last)
    if isinstance(party, Person) and party.leave:
        away = {
            day
            for leave in party.leave
            for day in _span(max(leave.from_, first), min(leave.to, last))
            if day.weekday() < WORKWEEK
        }
        days -= len(away)
    return days


def _span(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(day) for day in range((last - first).days + 1))
