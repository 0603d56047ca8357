"""Instants: whole minutes since the start of 0001-01-01, a Monday."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

DAY = 24 * 60
WEEK = 7 * DAY


def instant(day: date, minute: int = 0) -> int:
    """The instant of a minute (0 to 1440) of a day; a `datetime` brings its own hour and minute."""
    if isinstance(day, datetime):
        minute += day.hour * 60 + day.minute
    return (day.toordinal() - 1) * DAY + minute


def moment(at: int) -> datetime:
    """The date and time of an instant.

    Raises:
        OverflowError: the instant lies before year 1 or after year 9999.
    """
    return datetime.combine(date.min, time()) + timedelta(minutes=at)


def written(at: int) -> str:
    """An instant as text, ``2026-03-02 08:00``; outside years 1 to 9999 as ``day 3652060 08:00``."""
    day, minute = divmod(at, DAY)
    clock = f"{minute // 60:02}:{minute % 60:02}"
    if 1 <= day + 1 <= date.max.toordinal():
        return f"{date.fromordinal(day + 1)} {clock}"
    return f"day {day + 1} {clock}"
