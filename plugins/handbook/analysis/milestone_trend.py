"""Milestone trend: when each milestone was expected on each day on which a baseline was taken, and now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from handbook.analysis.baselines import Agreed
from handbook.analysis.promise import Promise


@dataclass(frozen=True, slots=True)
class Course:
    """One milestone with its forecasts: pairs of the day on which one was made and the day it named.

    The last is that of the status date, or the day on which it was reached. A line that stays level holds,
    one that rises slips; it ends where the forecast is the present (milestone trend analysis).
    """

    promise: Promise
    forecasts: tuple[tuple[date, date], ...]


def courses(promises: Sequence[Promise], agreed: Sequence[Agreed], status: date) -> tuple[Course, ...]:
    """The courses of the milestones that a baseline knows, in the order of the promises."""
    found = (Course(promise, tuple(_forecasts(promise, agreed, status))) for promise in promises)
    return tuple(one for one in found if len(one.forecasts) > 1)


def _forecasts(promise: Promise, agreed: Sequence[Agreed], status: date) -> Iterator[tuple[date, date]]:
    reached = promise.reached
    by_day = {one.baseline.date: one for one in agreed if one.baseline.date < status}
    for made, one in by_day.items():
        entry = one.entry(promise.milestone.id)
        if entry is not None and (reached is None or made < reached):
            yield made, entry.forecast or entry.finish
    if reached is not None:
        yield min(reached, status), reached
    elif promise.expected is not None:
        yield status, promise.expected
