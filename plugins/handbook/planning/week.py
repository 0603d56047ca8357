"""The normal week and the normal day of a calendar: what a reader calls a week and a day."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple, get_args

from handbook.records.kinds.calendar import Weekday
from handbook.schedule import WorkingCalendar
from handbook.schedule.instants import instant

Intervals = tuple[tuple[int, int], ...]

NORMAL_DAY: Intervals = ((8 * 60, 12 * 60), (13 * 60, 17 * 60))
NORMAL_WEEK: tuple[Intervals, ...] = (*(NORMAL_DAY,) * 5, (), ())


class Measure(NamedTuple):
    """The work of a normal day and week of a calendar, in minutes."""

    day: int
    week: int


def week_of(work: Mapping[Weekday, Intervals]) -> tuple[Intervals, ...]:
    """The seven days that ``work`` says, Monday first; without a word, those of an ordinary office."""
    if not work:
        return NORMAL_WEEK
    return tuple(work.get(weekday, ()) for weekday in get_args(Weekday))


def normal_day(week: tuple[Intervals, ...]) -> Intervals:
    """The hours that most of the worked days of a week have, the longest if several are as frequent."""
    worked = Counter(day for day in week if day)
    if not worked:
        return NORMAL_DAY
    return max(worked, key=lambda day: (worked[day], minutes_of(day)))


def minutes_of(day: Intervals) -> int:
    """The working minutes of a day."""
    return sum(end - start for start, end in day)


def measure(calendar: WorkingCalendar) -> Measure:
    """The measure of a calendar by its weekdays; that of an ordinary office if none is worked."""
    day = normal_day(calendar.week)
    week = sum(map(minutes_of, calendar.week)) or sum(map(minutes_of, NORMAL_WEEK))
    return Measure(minutes_of(day), week)


def opening(calendar: WorkingCalendar, day: date) -> int:
    """The instant at which work begins on a day; on a free day, when it would begin on a normal one."""
    hours = calendar.day(day.toordinal()) or normal_day(calendar.week)
    return instant(day, hours[0][0])


def closing(calendar: WorkingCalendar, day: date) -> int:
    """The instant at which work ends on a day; on a free day, when it would end on a normal one."""
    hours = calendar.day(day.toordinal()) or normal_day(calendar.week)
    return instant(day, hours[-1][1])
