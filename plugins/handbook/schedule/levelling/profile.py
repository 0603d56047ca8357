"""How much of a resource is free when: a step function that is booked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator


class Profile:
    """Free units of one resource over time; booking more than there is leaves less than nothing.

    Times are whole numbers of any unit; the first step begins before all of them.
    """

    __slots__ = ("_free", "_times")

    def __init__(self, capacity: int) -> None:
        self._times = [-(1 << 62)]
        self._free = [capacity]

    def book(self, start: int, finish: int, units: int) -> None:
        """Take units away from a start to a finish."""
        if start >= finish or not units:
            return
        first = self._cut(start)
        last = self._cut(finish)
        for at in range(first, last):
            self._free[at] -= units

    def blocked(self, start: int, finish: int, units: int) -> int | None:
        """When the last time between start and finish ends that has too few free units; None if none has.

        A time that never ends is said to end at `FAR`.
        """
        times, free = self._times, self._free
        at = bisect_left(times, finish) - 1
        while at >= 0 and (times[at] > start or at + 1 == len(times) or times[at + 1] > start):
            if free[at] < units:
                return times[at + 1] if at + 1 < len(times) else 1 << 60
            at -= 1
        return None

    def blocked_from(self, start: int, finish: int, units: int) -> int | None:
        """When the first time between start and finish begins that has too few free units, or None."""
        at = bisect_right(self._times, start) - 1
        while at < len(self._times) and self._times[at] < finish:
            if self._free[at] < units:
                return self._times[at]
            at += 1
        return None

    def steps(self) -> Iterator[tuple[int, int, int]]:
        """(start, finish, free units) of each step between the first booking and the last."""
        for at in range(1, len(self._times) - 1):
            yield self._times[at], self._times[at + 1], self._free[at]

    def _cut(self, time: int) -> int:
        """Index of the step that begins at a time, which is made if there is none."""
        at = bisect_left(self._times, time)
        if at == len(self._times) or self._times[at] != time:
            self._times.insert(at, time)
            self._free.insert(at, self._free[at - 1])
        return at
