"""Workload: how much work people and teams have, week by week, against the time they have for it.

Work is counted in minutes of the very hours in which it is planned; leave and holidays count neither as work
nor as time.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.spot import Spot, spot_of
from handbook.planning.plan import Entry
from handbook.planning.presence import Presence
from handbook.records.book import Book
from handbook.records.kinds.person import Person
from handbook.records.kinds.role import Role
from handbook.records.kinds.task import Task
from handbook.records.kinds.team import Team
from handbook.schedule import WorkingCalendar, intersection
from handbook.schedule.instants import DAY, instant

Party = Person | Team
WEEK = timedelta(7)
_LAST = date.max.toordinal()


class Piece(NamedTuple):
    """A task with its minutes of work in one week.

    ``task`` is its address, ``spot`` where it stands, and ``path`` leads from there to the assignment.
    """

    task: str
    path: Sequence[str]
    work: float
    spot: Spot


class Share(NamedTuple):
    """What a task asks of a party: (ordinal of the Monday, minutes of work, minutes it has); plain data."""

    start: str
    party: str
    task: str
    path: Sequence[str]
    spot: Spot
    weeks: list[tuple[int, float, float]]


@dataclass(frozen=True, slots=True)
class Week:
    """One week of a party: its work and its time in minutes, and the work in order of start."""

    monday: date
    work: float
    time: float
    pieces: tuple[Piece, ...] = ()

    @property
    def share(self) -> float:
        """The share of the time that is planned; 0 where there is neither work nor time."""
        return self.work / self.time if self.time else float(self.work > 0)


@dataclass(frozen=True, slots=True)
class Load:
    """The weeks of one person or team in which they have time and work.

    ``inside`` tells that it counts in that of the team before it.
    """

    party: Party
    weeks: tuple[Week, ...]
    inside: bool = False


def shares(portfolio: Portfolio, project: str, entries: Iterable[Entry]) -> list[Share]:
    """What unfinished work among the entries of a plan asks of people and teams, from the status date on."""
    planned = tuple(entries)
    if not planned:
        return []
    hours = _Hours(portfolio, project)
    found = []
    for entry in planned:
        task = entry.record
        if not isinstance(task, Task) or entry.summary or entry.state == "done":
            continue
        for name, units in entry.doers.items():
            party = _party(portfolio.book, name)
            weeks = list(hours.weeks(entry, units, party)) if party else []
            if party and weeks:
                start = entry.start.isoformat()
                found.append(
                    Share(start, party.address, task.address, written_in(task, name), spot_of(task), weeks)
                )
    return found


def loads(book: Book, found: Iterable[Sequence[Any]]) -> Iterator[Load]:
    """The load of everybody with a share of the work, in order of the first of it."""
    work: dict[str, dict[int, list[Piece]]] = {}
    time: dict[tuple[str, int], float] = {}
    for one in sorted((Share(*share) for share in found), key=lambda share: share.start):
        weeks = work.setdefault(one.party, {})
        for monday, minutes, there in one.weeks:
            weeks.setdefault(monday, []).append(Piece(one.task, tuple(one.path), minutes, Spot(*one.spot)))
            time[one.party, monday] = max(there, time.get((one.party, monday), 0.0))
    for address, weeks in work.items():
        party = book.find(address, None, ("person", "team"))
        if isinstance(party, Person | Team):
            yield Load(party, tuple(_weeks(address, weeks, time)))


def _weeks(
    address: str, weeks: Mapping[int, list[Piece]], time: Mapping[tuple[str, int], float]
) -> Iterator[Week]:
    for monday, pieces in sorted(weeks.items()):
        if there := time[address, monday]:
            work = sum(piece.work for piece in pieces)
            yield Week(date.fromordinal(monday), work, there, tuple(pieces))


def minutes_there(presence: Presence, party: Party, start: int, finish: int) -> float:
    """The minutes that a person or team has for work between two instants."""
    if isinstance(party, Team) and party.capacity is not None:
        return party.capacity * max(0, presence.base.between(start, finish))
    people = [party] if isinstance(party, Person) else presence.parties.members(party)
    return sum(one.capacity * max(0, presence.person(one).between(start, finish)) for one in people)


def written_in(task: Task, party: str) -> tuple[str, ...]:
    """The path of the assignment by which somebody does a task; of all if a role or team stands for them."""
    if party in task.assigned:
        return ("assigned", party)
    return ("one_of", party) if party in task.one_of else ("assigned",)


def monday_of(day: date) -> date:
    """The Monday of the week of a day."""
    return day - timedelta(day.weekday())


def _party(book: Book, name: str) -> Party | None:
    """Who is meant, if the reader may see them: a team as a whole, a person, or the holder of a role."""
    found = book.find(name, None, ("person", "role", "team"))
    if isinstance(found, Role):
        found = book.find(found.holder, None, ("person",)) if found.holder else None
    return found if isinstance(found, Person | Team) else None


class _Hours:
    """The hours in which the work of one project is planned."""

    def __init__(self, portfolio: Portfolio, project: str) -> None:
        self._settled = portfolio.settled(project)
        self._presence = self._settled.draft.tools.presence.again()
        self._status_date = portfolio.status_date
        self._from = instant(portfolio.status_date, 0)
        self._common: dict[tuple[int, str], WorkingCalendar] = {}
        self._time: dict[tuple[str, int], float] = {}

    def weeks(self, entry: Entry, units: float, party: Party) -> Iterator[tuple[int, float, float]]:
        """The Mondays of the weeks ahead in which a party works on an entry, with its work and its time."""
        item = self._settled.draft.outline.work.index.get(entry.record.id.casefold())
        row = None if item is None else self._settled.row(item)
        if row is None:
            return
        table = self._settled.timetable
        calendar = self._calendar(table.network.activities[row].calendar or table.network.calendar, party)
        start, finish = max(table.start[row], self._from), table.finish[row]
        monday = monday_of(entry.start.date()).toordinal()
        monday = max(monday, monday_of(self._status_date).toordinal())
        while _midnight(monday) < finish and monday <= _LAST:
            first, last = max(start, _midnight(monday)), min(finish, _midnight(monday + 7))
            if work := units * calendar.between(first, last):
                yield monday, work, self._there(party, monday)
            monday += 7

    def _calendar(self, usual: WorkingCalendar, party: Party) -> WorkingCalendar:
        """When a party works on something that is worked on in a calendar."""
        if isinstance(party, Team):
            return usual
        key = (id(usual), party.id)
        if key not in self._common:
            own = self._presence.person(party)
            self._common[key] = usual if own is usual else intersection(usual, own)
        return self._common[key]

    def _there(self, party: Party, monday: int) -> float:
        key = (party.address, monday)
        if key not in self._time:
            first = max(self._from, _midnight(monday))
            self._time[key] = minutes_there(self._presence, party, first, _midnight(monday + 7))
        return self._time[key]


def _midnight(ordinal: int) -> int:
    """The instant at which the day with an ordinal begins."""
    return (ordinal - 1) * DAY
