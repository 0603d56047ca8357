"""The Calendars of MSPDI: weeks, exceptions, working weeks, and calendars made of others."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import pairwise

from handbook.exchange.plans.model import Hours, OtherDays, PlanCalendar
from handbook.exchange.plans.mspdi import values
from handbook.exchange.plans.mspdi.fields import Fields
from handbook.exchange.plans.mspdi.recurrence import Recurrence, days, is_known
from handbook.exchange.plans.mspdi.xml import Element
from handbook.exchange.plans.notes import Notes
from handbook.exchange.plans.working import MOST_DAYS, days_of
from handbook.planning.week import NORMAL_DAY, NORMAL_WEEK

_COMPUTED = frozenset({"GUID", "IsBaseCalendar"})
_SUNDAY, _EXCEPTION = 1, 0


@dataclass(slots=True)
class Read:
    """A calendar as its element has it: ``week`` holds only the days that it names."""

    key: str
    name: str
    base: str
    line: int
    is_baseline: bool
    week: dict[int, Hours] = field(default_factory=dict)
    exceptions: list[OtherDays] = field(default_factory=list)


def read_calendars(root: Element, notes: Notes) -> dict[str, Read]:
    """The calendars by their UIDs; of two with one UID the first."""
    found: dict[str, Read] = {}
    for element in root.inside("Calendars", "Calendar"):
        one = _calendar(element, notes)
        if one.key in found:
            notes.add(one.line, f"not read: calendar '{one.name}' – its UID {one.key} is taken")
        else:
            found[one.key] = one
    return found


def whole(one: Read, known: dict[str, Read]) -> PlanCalendar:
    """A calendar with all that it takes from those it is made of."""
    chain = [one]
    while chain[-1].base in known and known[chain[-1].base] not in chain:
        chain.append(known[chain[-1].base])
    is_told = any(each.week for each in chain)
    week: list[Hours] = [()] * 7 if is_told else list(NORMAL_WEEK)
    for each in reversed(chain):
        for day, hours in each.week.items():
            week[day] = hours
    exceptions = tuple(exception for each in chain for exception in each.exceptions)
    number = int(one.key) if one.key.isdecimal() and len(one.key) < 10 else None
    return PlanCalendar(one.key, one.name, tuple(week), exceptions, number, one.line)


def _calendar(element: Element, notes: Notes) -> Read:
    fields = Fields(element, notes, "calendar")
    key, name = fields.text("UID").strip(), fields.line_text("Name")
    fields.what = f"calendar '{name}'"
    base = fields.text("BaseCalendarUID").strip()
    one = Read(key, name, base, element.line, fields.flag("IsBaselineCalendar"))
    for day in fields.each("WeekDays", "WeekDay"):
        _add_day(one, Fields(day, notes, fields.what))
    for exception in fields.each("Exceptions", "Exception"):
        one.exceptions += _merged(_exception(Fields(exception, notes, fields.what)))
    for week in fields.each("WorkWeeks", "WorkWeek"):
        one.exceptions += _merged(_work_week(Fields(week, notes, fields.what), one.week))
    fields.rest("calendar", _COMPUTED, {})
    return one


def _add_day(one: Read, day: Fields) -> None:
    number, hours = day.whole("DayType"), _hours(day)
    if number == _EXCEPTION:
        if (span := _period(day)) is not None:
            one.exceptions.append(OtherDays(*span, hours))
    elif number is not None and _SUNDAY <= number <= 7:
        one.week[(number - 2) % 7] = hours
    else:
        day.tell("DayType", f"not read: a day of the type {number}")


def _hours(day: Fields) -> Hours:
    """The hours of a day; those of a normal one if it is worked and none are told."""
    if not day.flag("DayWorking"):
        return ()
    spans: list[tuple[int, int]] = []
    for one in day.each("WorkingTimes", "WorkingTime"):
        start, end = (_clock(found.text if (found := one.first(name)) else "") for name in _ENDS)
        if start is not None and end is not None and start < (end or 1440):
            spans.append((start, end or 1440))
    spans.sort()
    if any(later[0] < earlier[1] for earlier, later in pairwise(spans)):
        day.tell("WorkingTimes", "not read: hours that overlap; a normal day instead")
        return NORMAL_DAY
    return tuple(spans) or NORMAL_DAY


_ENDS = ("FromTime", "ToTime")


def _clock(text: str) -> int | None:
    at = values.moment(f"2000-01-01T{text.strip()}")
    return None if at is None else at.hour * 60 + at.minute


def _period(fields: Fields) -> tuple[date, date] | None:
    """The first and the last day of a TimePeriod; None, with a note, if there is none."""
    found = next(fields.each("TimePeriod"), None)
    ends = [values.moment(one.text) if found and (one := found.first(name)) else None for name in _DATES]
    first, last = ends
    if first is None or last is None or last < first:
        fields.tell("TimePeriod", "not read: days without a first or a last one")
        return None
    return first.date(), _last_day(first, last)


_DATES = ("FromDate", "ToDate")


def _last_day(first: datetime, last: datetime) -> date:
    """The last day of a period; one that ends at midnight ends with the day before."""
    whole_days = last > first and not (last.hour or last.minute)
    return (last - timedelta(minutes=whole_days)).date()


def _exception(fields: Fields) -> Iterator[OtherDays]:
    name, hours, span = fields.line_text("Name"), _hours(fields), _period(fields)
    if span is None:
        return
    one = Recurrence(
        fields.whole("Type", 1) or 1,
        *span,
        max(1, fields.whole("Period", 1) or 1),
        (fields.whole("Occurrences", 0) or 0) if fields.flag("EnteredByOccurrences") else 0,
        (fields.whole("DaysOfWeek", 0) or 0),
        fields.whole("MonthItem", 0) or 0,
        fields.whole("MonthPosition", 0) or 0,
        min(12, max(1, (fields.whole("Month", 0) or 0) + 1)),
        fields.whole("MonthDay", 1) or 1,
    )
    if not is_known(one):
        fields.tell("Type", f"the exception '{name}' of the type {one.type} is read as all its days")
        yield OtherDays(*span, hours, name)
        return
    yield from (OtherDays(day, day, hours, name) for day in days(one))


def _work_week(fields: Fields, week: dict[int, Hours]) -> Iterator[OtherDays]:
    """Days of a working week that has other hours than the weeks around it."""
    name, span = fields.line_text("Name"), _period(fields)
    found: dict[int, Hours] = {}
    for element in [*fields.each("WeekDays", "WeekDay"), *fields.each("WeekDay")]:
        day = Fields(element, fields.notes, fields.what)
        if (number := day.whole("DayType")) is not None and _SUNDAY <= number <= 7:
            found[(number - 2) % 7] = _hours(day)
    if span is None or not found:
        return
    if (span[1] - span[0]).days >= MOST_DAYS:
        fields.tell("TimePeriod", f"of the working week '{name}' only the first {MOST_DAYS} days are read")
    for date_ in days_of(*span):
        if (hours := found.get(date_.weekday())) is not None and hours != week.get(date_.weekday()):
            yield OtherDays(date_, date_, hours, name)


def _merged(found: Iterator[OtherDays]) -> Iterator[OtherDays]:
    """Exceptions of one name and the same hours on days that follow each other, made one."""
    before: OtherDays | None = None
    for one in found:
        if before and one[2:] == before[2:] and one.first == before.last + timedelta(1):
            before = before._replace(last=one.last)
            continue
        if before:
            yield before
        before = one
    if before:
        yield before
