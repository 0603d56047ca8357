"""The backlog of a project as it stands on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from handbook.records.book import Book
from handbook.records.kinds.backlog import Backlog
from handbook.records.kinds.backlog_item import BacklogItem


@dataclass(frozen=True)
class Work:
    """The items of a backlog, in order, on the day that the handbook speaks of: later dates do not count."""

    backlog: Backlog
    items: tuple[BacklogItem, ...]
    day: date

    @cached_property
    def remaining(self) -> tuple[BacklogItem, ...]:
        """The items that are still to be finished, in the order in which they are to be done."""
        return tuple(item for item in self.items if item.is_open(self.day))

    @cached_property
    def in_progress(self) -> tuple[BacklogItem, ...]:
        """The items that were begun and are not done, the oldest first."""
        begun = [item for item in self.items if item.stand(self.day) == "in progress"]
        return tuple(sorted(begun, key=lambda item: item.started or self.day))

    @cached_property
    def done(self) -> tuple[BacklogItem, ...]:
        """The items that are done, in the order in which they were finished."""
        done = [item for item in self.items if item.stand(self.day) == "done"]
        return tuple(sorted(done, key=lambda item: item.finished or self.day))

    @cached_property
    def first_day(self) -> date | None:
        """The day on which the first work began; None if there was none."""
        return self._earliest(day for item in self.items for day in (item.started, item.finished))

    @cached_property
    def first_date(self) -> date | None:
        """The first day of which anything is recorded; None without any."""
        return self._earliest(
            day for item in self.items for day in (item.added, item.started, item.finished, item.removed)
        )

    def _earliest(self, days: Iterable[date | None]) -> date | None:
        return min((day for day in days if day and day <= self.day), default=None)


def work(book: Book, project: str) -> Work | None:
    """The backlog of a project; None if there is none, or nothing in it, or if its reader may not see it."""
    backlog = book.get(Backlog, Backlog.kind, project)
    items = book.of(BacklogItem, project)
    if backlog is None or backlog.withheld or not items:
        return None
    return Work(backlog, items, book.status_date)


def amount(items: Iterable[BacklogItem], unit: str) -> float | None:
    """How much some items are: their number, or the sum of their sizes; None if one has no size."""
    found = tuple(items)
    if unit == "items":
        return float(len(found))
    sizes = [item.size for item in found]
    return None if None in sizes else sum(size or 0.0 for size in sizes)
