"""Working calendars: a weekly pattern, exceptions to it, and exact arithmetic between instants and work.

All arithmetic goes through one idea: the *position* of an instant, which is the number of working minutes
before it, counted from year 1. 17:00 on Friday and 08:00 on Monday have the same position; the difference of
two positions is the work between them. Regular weeks are multiplied, weeks with exceptions are looked up, so
a span of a thousand years costs what a span of a day costs.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

from handbook.schedule.faults import NoWorkingTime
from handbook.schedule.instants import DAY, WEEK
from handbook.schedule.weeks import Intervals, WeekTable, checked, common, week_table, written_week

FAR = 1 << 60
"""An instant, or a position, later than any other."""


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """When work can be done.

    Attributes:
        week: working intervals of Monday to Sunday, each (from, to) in minutes of the day.
        exceptions: date ordinal -> the working intervals of that date instead; () is a day off.

    Raises:
        ValueError: not seven days, or intervals that are empty, overlap or leave the day.
    """

    week: tuple[Intervals, ...]
    exceptions: Mapping[int, Intervals] = field(default_factory=dict, hash=False)
    _regular: WeekTable = field(init=False, repr=False, compare=False)
    _special: dict[int, tuple[WeekTable, int]] = field(init=False, repr=False, compare=False)
    """number of a week with exceptions -> its table, and the working minutes before it"""
    _weeks: list[int] = field(init=False, repr=False, compare=False)
    _gained: list[int] = field(init=False, repr=False, compare=False)
    """minutes that the special weeks before the n-th have more than regular ones"""
    _first: list[int] = field(init=False, repr=False, compare=False)
    _after: list[int] = field(init=False, repr=False, compare=False)
    """position of the start, and of the end, of the n-th special week"""

    def __post_init__(self) -> None:
        if len(self.week) != 7:
            raise ValueError(f"expected the intervals of 7 days, found {len(self.week)}")
        week = tuple(checked(day) for day in self.week)
        days = sorted((ordinal, checked(spans)) for ordinal, spans in self.exceptions.items())
        settle = object.__setattr__
        settle(self, "week", week)
        settle(self, "exceptions", {ordinal: day for ordinal, day in days if day != week[(ordinal - 1) % 7]})
        settle(self, "_regular", week_table(week))
        self._tabulate()

    def _tabulate(self) -> None:
        by_week: dict[int, list[Intervals]] = {}
        for ordinal, day in self.exceptions.items():
            number, weekday = divmod(ordinal - 1, 7)
            by_week.setdefault(number, list(self.week))[weekday] = day
        gained, special = [0], {}
        for number, week in by_week.items():
            table = week_table(tuple(week))
            special[number] = (table, number * self._regular.total + gained[-1])
            gained.append(gained[-1] + table.total - self._regular.total)
        settle = object.__setattr__
        settle(self, "_special", special)
        settle(self, "_weeks", list(special))
        settle(self, "_gained", gained)
        settle(self, "_first", [first for _, first in special.values()])
        settle(self, "_after", [first + table.total for table, first in special.values()])

    @property
    def is_empty(self) -> bool:
        """Whether there is no working minute at all."""
        return not self._regular.total and not any(table.total for table, _ in self._special.values())

    def position(self, instant: int) -> int:
        """Working minutes before an instant; never falls as the instant grows."""
        number, minute = divmod(instant, WEEK)
        if number in self._special:
            table, first = self._special[number]
        else:
            table = self._regular
            first = number * table.total + self._gained[bisect_left(self._weeks, number)]
        begins, ends, before, _ = table
        at = bisect_right(begins, minute) - 1
        if at < 0:
            return first
        end = ends[at]
        return first + before[at] + (minute if minute < end else end) - begins[at]

    def start_at(self, position: int) -> int:
        """The latest instant with a position: the one at which the next minute of work begins.

        Raises:
            NoWorkingTime: there is no such minute.
        """
        at = bisect_right(self._first, position) - 1
        if at >= 0 and position < self._after[at]:
            number = self._weeks[at]
            table, first = self._special[number]
            rest = position - first
        else:
            table = self._regular
            if not table.total:
                raise NoWorkingTime(str(self))
            number, rest = divmod(position - self._gained[at + 1], table.total)
        within = bisect_right(table.before, rest) - 1
        return number * WEEK + table.begins[within] + rest - table.before[within]

    def finish_at(self, position: int) -> int:
        """The earliest instant with a position: the one at which the minute of work before it is done.

        Raises:
            NoWorkingTime: there is no such minute.
        """
        return self.start_at(position - 1) + 1

    def latest(self, position: int) -> int:
        """Like `start_at`, and `FAR` once working time has run out: nothing is too late for it."""
        try:
            return self.start_at(position)
        except NoWorkingTime:
            return FAR

    def next_working(self, instant: int) -> int:
        """The instant itself if a working minute begins there, else the next one at which one does."""
        return self.start_at(self.position(instant))

    def previous_working(self, instant: int) -> int:
        """The instant itself if a working minute ends there, else the last one at which one did."""
        return self.finish_at(self.position(instant))

    def nearest(self, instant: int) -> int:
        """Where a milestone stands: the instant itself within or at an end of working time, else the next."""
        position = self.position(instant)
        return instant if self.position(instant - 1) < position else self.start_at(position)

    def add(self, instant: int, minutes: int) -> int:
        """The instant at which so many working minutes from an instant on are done."""
        return self.finish_at(self.position(instant) + _counted(minutes)) if minutes else instant

    def subtract(self, instant: int, minutes: int) -> int:
        """The instant at which to begin so that so many working minutes are done at an instant."""
        return self.start_at(self.position(instant) - _counted(minutes)) if minutes else instant

    def shift(self, instant: int, minutes: int) -> int:
        """`add` for a lag, `subtract` for a lead (negative minutes)."""
        return self.subtract(instant, -minutes) if minutes < 0 else self.add(instant, minutes)

    def between(self, start: int, end: int) -> int:
        """Working minutes from one instant to another; negative if the second comes first."""
        return self.position(end) - self.position(start)

    def day(self, ordinal: int) -> Intervals:
        """The working intervals of a date."""
        return self.exceptions.get(ordinal, self.week[(ordinal - 1) % 7])

    def __str__(self) -> str:
        rest = f", {len(self.exceptions)} exceptions" if self.exceptions else ""
        return written_week(self.week) + rest


CONTINUOUS = WorkingCalendar((((0, DAY),),) * 7)
"""Every minute is a working minute: the calendar of elapsed durations and lags."""


def intersection(first: WorkingCalendar, *others: WorkingCalendar) -> WorkingCalendar:
    """The calendar of the time that is working time in all of the calendars."""
    result = first
    for other in others:
        days = sorted({*result.exceptions, *other.exceptions})
        result = WorkingCalendar(
            tuple(common(one, two) for one, two in zip(result.week, other.week, strict=True)),
            {ordinal: common(result.day(ordinal), other.day(ordinal)) for ordinal in days},
        )
    return result


def _counted(minutes: int) -> int:
    if minutes < 0:
        raise ValueError(f"expected a number of minutes, 0 or more, found {minutes}")
    return minutes
