"""The years a plan looks at: how far ahead and back holidays and absences are worth knowing."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

_STEP = 5
_FARTHEST = 50


class Horizon(NamedTuple):
    """Years from ``first`` to ``last``, both included."""

    first: int
    last: int

    def holds(self, start: date, end: date) -> bool:
        """Whether all days from ``start`` to ``end`` lie inside."""
        return start > end or (self.first <= start.year and end.year <= self.last)

    def days(self, start: date, end: date) -> Iterator[date]:
        """The days from ``start`` to ``end``, both included, that lie inside."""
        day = max(start, date(self.first, 1, 1))
        final = min(end, date(self.last, 12, 31))
        while day <= final:
            yield day
            if day == date.max:
                return
            day += timedelta(days=1)


def horizon(status_date: date, dates: Iterable[date]) -> Horizon:
    """The horizon around all ``dates``, rounded to spans of years that neighbouring projects can share.

    It ends fifty years before and after the status date: one mistyped century must not cost a century of
    holidays.
    """
    years = [status_date.year, *(day.year for day in dates)]
    first = max(min(years) // _STEP * _STEP, status_date.year - _FARTHEST, date.min.year)
    last = min(max(years) // _STEP * _STEP + 2 * _STEP - 1, status_date.year + _FARTHEST, date.max.year)
    return Horizon(min(first, status_date.year), last)
