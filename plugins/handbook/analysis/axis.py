"""The axis of a budget: its months in order, cut at the status date."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from handbook.records.types.month import Month

_NOTHING = Decimal(0)


class Phase(NamedTuple):
    """How some money is spread: weights of months by their numbers, and the last day it is planned for.

    ``passed`` is as much of the weight of the status date's month as lies before that date.
    """

    months: Mapping[int, Decimal]
    passed: Decimal
    until: date


@dataclass(frozen=True)
class Axis:
    """The months from the ``start`` of a plan to the day ``until`` which it lasts, as periods.

    The month of the status date makes two periods, one before it and one from it on: so what is planned up to
    the status date is exact. Time is counted in months since the start.
    """

    start: date
    until: date
    status: date

    @cached_property
    def months(self) -> tuple[Month, ...]:
        """The months."""
        last = Month.of(self.until).number
        return tuple(Month.numbered(number) for number in range(self._first, last + 1))

    @cached_property
    def ends(self) -> tuple[Decimal, ...]:
        """The time at the end of each period."""
        whole = [self.time(month.last + timedelta(days=1)) for month in self.months[:-1]]
        cut = () if self._cut is None else (self.elapsed,)
        return tuple(sorted((*whole, *cut, self.time(self.until + timedelta(days=1)))))

    @cached_property
    def elapsed(self) -> Decimal:
        """The time up to the morning of the status date; below zero before the start."""
        return self.time(self.status)

    def time(self, day: date) -> Decimal:
        """The time from the start to the morning of a day."""
        return position(day) - position(self.start)

    def weights(self, phase: Phase) -> list[Decimal]:
        """The weight of each period in a phase."""
        found = [phase.months.get(month.number, _NOTHING) for month in self.months]
        if self._cut is not None:
            found[self._cut : self._cut + 1] = (phase.passed, found[self._cut] - phase.passed)
        return found

    def by_month(self, planned: Sequence[Decimal]) -> tuple[Decimal, ...]:
        """The values at the ends of months, out of those at the ends of periods."""
        return tuple(value for at, value in enumerate(planned) if at != self._cut)

    @property
    def _first(self) -> int:
        return Month.of(self.start).number

    @cached_property
    def _cut(self) -> int | None:
        """The index of the month that the status date cuts in two."""
        is_inside = self.start < self.status <= self.until and self.status.day > 1
        return Month.of(self.status).number - self._first if is_inside else None


def position(day: date) -> Decimal:
    """A day on the line of months, by the share of its month that lies before it."""
    month = Month.of(day)
    return month.number + Decimal(day.day - 1) / month.last.day
