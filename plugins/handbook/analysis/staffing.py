"""Staffing: the workload of all people and teams in the weeks ahead, and the skills that work asks for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.workload import (
    WEEK,
    Load,
    Party,
    Piece,
    Week,
    loads,
    minutes_there,
    monday_of,
    shares,
)
from handbook.loading.audience import Circles
from handbook.planning.calendars import NORMAL, Calendars
from handbook.planning.horizon import horizon
from handbook.planning.parties import Parties
from handbook.planning.presence import Presence
from handbook.records.book import Book
from handbook.records.kinds.person import Person
from handbook.records.kinds.project import Project
from handbook.records.kinds.task import Task
from handbook.records.kinds.team import Team
from handbook.schedule.instants import instant

_ENDED = frozenset({"completed", "cancelled"})


@dataclass(frozen=True, slots=True)
class Need:
    """A skill: the open tasks that ask for it, and who holds it, with their levels, the best first."""

    skill: str
    tasks: tuple[Task, ...]
    holders: tuple[tuple[Person, int], ...]


def shows_people(book: Book) -> bool:
    """Whether the audience may see when people are there: leave is for the internal circle."""
    circles = Circles(book.settings.audiences, book.settings.default_audience, book.audience or None)
    return not circles.hides(circles.marked("internal"))


def team_loads(portfolio: Portfolio, projects: Iterable[Project], weeks: int) -> list[Load]:
    """The load of teams and their people in so many weeks from the status date on, with work or without.

    Each team stands before its members, what they do counts in it; then come all others. Only those with
    work in these weeks are in it. Work that may not be shown counts, and is not named.
    """
    open_ = [one for one in projects if one.status not in _ENDED]
    found = [one for project in open_ for one in shares(portfolio, project.id, portfolio.plan(project.id))]
    known = {load.party.address: load for load in loads(portfolio.book, found)}
    mondays = [monday_of(portfolio.status_date) + number * WEEK for number in range(weeks)]
    room = _Room(portfolio.book, mondays)
    people = {one.id: room.load(one, known.get(one.address)) for one in portfolio.book.of(Person)}
    busy = {id_: load for id_, load in people.items() if _has_work(load)}
    rows: list[Load] = []
    for team in portfolio.book.of(Team):
        members = [people[one.id] for one in room.members(team) if _has_work(people[one.id])]
        own = known.get(team.address)
        whole = room.team(team, own, members)
        if _has_work(whole) and (own or len(members) > 1):
            rows.append(whole)
            rows += [replace(busy.pop(one.party.id), inside=True) for one in members if one.party.id in busy]
    return rows + list(busy.values())


def _has_work(load: Load) -> bool:
    return any(week.work for week in load.weeks)


def needs(portfolio: Portfolio, projects: Iterable[Project]) -> list[Need]:
    """The skills that open tasks of projects ask for, those that fewest people hold first."""
    tasks: dict[str, list[Task]] = {}
    names: dict[str, str] = {}
    for project in projects:
        for entry in portfolio.plan(project.id) if project.status not in _ENDED else ():
            if isinstance(entry.record, Task) and entry.state != "done" and not entry.record.withheld:
                for skill in entry.record.skills:
                    names.setdefault(skill.casefold(), skill)
                    tasks.setdefault(skill.casefold(), []).append(entry.record)
    holders = _holders(portfolio.book, portfolio.status_date)
    found = [Need(names[key], tuple(tasks[key]), tuple(holders.get(key, ()))) for key in tasks]
    return sorted(found, key=lambda need: (len(need.holders), -len(need.tasks), need.skill.casefold()))


def _holders(book: Book, day: date) -> Mapping[str, list[tuple[Person, int]]]:
    found: dict[str, list[tuple[Person, int]]] = {}
    for person in book.of(Person):
        has_left = person.to is not None and person.to < day
        for skill, level in person.skills.items() if not has_left else ():
            found.setdefault(skill.casefold(), []).append((person, level))
    for people in found.values():
        people.sort(key=lambda one: (-one[1], one[0].name.casefold()))
    return found


class _Room:
    """The time that people and teams have in some weeks, in the usual calendar of the handbook."""

    def __init__(self, book: Book, mondays: Sequence[date]) -> None:
        self._status_date = book.status_date
        self._mondays = mondays
        calendars = Calendars(book, horizon(book.status_date, mondays))
        base = calendars.named(book.settings.schedule.calendar) or NORMAL
        self._parties = Parties(book)
        self._presence = Presence(calendars, base, self._parties)
        self._seen = {one.id: one for one in book.of(Person)}

    def members(self, team: Team) -> Iterator[Person]:
        """The members of a team whom the reader may see."""
        return (self._seen[one.id] for one in self._parties.members(team) if one.id in self._seen)

    def load(self, party: Party, known: Load | None) -> Load:
        """The load of somebody in each of the weeks."""
        weeks = {week.monday: week for week in known.weeks} if known else {}
        return Load(party, tuple(self._week(party, monday, weeks.get(monday)) for monday in self._mondays))

    def team(self, team: Team, own: Load | None, members: Sequence[Load]) -> Load:
        """The load of a team: what is assigned to it as a whole, and what its members do."""
        whole = self.load(team, own)
        weeks = []
        for number, week in enumerate(whole.weeks):
            pieces: tuple[Piece, ...] = week.pieces
            work, time = week.work, week.time
            for member in members:
                work += member.weeks[number].work
                pieces += member.weeks[number].pieces
            weeks.append(Week(week.monday, work, time, pieces))
        return Load(team, tuple(weeks))

    def _week(self, party: Party, monday: date, known: Week | None) -> Week:
        first = instant(max(monday, self._status_date), 0)
        time = minutes_there(self._presence, party, first, instant(monday + WEEK, 0))
        if known is None:
            return Week(monday, 0.0, time)
        return Week(monday, known.work, max(time, known.time), known.pieces)
