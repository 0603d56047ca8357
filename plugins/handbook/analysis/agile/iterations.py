"""Iterations with what was committed and completed in them: as written, or as the backlog tells."""

from collections.abc import Mapping, Sequence
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
    items = items_of(book, work)
    return tuple(_result(book, one, items.get(one.address.casefold(), ()), work, unit) for one in ordered)


def unit_of(iterations: Sequence[Iteration], work: Work | None) -> str:
    """Whether iterations are counted in ``size`` or in ``items``.

    In sizes if iterations say numbers of their own, for those are in what the team counts, or if any item
    has a size.
    """
    written = any(one.committed is not None or one.completed is not None for one in iterations)
    sized = work is not None and any(item.size is not None for item in work.items)
    return "size" if written or sized else "items"


def items_of(book: Book, work: Work | None) -> Mapping[str, tuple[BacklogItem, ...]]:
    """The items of a backlog by the iterations that they name: by their addresses in lower case."""
    found: dict[str, dict[str, BacklogItem]] = {}
    for item in work.items if work else ():
        for name in item.iteration:
            iteration = book.find(name, item.project, ("iteration",))
            if iteration:
                found.setdefault(iteration.address.casefold(), {})[item.id] = item
    return {address: tuple(items.values()) for address, items in found.items()}


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
    """What was finished in an iteration; None if no item names it, before its end, or without sizes."""
    if not items or one.to >= work.day:
        return None
    return amount(finished_in(work, one.from_, one.to), unit)


def _result(
    book: Book, one: Iteration, items: tuple[BacklogItem, ...], work: Work | None, unit: str
) -> Result:
    committed, completed = one.committed, one.completed
    if committed is None and items:
        committed = amount(planned(items, one), unit)
    if completed is None and work:
        completed = completed_by_items(one, items, work, unit)
    return Result(one, items, committed, completed, one.to < book.status_date)
