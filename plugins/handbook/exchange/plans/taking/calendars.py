"""The calendars that a plan counts with, with their days as far as the plan reaches."""

from dataclasses import replace
from datetime import date, timedelta

from handbook.exchange.plans.model import OtherDays, PlanCalendar
from handbook.exchange.plans.taking.known import ORIGIN, number_of
from handbook.planning.calendars import Calendars
from handbook.planning.horizon import Horizon
from handbook.records.book import Book
from handbook.records.kinds.calendar import Calendar
from handbook.schedule import WorkingCalendar

STANDARD = "standard"
"""The key of a calendar that no record is."""


class CalendarParts:
    """Calendars by their keys, which are the ids of records; each is made when it is asked for."""

    def __init__(self, book: Book, first: date, last: date) -> None:
        self._book = book
        self._horizon = Horizon(first.year, last.year)
        self._made = Calendars(book, self._horizon)
        self.found: dict[str, PlanCalendar] = {}

    def usual(self, address: str | None, calendar: WorkingCalendar) -> str:
        """The key of the project's calendar, which is ``calendar`` whatever its record says."""
        record = self._record(address) or self._record(self._book.settings.schedule.calendar)
        if record is not None and self._made.named(f"calendar/{record.id}") == calendar:
            return self.key(f"calendar/{record.id}")
        self.found[STANDARD] = _part(STANDARD, "Standard", calendar, {}, self._horizon)
        return STANDARD

    def key(self, address: str | None) -> str:
        """The key of the calendar that an address names; empty if nothing known is named."""
        record, calendar = self._record(address), self._made.named(address)
        if record is None or calendar is None:
            return ""
        is_shown = not record.withheld and any(one is record for one in self._book.of(Calendar))
        name = record.label if is_shown else "Calendar"
        titles = _titles(record) if is_shown else {}
        if record.id not in self.found:
            part = _part(record.id, name, calendar, titles, self._horizon)
            self.found[record.id] = replace(part, number=number_of(record.known_as.get(ORIGIN, "")))
        return record.id

    def _record(self, address: str | None) -> Calendar | None:
        record = self._book.counted(address, ("calendar",)) if address else None
        return record if isinstance(record, Calendar) else None


def _titles(record: Calendar) -> dict[date, str]:
    """What free days are called, by the first of them."""
    return {first: free.title for free in record.holidays if (first := free.on or free.from_) and free.title}


def _part(
    key: str, name: str, calendar: WorkingCalendar, titles: dict[date, str], horizon: Horizon
) -> PlanCalendar:
    """A calendar with its exceptions inside the horizon, days that follow each other and are alike as one."""
    found: list[OtherDays] = []
    for ordinal, hours in calendar.exceptions.items():
        day = date.fromordinal(ordinal)
        if not horizon.first <= day.year <= horizon.last:
            continue
        last = found[-1] if found else None
        follows = last is not None and last.last + timedelta(1) == day and day not in titles
        if last is not None and follows and last.hours == hours:
            found[-1] = last._replace(last=day)
        else:
            found.append(OtherDays(day, day, hours, titles.get(day, "")))
    return PlanCalendar(key, name, calendar.week, tuple(found))
