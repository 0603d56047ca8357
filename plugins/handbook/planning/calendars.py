"""Working calendars from calendar records: hours of weekdays, public holidays, free days and extra days."""

from collections.abc import Iterator
from datetime import date

from handbook.planning.holidays import public_holidays
from handbook.planning.horizon import Horizon
from handbook.planning.week import NORMAL_WEEK, Intervals, normal_day, week_of
from handbook.records.book import Book
from handbook.records.kinds.calendar import Calendar, FreeDay
from handbook.records.kinds.project import Project
from handbook.schedule import WorkingCalendar

NORMAL = WorkingCalendar(NORMAL_WEEK)
"""Monday to Friday, 8:00-12:00 and 13:00-17:00, no holidays."""


class Calendars:
    """The calendars of a book, as far as a horizon reaches; each is made once.

    A day of extra work goes before a holiday.
    """

    def __init__(self, book: Book, horizon: Horizon) -> None:
        self.book = book
        self.horizon = horizon
        self.is_cut = False
        """Whether days beyond the horizon are missing in a calendar that was made."""
        self.is_free_beyond = False
        """Whether free days that somebody wrote go on where the horizon ends."""
        self._made: dict[str, WorkingCalendar] = {}

    def of_project(self, project: Project) -> WorkingCalendar:
        """The project's own calendar, else the one of the settings, else the normal one."""
        return self.named(project.calendar) or self.named(self.book.settings.schedule.calendar) or NORMAL

    def named(self, address: str | None) -> WorkingCalendar | None:
        """The calendar that ``address`` names; None if nothing or nothing known is named."""
        record = self.book.counted(address, ("calendar",)) if address else None
        if not isinstance(record, Calendar):
            return None
        if record.id not in self._made:
            self._made[record.id] = self._make(record)
        return self._made[record.id]

    def days(self, start: date, end: date) -> Iterator[date]:
        """The days from ``start`` to ``end``, both included, as far as the horizon reaches."""
        self.is_cut |= not self.horizon.holds(start, end)
        self.is_free_beyond |= start.year <= self.horizon.last < end.year
        return self.horizon.days(start, end)

    def _make(self, record: Calendar) -> WorkingCalendar:
        week = week_of(record.work)
        days: dict[int, Intervals] = {}
        for free in record.holidays:
            days.update((day.toordinal(), ()) for day in self.days(*_span(free)))
        if record.country:
            self.is_cut = True
            for year in range(self.horizon.first, self.horizon.last + 1):
                found = public_holidays(record.country, record.subdivision, year)
                days.update((day.toordinal(), ()) for day in found)
        return WorkingCalendar(week, days | dict(_extra_days(record, week)))


def _extra_days(record: Calendar, week: tuple[Intervals, ...]) -> Iterator[tuple[int, Intervals]]:
    """The hours of days of extra work; if none are told, those of the weekday or of a normal day."""
    for extra in record.extra_work:
        usual = week[extra.on.weekday()] or normal_day(week)
        yield extra.on.toordinal(), usual if extra.hours is None else extra.hours


def _span(free: FreeDay) -> tuple[date, date]:
    """First and last day; an empty span for a free day without a date."""
    first, last = free.on or free.from_ or free.to, free.to or free.on or free.from_
    return (first, last) if first and last else (date.max, date.min)
