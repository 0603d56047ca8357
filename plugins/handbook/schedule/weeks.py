"""Working time inside one week, as tables that a bisection can read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from handbook.schedule.instants import DAY

Intervals: TypeAlias = tuple[tuple[int, int], ...]
"""Working intervals of a day: (from, to) in minutes of the day, ascending, `to` not included."""

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class WeekTable(NamedTuple):
    """The working intervals of a week, in minutes since Monday 00:00."""

    begins: list[int]
    ends: list[int]
    before: list[int]
    """working minutes of the week before each interval"""
    total: int


@lru_cache(maxsize=4096)
def week_table(days: tuple[Intervals, ...]) -> WeekTable:
    """The table of seven days, Monday first."""
    spans = [(day * DAY + start, day * DAY + end) for day, spans in enumerate(days) for start, end in spans]
    sums = list(accumulate((end - start for start, end in spans), initial=0))
    return WeekTable([start for start, _ in spans], [end for _, end in spans], sums[:-1], sums[-1])


def checked(intervals: Sequence[tuple[int, int]]) -> Intervals:
    """Intervals of a day as a tuple, neighbours that touch made one.

    Raises:
        ValueError: an interval that is empty, leaves the day, or overlaps the one before it.
    """
    merged: list[tuple[int, int]] = []
    for start, end in intervals:
        if not 0 <= start < end <= DAY:
            raise ValueError(f"expected minutes 0 <= from < to <= {DAY}, found {start} to {end}")
        if merged and start < merged[-1][1]:
            raise ValueError(
                f"expected intervals in order and apart, found {start} to {end} after {merged[-1]}"
            )
        if merged and start == merged[-1][1]:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return tuple(merged)


def common(one: Intervals, other: Intervals) -> Intervals:
    """The time that is in both."""
    overlaps = (
        (max(a_start, b_start), min(a_end, b_end)) for a_start, a_end in one for b_start, b_end in other
    )
    return tuple((start, end) for start, end in overlaps if start < end)


def written_week(days: Sequence[Intervals]) -> str:
    """``Mon-Fri 08:00-12:00 13:00-17:00``: days with work, runs of equal days together."""
    parts = []
    day = 0
    while day < len(days):
        last = day
        while last + 1 < len(days) and days[last + 1] == days[day]:
            last += 1
        if days[day]:
            name = WEEKDAYS[day] if last == day else f"{WEEKDAYS[day]}-{WEEKDAYS[last]}"
            parts.append(f"{name} {written_day(days[day])}")
        day = last + 1
    return ", ".join(parts) or "no working days"


def written_day(intervals: Intervals) -> str:
    """``08:00-12:00 13:00-17:00``, or ``off``."""
    return " ".join(f"{_clock(start)}-{_clock(end)}" for start, end in intervals) or "off"


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
