"""A time axis: where days stand, and the months, quarters or years behind them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from handbook.analysis.words import month

_DAY = 86400


@dataclass(frozen=True, slots=True)
class Band:
    """One unit of the calendar on the axis: from where to where, and its name."""

    left: float
    right: float
    name: str


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from ``first`` to ``last``, both included, between ``left`` and ``right``."""

    first: date
    last: date
    left: float
    right: float

    @property
    def per_day(self) -> float:
        """The width of a day."""
        return (self.right - self.left) / ((self.last - self.first).days + 1)

    def at(self, moment: date) -> float:
        """Where a moment stands; a date stands for the beginning of its day. Kept within the axis."""
        begin = datetime.combine(self.first, time())
        instant = moment if isinstance(moment, datetime) else datetime.combine(moment, time())
        place = self.left + (instant - begin).total_seconds() / _DAY * self.per_day
        return min(max(place, self.left), self.right)

    def shows(self, moment: date) -> bool:
        """Whether a moment is on the axis."""
        day = moment.date() if isinstance(moment, datetime) else moment
        return self.first <= day <= self.last

    def bands(self) -> tuple[Band, ...]:
        """The smallest units of the calendar whose names fit, in order."""
        return tuple(self._bands(self._unit()))

    def years(self) -> tuple[Band, ...]:
        """The years over smaller units, if more than one has room for its name."""
        bands = tuple(self._bands(_years)) if self._unit() is not _years else ()
        return bands if sum(1 for band in bands if band.name) > 1 else ()

    def _unit(self) -> Callable[[date], tuple[date, str]]:
        fitting = (unit for unit, days in _DAYS.items() if days * self.per_day >= _ROOM[unit])
        return next(fitting, _years)

    def _bands(self, unit: Callable[[date], tuple[date, str]]) -> Iterator[Band]:
        begin, end = self.first, self.last + timedelta(days=1)
        while begin < end:
            following, name = unit(begin)
            following = min(following, end)
            left, right = self.at(begin), self.at(following) if following < end else self.right
            yield Band(left, right, name if right - left >= _ROOM[unit] else "")
            begin = following


def _weeks(day: date) -> tuple[date, str]:
    return day + timedelta(days=7 - day.weekday()), f"{day.day} {month(day)[:3]}"


def _months(day: date) -> tuple[date, str]:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1), month(day)[:3]


def _quarters(day: date) -> tuple[date, str]:
    quarter = (day.month - 1) // 3
    return date(day.year + quarter // 3, (quarter + 1) % 4 * 3 + 1, 1), f"Q{quarter + 1}"


def _years(day: date) -> tuple[date, str]:
    return date(day.year + 1, 1, 1), str(day.year)


_ROOM: dict[object, int] = {_weeks: 46, _months: 28, _quarters: 24, _years: 36}
_DAYS: dict[Callable[[date], tuple[date, str]], int] = {_weeks: 7, _months: 28, _quarters: 90}
