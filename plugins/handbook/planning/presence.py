"""When the people assigned to a task are there.

As in Microsoft Project the calendar of a person goes before the project's, and a task with a calendar of
its own is worked in the time that is in both. Absences are taken away. Where several people share a task,
work goes on while at least one of them is there; a team stands for its members, a role for its holder. Who
is unknown, or a team without known members, is always there.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import reduce
from itertools import pairwise

from handbook.planning.calendars import Calendars
from handbook.planning.horizon import Horizon
from handbook.planning.parties import Parties
from handbook.planning.week import Intervals
from handbook.records.kinds.levelled import Piece
from handbook.records.kinds.person import Person
from handbook.records.kinds.task import Task
from handbook.schedule import WorkingCalendar, intersection
from handbook.schedule.instants import instant


class Presence:
    """The calendars of tasks, by the calendar they name and the people assigned; each is made once."""

    def __init__(self, calendars: Calendars, base: WorkingCalendar, parties: Parties) -> None:
        """``base`` is the calendar of the project."""
        self.parties = parties
        self._calendars = calendars
        self.base = base
        self._of_task: dict[tuple[str | None, tuple[str, ...]], WorkingCalendar] = {}
        self._of_person: dict[str, WorkingCalendar] = {}

    def again(self) -> "Presence":
        """The same, with nothing made yet: for people as a reader sees them, not as plans count them."""
        return Presence(self._calendars, self.base, self.parties)

    def instead(self, people: Iterable[Person]) -> "Presence":
        """The same, with some people as other records of theirs say."""
        made = self.again()
        changed = {one.id: one for one in people}
        kept = {id_: calendar for id_, calendar in self._of_person.items() if id_ not in changed}
        made._of_person = kept
        for one in changed.values():
            made.person(one)
        return made

    @property
    def horizon(self) -> Horizon:
        """The years that it looks at."""
        return self._calendars.horizon

    def calendar(self, task: Task, doers: Iterable[str]) -> WorkingCalendar:
        """When a task is worked on by ``doers``; they are left out of it if it would never be."""
        key = (task.calendar, tuple(doers))
        if key not in self._of_task:
            self._of_task[key] = self._make(*key)
        return self._of_task[key]

    def _make(self, calendar: str | None, assigned: tuple[str, ...]) -> WorkingCalendar:
        own = self._calendars.named(calendar)
        usual = own or self.base
        there = self._union(assigned)
        if there is None or there is usual:
            return usual
        both = intersection(usual, there) if own else there
        return usual if both.is_empty else both

    def paused(self, calendar: WorkingCalendar, pieces: Sequence[Piece]) -> WorkingCalendar:
        """A calendar without the time between the pieces of interrupted work."""
        days: dict[int, Intervals] = {}
        for earlier, later in pairwise(sorted(pieces, key=lambda piece: piece.from_)):
            gap = _instant(earlier.to), _instant(later.from_)
            for day in self._calendars.days(earlier.to.date(), later.from_.date()):
                at = day.toordinal()
                days[at] = _outside(days.get(at, calendar.day(at)), instant(day, 0), gap)
        return WorkingCalendar(calendar.week, {**calendar.exceptions, **days}) if days else calendar

    def _union(self, assigned: tuple[str, ...]) -> WorkingCalendar | None:
        """When at least one of those assigned is there; None if somebody always is."""
        calendars: list[WorkingCalendar] = []
        for party in assigned:
            people = self.parties.people(party)
            if people is None:
                return None
            calendars += [self.person(person) for person in people]
        return reduce(_either, dict.fromkeys(calendars)) if calendars else None

    def person(self, person: Person) -> WorkingCalendar:
        """When a person works: in their own calendar, else in the project's, and not on days of leave."""
        if person.id not in self._of_person:
            usual = self._calendars.named(person.calendar) or self.base
            away = {
                day.toordinal(): ()
                for leave in person.leave
                for day in self._calendars.days(leave.from_, leave.to)
            }
            here = WorkingCalendar(usual.week, {**usual.exceptions, **away}) if away else usual
            self._of_person[person.id] = here
        return self._of_person[person.id]


def _either(one: WorkingCalendar, other: WorkingCalendar) -> WorkingCalendar:
    """The calendar of the time that is working time in at least one of two calendars."""
    week = tuple(_merged((*a, *b)) for a, b in zip(one.week, other.week, strict=True))
    days = {*one.exceptions, *other.exceptions}
    return WorkingCalendar(week, {day: _merged((*one.day(day), *other.day(day))) for day in days})


def _instant(moment: datetime) -> int:
    return instant(moment.date(), moment.hour * 60 + moment.minute)


def _outside(day: Intervals, midnight: int, gap: tuple[int, int]) -> Intervals:
    """The hours of a day that lie outside a gap between two instants."""
    first, last = gap[0] - midnight, gap[1] - midnight
    parts = [(start, min(end, first)) for start, end in day] + [(max(start, last), end) for start, end in day]
    return tuple(sorted({(start, end) for start, end in parts if start < end}))


def _merged(spans: Iterable[tuple[int, int]]) -> Intervals:
    """Spans in order, those that overlap made one."""

    def merge() -> Iterator[tuple[int, int]]:
        start, end = -1, -1
        for first, last in sorted(spans):
            if first <= end:
                end = max(end, last)
                continue
            if end >= 0:
                yield start, end
            start, end = first, last
        if end >= 0:
            yield start, end

    return tuple(merge())
