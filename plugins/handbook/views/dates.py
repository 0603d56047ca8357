"""Dates, spans and durations as they stand in tables and lines: on one line, with a sign where overdue."""

from datetime import date

from handbook.analysis import words
from handbook.records.record import Record
from handbook.records.types.duration import Duration
from handbook.views.block.inline import Light, Phrase, Why

_UNITS = {"min": "minute", "h": "hour", "d": "day", "w": "week"}


def day(moment: date, status_date: date) -> str:
    """A date that is not broken over two lines."""
    return words.day(moment, status_date).replace(" ", "\u00a0")


def days(number: int) -> str:
    """A number of days that is not broken over two lines."""
    return words.figure(number, "day").replace(" ", "\u00a0")


def lasting(duration: Duration) -> str:
    """A duration in words: ``6 days``, ``2 weeks``, ``30 days on the calendar`` for elapsed time."""
    amount = f"{duration.amount.normalize():f}"
    unit = _UNITS[duration.unit] + ("" if amount == "1" else "s")
    return f"{amount}\u00a0{unit}{' on the calendar' if duration.elapsed else ''}"


def dated(moment: date | None, status_date: date) -> Phrase:
    """A date, or nothing."""
    return (day(moment, status_date),) if moment else ()


def explained(record: Record, moment: date | None, status_date: date) -> Phrase:
    """The date of a record, which leads to what makes it; or nothing."""
    if record.withheld or moment is None:
        return dated(moment, status_date)
    return (Why(record.address, day(moment, status_date)),)


def due(moment: date | None, status_date: date, is_open: bool = True) -> Phrase:
    """A date by which something is to be done; with a sign once it has passed and nothing was done."""
    if moment is None:
        return ()
    late = (status_date - moment).days
    if not is_open or late <= 0:
        return dated(moment, status_date)
    return (Light("red", f"{day(moment, status_date)}, {days(late)} overdue"),)
