"""Load: how much of their time people and teams are planned for, week by week."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from handbook.analysis.portfolio import Portfolio
from handbook.checks.standing import open_entries, people_of
from handbook.planning.plan import Entry
from handbook.records.book import Book
from handbook.records.kinds.person import Person
from handbook.records.kinds.task import Task
from handbook.records.kinds.team import Team

WORKWEEK = 5

Party = Person | Team


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a task in one week: its days of work, and the name under which it is assigned."""

    task: Task
    name: str
    days: float


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


def loads(portfolio: Portfolio) -> Iterator[Load]:
    """The load of everybody with unfinished work, from the status date on, in order of the first of it."""
    book = portfolio.book
    work: dict[str, dict[date, list[Piece]]] = {}
    parties: dict[str, Party] = {}
    for entry in sorted(_ahead(portfolio), key=lambda entry: entry.start):
        for name, units in getattr(entry.record, "assigned", {}).items():
            party = _party(book, name, entry.record.project)
            if party is not None:
                parties[party.address] = party
                _spread(work.setdefault(party.address, {}), portfolio, entry, name, units, party)
    for address, weeks in work.items():
        yield Load(parties[address], tuple(_weeks(book, parties[address], weeks)))


def _ahead(portfolio: Portfolio) -> Iterator[Entry]:
    for entry in open_entries(portfolio):
        if isinstance(entry.record, Task) and not entry.summary and entry.state != "done":
            yield entry


def _party(book: Book, name: str, project: str | None) -> Party | None:
    """Who is meant: a team as a whole, a person, or the holder of a role."""
    found = book.find(name, project, ("person", "role", "team"))
    if isinstance(found, Team):
        return found
    return next(iter(people_of(book, name, project)), None)


def _spread(
    weeks: dict[date, list[Piece]], portfolio: Portfolio, entry: Entry, name: str, units: float, party: Party
) -> None:
    """Spread a task evenly over its weekdays, and put those ahead into their weeks."""
    task = entry.record
    first, last = entry.start.date(), entry.finish.date()
    day_minutes = portfolio.plan(task.project or "").day_minutes
    spread = units * min(1.0, entry.work / (day_minutes * max(1, weekdays(first, last))))
    start = max(first, portfolio.status_date)
    monday = start - timedelta(start.weekday())
    while monday <= last and isinstance(task, Task):
        days = present(party, max(start, monday), min(last, monday + timedelta(6)))
        if days:
            weeks.setdefault(monday, []).append(Piece(task, name, days * spread))
        monday += timedelta(7)


def _weeks(book: Book, party: Party, weeks: dict[date, list[Piece]]) -> Iterator[Week]:
    for monday, pieces in sorted(weeks.items()):
        days = present(party, monday, monday + timedelta(6))
        time = days * _capacity(book, party)
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
    rest = sum((first.weekday() + day) % 7 < WORKWEEK for day in range(days % 7))
    return days // 7 * WORKWEEK + rest


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
