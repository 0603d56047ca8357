"""Cycle times: how long items took from their start to their finish, and how old those are that are begun."""

from dataclasses import dataclass
from datetime import date

from handbook.analysis.agile.spread import mean
from handbook.analysis.agile.work import Work
from handbook.records.kinds.backlog_item import BacklogItem
from handbook.schedule.simulation.percentile import chance, percentile

SHARES = (0.5, 0.85, 0.95)
"""The percentiles that are told of cycle times."""


@dataclass(frozen=True, slots=True)
class Ageing:
    """An item in progress: its age in days, and the share of finished items that took no longer."""

    item: BacklogItem
    age: int
    share: float | None


@dataclass(frozen=True)
class CycleTimes:
    """The cycle times of the finished items of which a start is known, in the order they were finished.

    ``days[k]`` is that of ``items[k]``.
    """

    items: tuple[BacklogItem, ...]
    days: tuple[int, ...]
    ageing: tuple[Ageing, ...]

    def at(self, share: float) -> int | None:
        """The days that a share of the items did not exceed; None without any item."""
        return percentile(sorted(self.days), share) if self.days else None

    @property
    def mean(self) -> float | None:
        """The mean in days; None without any item."""
        return mean(self.days) if self.days else None

    def share_within(self, days: int) -> float | None:
        """The share of the items that took no more than some days; None without any item."""
        return chance(sorted(self.days), days) if self.days else None


def cycle_times(work: Work) -> CycleTimes:
    """The cycle times of all finished items, and the ages of those in progress, the oldest first.

    Both ends count, as people count: what is begun and done on one day took one day (Vacanti, "Actionable
    Agile Metrics for Predictability", 2015: CT = finish date − start date + 1).
    """
    known = [(item, days) for item in work.done if (days := cycle_time(item)) is not None]
    took = tuple(days for _, days in known)
    ages = [(item, age(item, work.day)) for item in work.in_progress]
    ordered = sorted(took)
    ageing = tuple(Ageing(item, old, chance(ordered, old) if ordered else None) for item, old in ages)
    return CycleTimes(tuple(item for item, _ in known), took, ageing)


def cycle_time(item: BacklogItem) -> int | None:
    """Days from the start to the finish of an item, both counted; None if they are unknown or contradict."""
    if item.started is None or item.finished is None or item.finished < item.started:
        return None
    return (item.finished - item.started).days + 1


def age(item: BacklogItem, day: date) -> int:
    """Days since the start of an item that is in progress on a day, both counted."""
    return (day - item.started).days + 1 if item.started else 0
