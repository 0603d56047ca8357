"""Working time of a calendar of a plan, and the days that instants mean in it."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from handbook.exchange.plans.model import PlanCalendar
from handbook.planning.week import closing, opening
from handbook.schedule import NoWorkingTime, WorkingCalendar
from handbook.schedule.instants import instant, moment

MOST_DAYS = 20_000
"""The days that exceptions of a calendar may name, all together."""


def working(calendar: PlanCalendar) -> WorkingCalendar:
    """The calendar of the scheduling engine; of exceptions that overlap, the first holds."""
    days = {
        day.toordinal(): one.hours
        for one in reversed(calendar.exceptions)
        for day in days_of(one.first, one.last)
    }
    return WorkingCalendar(calendar.week, days)


def days_of(first: date, last: date) -> Iterator[date]:
    """The days from one to another, both included, and no more than a calendar may name."""
    count = min((last - first).days + 1, MOST_DAYS)
    return (first + timedelta(days) for days in range(count))


def day_begun(at: datetime, calendar: WorkingCalendar) -> tuple[date, bool]:
    """The day whose opening is an instant in working time, and whether it is exactly that.

    If none is, the day on which the next minute of work begins.
    """
    position = calendar.position(instant(at))
    if position == calendar.position(opening(calendar, at.date())):
        return at.date(), True
    try:
        found = moment(calendar.start_at(position)).date()
    except (NoWorkingTime, OverflowError):
        return at.date(), False
    return found, calendar.position(opening(calendar, found)) == position


def day_ended(at: datetime, calendar: WorkingCalendar) -> tuple[date, bool]:
    """The day whose closing is an instant in working time, and whether it is exactly that.

    If none is, the day on which the minute of work before it is done.
    """
    position = calendar.position(instant(at))
    if position == calendar.position(closing(calendar, at.date())):
        return at.date(), True
    try:
        found = moment(calendar.finish_at(position) - 1).date()
    except (NoWorkingTime, OverflowError):
        return at.date(), False
    return found, calendar.position(closing(calendar, found)) == position
