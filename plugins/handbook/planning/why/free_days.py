"""Why a day is not worked on: weekend, holiday or leave, as far as the reader may know."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from handbook.planning.activities import Tools
from handbook.planning.breakdown import Item
from handbook.planning.holidays import holiday_name
from handbook.planning.week import week_of
from handbook.planning.why.step import Free, Reason
from handbook.records.book import Book
from handbook.records.kinds.calendar import Calendar
from handbook.records.kinds.person import Person
from handbook.records.kinds.project import Project
from handbook.records.kinds.task import Task


class Named(NamedTuple):
    """A reason, and its name."""

    reason: Reason
    name: str = ""
    people: tuple[str, ...] = ()


class FreeDays:
    """Names the days on which the work of one project rests.

    What is not in the book for its audience – people, their leave, calendars – is never named: such days are
    just not worked.
    """

    def __init__(self, book: Book, project: Project, tools: Tools) -> None:
        self._book = book
        self._tools = tools
        self._usual = self._calendar(project.calendar) or self._calendar(book.settings.schedule.calendar)

    def told(self, item: Item, days: Iterable[date]) -> tuple[Free, ...]:
        """The days, ascending, with their reasons; those of one reason that follow each other are one."""
        found: dict[tuple[Named, int], list[date]] = {}
        runs: dict[Named, int] = {}
        last: dict[Named, date] = {}
        for day in days:
            why = self._why(item, day)
            if why.reason == "weekend" or (why in last and (day - last[why]).days <= _WEEKEND):
                run = runs.get(why, 0)
            else:
                run = runs[why] = runs.get(why, -1) + 1
            last[why] = day
            found.setdefault((why, run), []).append(day)
        return tuple(
            Free(why.reason, why.name, part[0], part[-1], len(part), why.people)
            for (why, _), part in sorted(found.items(), key=lambda one: one[1][0])
        )

    def _why(self, item: Item, day: date) -> Named:
        people = list(self._people(item))
        own = item.calendar if isinstance(item, Task) and not item.withheld else None
        calendars = [self._calendar(own)] if own else []
        calendars += [self._calendar(person.calendar) or self._usual for person in people] or [self._usual]
        if all(not week_of(one.work if one else {})[day.weekday()] for one in calendars):
            return Named("weekend" if day.weekday() >= _SATURDAY else "off")
        if away := [person for person in people if _is_away(person, day)]:
            who = " and ".join(person.label for person in away)
            return Named("leave", who, tuple(person.address for person in away))
        names = (_holiday(one, day) for one in calendars if one is not None)
        return next((Named("holiday", name) for name in names if name is not None), Named("off"))

    def _people(self, item: Item) -> Iterator[Person]:
        """Those assigned to a task whom the reader may see."""
        if not isinstance(item, Task) or item.withheld:
            return
        for party in self._tools.staffing.of(item):
            if self._book.find(party, item.project, ("person", "role", "team")) is None:
                continue
            for person in self._tools.presence.parties.people(party) or ():
                seen = self._book.get(Person, person.id)
                if seen is not None and not seen.withheld:
                    yield seen

    def _calendar(self, address: str | None) -> Calendar | None:
        found = self._book.find(address, None, ("calendar",)) if address else None
        return found if isinstance(found, Calendar) and not found.withheld else None


_SATURDAY = 5
_WEEKEND = 3


def _is_away(person: Person, day: date) -> bool:
    return any(leave.from_ <= day <= leave.to for leave in person.leave)


def _holiday(calendar: Calendar, day: date) -> str | None:
    """The name of a holiday, be it empty; None if the calendar has none on that day."""
    for free in calendar.holidays:
        first, last = free.on or free.from_ or free.to, free.to or free.on or free.from_
        if first and last and first <= day <= last:
            return free.title
    return holiday_name(calendar.country, calendar.subdivision, day) if calendar.country else None
