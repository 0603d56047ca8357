"""The course of a backlog: what was waiting, in progress and done at the end of each day."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from handbook.analysis.agile.work import Work
from handbook.records.kinds.backlog_item import BacklogItem, Stand

Measure = Literal["items", "size"]
"""What is counted: items, or their sizes."""

MOST_DAYS = 400
"""Of a longer course, not every day is told."""

_Changes = Mapping[date, Mapping[Stand | None, float]]


@dataclass(frozen=True, slots=True)
class Day:
    """How much stood where at the end of a day."""

    day: date
    waiting: float
    in_progress: float
    done: float

    @property
    def scope(self) -> float:
        """All that belonged to the backlog, done or not."""
        return self.waiting + self.in_progress + self.done


def course(work: Work, by: Measure = "items") -> tuple[Day, ...]:
    """The days from the first of which anything is recorded to the status date; nothing without any.

    By size, items without one count for nothing. Of a course of more than `MOST_DAYS` days every second,
    third … is told, and always the first and the last.
    """
    if work.first_date is None:
        return ()
    return tuple(_days(_changes(work, work.first_date, by), days_between(work.first_date, work.day)))


def days_between(first: date, last: date) -> tuple[date, ...]:
    """The days from one to another, both included; of many, evenly chosen ones that end with the last."""
    number = (last - first).days
    step = number // MOST_DAYS + 1
    found = [last - timedelta(days=back) for back in range(0, number + 1, step)]
    return tuple(reversed(found if found[-1] == first else [*found, first]))


def _changes(work: Work, first: date, by: Measure) -> _Changes:
    """By day, how much came to each stand on it, with a minus for what went."""
    found: dict[date, dict[Stand | None, float]] = defaultdict(lambda: defaultdict(float))
    for item in work.items:
        amount = 1.0 if by == "items" else item.size or 0.0
        before: Stand | None = None
        for day in _turns(item, first, work.day):
            now = item.stand(day)
            found[day][before] -= amount
            found[day][now] += amount
            before = now
    return found


def _turns(item: BacklogItem, first: date, last: date) -> list[date]:
    """The days on which the stand of an item may change, in order."""
    days = {day for day in (item.added, item.started, item.finished, item.removed) if day}
    return sorted({first, *(day for day in days if first < day <= last)})


def _days(changes: _Changes, days: tuple[date, ...]) -> Iterator[Day]:
    sums: dict[Stand | None, float] = defaultdict(float)
    turns = sorted(changes, reverse=True)
    for day in days:
        while turns and turns[-1] <= day:
            for stand, amount in changes[turns.pop()].items():
                sums[stand] += amount
        yield Day(day, sums["waiting"], sums["in progress"], sums["done"])
