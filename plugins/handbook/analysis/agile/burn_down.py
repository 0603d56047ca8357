"""Burn-down: what remains of an iteration at the end of each of its days."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from handbook.analysis.agile.course import days_between
from handbook.analysis.agile.iterations import Result, planned
from handbook.analysis.agile.work import amount
from handbook.records.kinds.backlog_item import BacklogItem

_DAY = timedelta(days=1)
_SECOND = date.min + _DAY

WorkingDays = Callable[[date, date], int]
"""Working days after one day, up to and with another."""


@dataclass(frozen=True, slots=True)
class Left:
    """What is left at the end of a day; ``remaining`` is None of a day to come.

    ``ideal`` is what would be left if work were spread evenly over the working days.
    """

    day: date
    remaining: float | None
    ideal: float


@dataclass(frozen=True, slots=True)
class BurnDown:
    """An iteration by its days, from the evening before it on.

    ``planned`` is what it set out to do, ``added`` what came into it later, ``remaining`` what is left on the
    last day that is known. All are in ``unit``: sizes if every item has one, else items.
    """

    result: Result
    unit: Literal["size", "items"]
    days: tuple[Left, ...]
    planned: float
    added: float
    remaining: float


def burn_down(result: Result, day: date, working_days: WorkingDays) -> BurnDown | None:
    """What remains of an iteration, day by day, up to a day; None if no item of the backlog names it."""
    if not result.items:
        return None
    unit: Literal["size", "items"] = "size" if amount(result.items, "size") is not None else "items"
    one = result.iteration
    begin, first = planned(result.items, one), max(one.from_, _SECOND) - _DAY
    late = [item for item in result.items if item not in begin and item.added and item.added > one.from_]
    total = _sum(begin, unit)

    def left(on: date) -> Left:
        there = (*begin, *(item for item in late if item.added and item.added <= on))
        remaining = _sum([item for item in there if not _is_over(item, on)], unit)
        ideal = total * (1 - _passed(first, on, one.to, working_days))
        return Left(on, remaining if on <= day else None, ideal)

    days = tuple(left(on) for on in days_between(first, one.to))
    known = [one.remaining for one in days if one.remaining is not None]
    return BurnDown(result, unit, days, total, _sum(late, unit), known[-1] if known else total)


def _sum(items: "list[BacklogItem] | tuple[BacklogItem, ...]", unit: str) -> float:
    return amount(items, unit) or 0.0


def _is_over(item: BacklogItem, day: date) -> bool:
    return item.stand(day) in ("done", "removed")


def _passed(first: date, day: date, last: date, working_days: WorkingDays) -> float:
    """The share of the working days of an iteration that has passed; of all days if none is a working day."""
    whole = working_days(first, last)
    if whole > 0:
        return working_days(first, day) / whole
    return (day - first).days / ((last - first).days or 1)
