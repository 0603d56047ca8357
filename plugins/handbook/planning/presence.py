"""When the people assigned to a task are there.

As in Microsoft Project the calendar of a person goes before the project's, and a task with a calendar of
its own is worked in the time that is in both. Absences are taken away. Where several people share a task,
work goes on while at least one of them is there; a team stands for its members, a role for its holder. Who
is unknown, or a team without known members, is always there.
"""

from collections.abc import Iterable, Iterator
from functools import reduce

from handbook.planning.calendars import Calendars
from handbook.planning.week import Intervals
from handbook.records.kinds.person import Person
from handbook.records.kinds.role import Role
from handbook.records.kinds.task import Task
from handbook.records.kinds.team import Team
from handbook.schedule import WorkingCalendar, intersection


class Presence:
    """The calendars of tasks, by the calendar they name and the people assigned; each is made once."""

    def __init__(self, calendars: Calendars, base: WorkingCalendar) -> None:
        self._calendars = calendars
        self._base = base
        self._of_task: dict[tuple[str | None, tuple[str, ...]], WorkingCalendar] = {}
        self._of_person: dict[str, WorkingCalendar] = {}
        self._members: dict[str, list[Person]] | None = None

    def calendar(self, task: Task) -> WorkingCalendar:
        """When a task is worked on; its people are left out of it if it would never be."""
        key = (task.calendar, tuple(task.assigned))
        if key not in self._of_task:
            self._of_task[key] = self._make(*key)
        return self._of_task[key]

    def people(self, party: str) -> list[Person] | None:
        """The people that a reference to a person, role or team stands for; None if that is not known."""
        record = self._calendars.book.counted(party, ("person", "role", "team"))
        if isinstance(record, Role) and record.holder:
            record = self._calendars.book.counted(record.holder, ("person",))
        if isinstance(record, Team):
            return self._of_team(record) or None
        return [record] if isinstance(record, Person) else None

    def team(self, party: str) -> Team | None:
        """The team that a reference names, if it names one."""
        record = self._calendars.book.counted(party, ("person", "role", "team"))
        return record if isinstance(record, Team) else None

    def _make(self, calendar: str | None, assigned: tuple[str, ...]) -> WorkingCalendar:
        own = self._calendars.named(calendar)
        usual = own or self._base
        there = self._union(assigned)
        if there is None or there is usual:
            return usual
        both = intersection(usual, there) if own else there
        return usual if both.is_empty else both

    def _union(self, assigned: tuple[str, ...]) -> WorkingCalendar | None:
        """When at least one of those assigned is there; None if somebody always is."""
        calendars: list[WorkingCalendar] = []
        for party in assigned:
            people = self.people(party)
            if people is None:
                return None
            calendars += [self._person(person) for person in people]
        return reduce(_either, dict.fromkeys(calendars)) if calendars else None

    def _person(self, person: Person) -> WorkingCalendar:
        if person.id not in self._of_person:
            usual = self._calendars.named(person.calendar) or self._base
            away = {
                day.toordinal(): ()
                for leave in person.leave
                for day in self._calendars.days(leave.from_, leave.to)
            }
            here = WorkingCalendar(usual.week, {**usual.exceptions, **away}) if away else usual
            self._of_person[person.id] = here
        return self._of_person[person.id]

    def _everybody(self) -> Iterable[Person]:
        book = self._calendars.book
        unseen = {person.id: person for person in book.unseen if isinstance(person, Person)}
        return (
            unseen | {person.id: person for person in book.of(Person) if person.id not in unseen}
        ).values()

    def _of_team(self, team: Team) -> list[Person]:
        if self._members is None:
            self._members = {}
            for person in self._everybody():
                self._members.setdefault((person.team or "").casefold(), []).append(person)
        named = (self._calendars.book.counted(member, ("person",)) for member in team.members)
        own = self._members.get(team.id.casefold(), []) + self._members.get(f"team/{team.id.casefold()}", [])
        return list({person.id: person for person in (*named, *own) if isinstance(person, Person)}.values())


def _either(one: WorkingCalendar, other: WorkingCalendar) -> WorkingCalendar:
    """The calendar of the time that is working time in at least one of two calendars."""
    week = tuple(_merged((*a, *b)) for a, b in zip(one.week, other.week, strict=True))
    days = {*one.exceptions, *other.exceptions}
    return WorkingCalendar(week, {day: _merged((*one.day(day), *other.day(day))) for day in days})


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
