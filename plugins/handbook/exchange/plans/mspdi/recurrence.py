"""Exceptions of a calendar that come again: the days they mean.

The types are those of the Exception element of MSPDI: daily, yearly, monthly and weekly, by day or by
position (the last Friday of a month).
"""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from handbook.exchange.plans.working import MOST_DAYS

DAILY, YEARLY, YEARLY_BY_POSITION, MONTHLY, MONTHLY_BY_POSITION, WEEKLY, BY_DAYS = range(1, 8)
_ITEMS = {0: range(7), 1: range(5), 2: range(5, 7)}
"""The weekdays, Monday 0, that a MonthItem means: any day, a working day, a day of the weekend."""
_LAST = 4


@dataclass(frozen=True, slots=True)
class Recurrence:
    """When an exception comes again, in the words of the format; ``month`` is 1 for January.

    ``days_of_week`` has a bit for each day, 1 for Sunday. ``occurrences`` is 0 if ``last`` ends it.
    """

    type: int
    first: date
    last: date
    period: int = 1
    occurrences: int = 0
    days_of_week: int = 0
    item: int = 0
    position: int = 0
    month: int = 1
    day: int = 1


def days(one: Recurrence) -> Iterator[date]:
    """The days of a recurrence, in order, no more than a calendar may name."""
    return islice(_each(one), one.occurrences or MOST_DAYS)


def is_known(one: Recurrence) -> bool:
    """Whether the type is one that this module knows."""
    return DAILY <= one.type <= BY_DAYS


def _each(one: Recurrence) -> Iterator[date]:
    if one.type in (DAILY, BY_DAYS):
        return _spaced(one)
    if one.type == WEEKLY:
        return (
            day
            for day in _all(one.first, one.last)
            if one.days_of_week >> ((day.weekday() + 1) % 7) & 1 and _weeks(one.first, day) % one.period == 0
        )
    return (day for day in _monthly(one) if day is not None and one.first <= day <= one.last)


def _spaced(one: Recurrence) -> Iterator[date]:
    return (day for at, day in enumerate(_all(one.first, one.last)) if at % one.period == 0)


def _all(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(at) for at in range((last - first).days + 1))


def _weeks(first: date, day: date) -> int:
    """Whole weeks, which begin on Sunday here, from the week of one day to that of another."""
    return ((day.toordinal()) // 7) - (first.toordinal() // 7)


def _monthly(one: Recurrence) -> Iterator[date | None]:
    yearly = one.type in (YEARLY, YEARLY_BY_POSITION)
    year, month = one.first.year, one.month if yearly else one.first.month
    step = 12 if yearly else one.period
    while (year, month) <= (one.last.year, one.last.month):
        if one.type in (YEARLY, MONTHLY):
            yield _numbered(year, month, one.day)
        else:
            yield _positioned(year, month, one)
        year, month = year + (month - 1 + step) // 12, (month - 1 + step) % 12 + 1


def _numbered(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def _positioned(year: int, month: int, one: Recurrence) -> date | None:
    # 3 is Sunday and 9 is Saturday.
    weekdays = _ITEMS.get(one.item, ((one.item - 4) % 7,))
    numbers = range(1, calendar.monthrange(year, month)[1] + 1)
    found = [number for number in numbers if date(year, month, number).weekday() in weekdays]
    if one.position >= _LAST:
        return date(year, month, found[-1])
    return date(year, month, found[one.position])
