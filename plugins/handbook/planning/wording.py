"""Words of plans: names of records, dates and constraints as a reader would say them."""

from collections.abc import Sequence
from datetime import date

from handbook.planning.breakdown import Item
from handbook.records.types.duration import Duration

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_UNITS = {"min": "minute", "h": "hour", "d": "day", "w": "week"}
_MOST_NAMED = 6

MANNERS = {
    "ASAP": "as soon as possible",
    "ALAP": "as late as possible",
    "SNET": "no start before",
    "FNET": "no finish before",
    "SNLT": "no start after",
    "FNLT": "no finish after",
    "MSO": "must start on",
    "MFO": "must finish on",
}
"""What each constraint says, to be followed by its date."""


def title(item: Item) -> str:
    """What a reader calls an item; nothing is told of one that is withheld."""
    return "work that is not shown" if item.withheld else item.label


def named(item: Item) -> str:
    """The title in quotes."""
    return title(item) if item.withheld else f"'{title(item)}'"


def month(value: date) -> str:
    """``March``: the month of a date, in English whatever the machine speaks."""
    return _MONTHS[value.month - 1]


def day(value: date) -> str:
    """``2 March 2026``."""
    return f"{value.day} {month(value)} {value.year}"


def spoken(duration: Duration) -> str:
    """``2 days``, ``1 week``, ``3 calendar days``: a duration in words."""
    amount = f"{duration.amount.normalize():f}"
    unit = _UNITS[duration.unit] if amount == "1" else _UNITS[duration.unit] + "s"
    return (
        f"{amount} calendar {unit}"
        if duration.elapsed and duration.unit in {"d", "w"}
        else f"{amount} {unit}"
    )


def circle(items: Sequence[Item]) -> str:
    """``'A' waits for 'B', and 'B' for 'A'``, of items that each wait for the one before it."""
    first = f"{named(items[0])} waits for {named(items[-1])}"
    rest = [f"{named(items[at])} for {named(items[at - 1])}" for at in range(len(items) - 1, 0, -1)]
    if len(rest) > _MOST_NAMED:
        rest[_MOST_NAMED:] = [f"so on through {len(rest) - _MOST_NAMED} more"]
    return ", ".join([first, *rest[:-1]]) + "".join(f", and {last}" for last in rest[-1:])
