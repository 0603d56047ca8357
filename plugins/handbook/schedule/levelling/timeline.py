"""One common working timeline: the time in which anybody works, counted from an origin.

On it an activity whose calendar works all of that time is an interval of fixed length; others have pauses. So
nights and weekends, which nobody works, cost nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, chain

from handbook.schedule.calendar import CONTINUOUS, FAR, WorkingCalendar
from handbook.schedule.instants import DAY
from handbook.schedule.weeks import Intervals

LONGEST = 20_000
"""Days over which pauses are listed (55 years); beyond, only lengths are known."""


@dataclass(frozen=True, slots=True)
class Pauses:
    """When a calendar does not work although the timeline goes on, in order.

    Attributes:
        at: the calendar's own time at which each pause is, counted from the origin.
        before: time on the timeline of all pauses before each, and of all.
    """

    at: tuple[int, ...] = ()
    before: tuple[int, ...] = (0,)

    def own(self, time: int) -> int:
        """Its own time before a time on the timeline."""
        number = self._begun(time)
        return max(self.at[number - 1], time - self.before[number]) if number else time

    def start(self, own: int) -> int:
        """The time on the timeline at which work begins that begins at an own time."""
        return own + self.before[bisect_right(self.at, own)]

    def finish(self, own: int) -> int:
        """The time on the timeline at which work is done that is done at an own time."""
        return own + self.before[bisect_left(self.at, own)]

    def _begun(self, time: int) -> int:
        """How many pauses have begun before a time on the timeline."""
        low, high = 0, len(self.at)
        while low < high:
            middle = (low + high) // 2
            if self.at[middle] + self.before[middle] < time:
                low = middle + 1
            else:
                high = middle
        return low


@dataclass(frozen=True, slots=True)
class Timeline:
    """The common timeline.

    Attributes:
        calendar: the time in which anybody works.
        origin, horizon: instants between which everything will be.
    """

    calendar: WorkingCalendar
    origin: int
    horizon: int

    def at(self, instant: int) -> int:
        """Where an instant stands."""
        return self.calendar.position(instant) - self.calendar.position(self.origin)

    def start_at(self, time: int) -> int:
        """The instant at which work begins that begins at a time."""
        return self.calendar.start_at(time + self.calendar.position(self.origin))

    def pauses(self, calendar: WorkingCalendar) -> Pauses | None:
        """The pauses of a calendar; None if they cannot be listed."""
        if calendar == self.calendar:
            return Pauses()
        first, last = self.origin // DAY + 1, self.horizon // DAY + 1
        if last - first > LONGEST or any(_outside(calendar, self.calendar, day) for day in range(7)):
            return None
        places: list[int] = []
        lengths: list[int] = []
        for ordinal in range(first, last + 1):
            whole, own = self.calendar.day(ordinal), calendar.day(ordinal)
            if whole == own:
                continue
            for start, end in _without(whole, own):
                begin = max(self.origin, start + (ordinal - 1) * DAY)
                length = self.calendar.between(begin, end + (ordinal - 1) * DAY)
                place = calendar.between(self.origin, begin)
                if length <= 0:
                    continue
                if places and places[-1] == place:
                    lengths[-1] += length
                else:
                    places.append(place)
                    lengths.append(length)
        return Pauses(tuple(places), tuple(accumulate(lengths, initial=0)))

    def least_shift(self, calendar: WorkingCalendar, minutes: int) -> int:
        """The least time on the timeline by which a lag in a calendar moves an instant.

        The shift as a function of the instant is piecewise linear between the instants at which either
        calendar begins or stops to work, before or after the lag.
        """
        if not minutes or calendar == self.calendar:
            return minutes
        if (self.horizon - self.origin) // DAY > LONGEST:
            return 0 if minutes > 0 else -FAR
        edges = set(chain(self._edges(calendar), self._edges(self.calendar)))
        edges |= {calendar.shift(edge, -minutes) for edge in tuple(edges)}
        near = {edge + step for edge in edges for step in (-1, 0, 1)} | {self.origin, self.horizon}
        position = self.calendar.position
        return min(
            position(calendar.shift(at, minutes)) - position(at)
            for at in near
            if self.origin <= at <= self.horizon
        )

    def _edges(self, calendar: WorkingCalendar) -> Iterable[int]:
        """Instants at which a calendar begins or stops to work, from origin to horizon and a week around."""
        for ordinal in range(self.origin // DAY - 6, self.horizon // DAY + 9):
            for start, end in calendar.day(ordinal):
                yield start + (ordinal - 1) * DAY
                yield end + (ordinal - 1) * DAY


def union(calendars: Iterable[WorkingCalendar]) -> WorkingCalendar:
    """The calendar of the time that is working time in any of the calendars."""
    first, *others = dict.fromkeys(calendars)
    for other in others:
        if other == first:
            continue
        days = sorted({*first.exceptions, *other.exceptions})
        first = WorkingCalendar(
            tuple(_either(one, two) for one, two in zip(first.week, other.week, strict=True)),
            {ordinal: _either(first.day(ordinal), other.day(ordinal)) for ordinal in days},
        )
    return first


def _either(one: Intervals, other: Intervals) -> Intervals:
    """The time that is in one of two days or in both."""
    if one == other:
        return one
    merged: list[tuple[int, int]] = []
    for start, end in sorted((*one, *other)):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return tuple(merged)


def _without(whole: Intervals, part: Intervals) -> list[tuple[int, int]]:
    """The time that is in the whole and not in the part."""
    rest = list(whole)
    for start, end in part:
        rest = [
            piece
            for first, last in rest
            for piece in ((first, min(last, start)), (max(first, end), last))
            if piece[0] < piece[1]
        ]
    return rest


def _outside(part: WorkingCalendar, whole: WorkingCalendar, weekday: int) -> bool:
    """Whether a calendar works on a day of the week when the whole does not."""
    return part is CONTINUOUS or bool(_without(part.week[weekday], whole.week[weekday]))
