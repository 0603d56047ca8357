"""Clocks: the arithmetic of a working calendar for many instants at once.

The working intervals of the weeks in question are laid out in one table, in which a bisection finds all
instants, or all positions, of a run at once. The answers are those of `WorkingCalendar`, minute by minute.
The table grows when somebody asks beyond it, up to a century; what lies farther away is asked one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from handbook.schedule.calendar import WorkingCalendar
from handbook.schedule.faults import NoWorkingTime
from handbook.schedule.instants import DAY, WEEK
from handbook.schedule.simulation.stream import Ints
from handbook.schedule.weeks import Intervals

_MARGIN = 26
"""Weeks that the table is laid out for beyond those asked for."""
_MOST_WEEKS = 5200


class Clock:
    """A working calendar that answers for arrays."""

    def __init__(self, calendar: WorkingCalendar) -> None:
        self.calendar = calendar
        self._first_week = self._after_week = 0
        self._begins = self._ends = self._before = np.empty(0, dtype=np.int64)

    def position(self, instants: Ints) -> Ints:
        """Working minutes before each instant (`WorkingCalendar.position`)."""
        if not self._reach(int(instants.min()), int(instants.max())):
            return _one_by_one(self.calendar.position, instants)
        at = np.searchsorted(self._begins, instants, side="right") - 1
        np.maximum(at, 0, out=at)
        begins = self._begins[at]
        return self._before[at] + np.clip(instants, begins, self._ends[at]) - begins

    def start_at(self, positions: Ints) -> Ints:
        """The latest instant with each position (`WorkingCalendar.start_at`).

        Raises:
            NoWorkingTime: there is none for one of them.
        """
        if not self._reach_positions(int(positions.min()), int(positions.max())):
            return _one_by_one(self.calendar.start_at, positions)
        at = np.searchsorted(self._before, positions, side="right") - 1
        return self._begins[at] + (positions - self._before[at])

    def finish_at(self, positions: Ints) -> Ints:
        """The earliest instant with each position (`WorkingCalendar.finish_at`).

        Raises:
            NoWorkingTime: there is none for one of them.
        """
        return self.start_at(positions - 1) + 1

    def latest(self, positions: Ints) -> Ints:
        """Like `start_at`, and `FAR` where working time has run out."""
        try:
            return self.start_at(positions)
        except NoWorkingTime:
            return _one_by_one(self.calendar.latest, positions)

    def nearest(self, instants: Ints) -> Ints:
        """Where milestones stand (`WorkingCalendar.nearest`)."""
        positions = self.position(instants)
        is_worked = self.position(instants - 1) < positions
        if is_worked.all():
            return instants
        return np.where(is_worked, instants, self.start_at(positions))

    def shift(self, instants: Ints, minutes: int) -> Ints:
        """A lag later, or a lead earlier (`WorkingCalendar.shift`)."""
        if not minutes:
            return instants
        positions = self.position(instants) + minutes
        return self.finish_at(positions) if minutes > 0 else self.start_at(positions)

    def _reach_positions(self, least: int, greatest: int) -> bool:
        """Whether a minute of work begins in the table at each position."""
        if len(self._before) and self._before[0] <= least and greatest < self._end_position():
            return True
        found = self._reach(self.calendar.start_at(least), self.calendar.start_at(greatest))
        return found and self._before[0] <= least and greatest < self._end_position()

    def _end_position(self) -> int:
        return int(self._before[-1] + self._ends[-1] - self._begins[-1])

    def _reach(self, earliest: int, latest: int) -> bool:
        """Whether the table holds the weeks of two instants; it is laid out anew for them if it can be."""
        first, after = earliest // WEEK, latest // WEEK + 1
        if self._first_week <= first and after <= self._after_week:
            return bool(len(self._begins))
        if self._after_week:
            first, after = min(first, self._first_week), max(after, self._after_week)
        if after - first > _MOST_WEEKS:
            return False
        self._first_week, self._after_week = first - _MARGIN, after + _MARGIN
        self._lay_out()
        return bool(len(self._begins))

    def _lay_out(self) -> None:
        first, after = self._first_week, self._after_week
        week = _intervals((day, spans) for day, spans in enumerate(self.calendar.week))
        weeks = np.arange(first, after, dtype=np.int64) * WEEK
        regular = (weeks[:, None, None] + week).reshape(-1, 2)
        special = [at for at in self.calendar.exceptions if first * 7 < at <= after * 7]
        extra = _intervals((at - 1, self.calendar.day(at)) for at in special)
        is_special = np.isin(regular[:, 0] // DAY, np.array(special, dtype=np.int64) - 1)
        table = np.concatenate([regular[~is_special], extra])
        table = table[np.argsort(table[:, 0])]
        self._begins, self._ends = table[:, 0].copy(), table[:, 1].copy()
        worked = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(self._ends - self._begins)])
        self._before = worked[:-1] + self.calendar.position(first * WEEK)


def _intervals(days: Iterable[tuple[int, Intervals]]) -> Ints:
    """The working intervals of days, in minutes, as rows of two."""
    found = [(day * DAY + start, day * DAY + end) for day, spans in days for start, end in spans]
    return np.array(found, dtype=np.int64).reshape(-1, 2)


def _one_by_one(ask: Callable[[int], int], values: Ints) -> Ints:
    different, places = np.unique(values, return_inverse=True)
    return np.array([ask(int(one)) for one in different], dtype=np.int64)[places]
