"""Iterations with what was committed and completed in them: as written, or as the backlog tells."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from handbook.analysis.agile.work import Work, amount
from handbook.records.book import Book
from handbook.records.kinds.backlog_item import BacklogItem
from handbook.records.kinds.iteration import Iteration


@dataclass(frozen=True, slots=True)
class Result:
    """An iteration with what was committed and completed; ``items`` are those of the backlog that name it.

    What the record says goes before what the items say; None is not known.
    """

    iteration: Iteration
    items: tuple[BacklogItem, ...]
    committed: float | None
    completed: float | None
    has_ended: bool

    @property
    def share(self) -> float | None:
        """What was completed as a share of what was committed; None if either is not known."""
        if self.completed is None or not self.committed:
            return None
        return self.completed / self.committed


def results(book: Book, project: str, work: Work | None) -> tuple[Result, ...]:
    """The iterations of a project in the order of their days, without those that end before they begin."""
    found = [one for one in book.of(Iteration, project) if one.from_ <= one.to]
    unit = unit_of(found, work)
    ordered = sorted(found, key=lambda one: (one.from_, one.to))
    return tuple(_result(book, one, work, unit) for one in ordered)


def unit_of(iterations: Sequence[Iteration], work: Work | None) -> str:
    """Whether iterations are counted in ``size`` or in ``items``.

    In sizes if iterations say numbers of their own, for those are in what the team counts, or if any item
    has a size.
    """
    written = any(one.committed is not None or one.completed is not None for one in iterations)
    sized = work is not None and any(item.size is not None for item in work.items)
    return "size" if written or sized else "items"


def items_of(book: Book, one: Iteration, work: Work | None) -> tuple[BacklogItem, ...]:
    """The items of the backlog that name an iteration."""
    address = one.address.casefold()
    return tuple(
        item
        for item in (work.items if work else ())
        for name in item.iteration
        if (found := book.find(name, item.project, ("iteration",))) and found.address.casefold() == address
    )


def planned(items: Sequence[BacklogItem], one: Iteration) -> tuple[BacklogItem, ...]:
    """Those of the items of an iteration that it set out to do: there and not done before it began."""
    return tuple(
        item
        for item in items
        if not (item.added and item.added > one.from_)
        and not (item.finished and item.finished < one.from_)
        and not (item.removed and item.removed < one.from_)
    )


def finished_in(work: Work, first: date, last: date) -> tuple[BacklogItem, ...]:
    """The items that were finished from one day to another, whichever iteration they were planned for."""
    return tuple(item for item in work.done if item.finished and first <= item.finished <= last)


def completed_by_items(one: Iteration, items: Sequence[BacklogItem], work: Work, unit: str) -> float | None:
    """What was finished while an iteration ran; None if no item names it, or it has not ended, or no size."""
    if not items or one.to > work.day:
        return None
    return amount(finished_in(work, one.from_, one.to), unit)


def _result(book: Book, one: Iteration, work: Work | None, unit: str) -> Result:
    items = items_of(book, one, work)
    committed, completed = one.committed, one.completed
    if committed is None and items:
        committed = amount(planned(items, one), unit)
    if completed is None and work:
        completed = completed_by_items(one, items, work, unit)
    return Result(one, items, committed, completed, one.to < book.status_date)
