"""Calendars of a plan as records: those that are there already are used, the others are written."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, get_args

from handbook.exchange.editing.ids import word_id
from handbook.exchange.plans.model import Hours, OtherDays, PlanCalendar
from handbook.exchange.plans.working import days_of, working
from handbook.planning.calendars import Calendars
from handbook.planning.horizon import Horizon
from handbook.records.book import Book
from handbook.records.kinds.calendar import Calendar, Weekday
from handbook.schedule import WorkingCalendar


class CalendarRecords:
    """The ids of calendars by their keys, and the records to be written."""

    def __init__(self, book: Book, calendars: Iterable[PlanCalendar], origin: str) -> None:
        self.ids: dict[str, str] = {}
        self.records: dict[str, dict[str, Any]] = {}
        taken = [record.id for record in book.of(Calendar)]
        for one in calendars:
            if (known := _same(book, one)) is not None:
                self.ids[one.key] = known
                continue
            id_ = word_id(one.name or f"calendar-{one.key}", taken) or "calendar"
            taken.append(id_)
            self.ids[one.key] = id_
            self.records[id_] = _fields(one, origin)


def _same(book: Book, one: PlanCalendar) -> str | None:
    """The id of a calendar of the same name and time, as far as the file knows its days."""
    named = [record for record in book.of(Calendar) if record.label.casefold() == one.name.casefold()]
    if not named:
        return None
    here = working(one)
    years = [day for each in one.exceptions for day in (each.first.year, each.last.year)]
    made = Calendars(book, Horizon(min(years), max(years)) if years else Horizon(1, 0))
    for record in named:
        there = made.named(f"calendar/{record.id}")
        if there is not None and _agree(here, there, years):
            return record.id
    return None


def _agree(one: WorkingCalendar, other: WorkingCalendar, years: list[int]) -> bool:
    if one.week != other.week:
        return False
    if not years:
        return True
    first, last = date(min(years), 1, 1).toordinal(), date(max(years), 12, 31).toordinal()
    return _within(one, first, last) == _within(other, first, last)


def _within(calendar: WorkingCalendar, first: int, last: int) -> dict[int, Hours]:
    return {day: hours for day, hours in calendar.exceptions.items() if first <= day <= last}


def _fields(one: PlanCalendar, origin: str) -> dict[str, Any]:
    week = dict(zip(get_args(Weekday), one.week, strict=True))
    fields: dict[str, Any] = {"title": one.name} if one.name else {}
    fields["work"] = {day: hours_text(hours) for day, hours in week.items() if hours} or {"mon": "free"}
    free = [_free(each) for each in one.exceptions if not each.hours]
    extra = [item for each in one.exceptions if each.hours for item in _extra(each)]
    if free:
        fields["holidays"] = free
    if extra:
        fields["extra_work"] = extra
    if one.number is not None:
        fields["known_as"] = {origin: f"{one.number}"}
    return fields


def _free(one: OtherDays) -> Any:
    title = {"title": one.name} if one.name else {}
    if one.first == one.last:
        return {"on": f"{one.first}", **title} if title else f"{one.first}"
    return {"from": f"{one.first}", "to": f"{one.last}", **title}


def _extra(one: OtherDays) -> Iterator[dict[str, str]]:
    return ({"on": f"{day}", "hours": hours_text(one.hours)} for day in days_of(one.first, one.last))


def hours_text(hours: Hours) -> str:
    """Hours of a day as records write them: ``8:00-12:00 13:00-17:00``."""
    return " ".join(f"{a // 60}:{a % 60:02}-{b // 60}:{b % 60:02}" for a, b in hours) or "free"
