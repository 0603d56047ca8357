"""Ties: the dependencies of a project whose predecessors are known, and those that make no sense."""

from collections.abc import Iterator
from typing import NamedTuple

from handbook.planning.breakdown import Breakdown, Item
from handbook.planning.plan import PlanFault
from handbook.planning.wait import Wait
from handbook.planning.wording import named
from handbook.records.book import Book
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.task import Task
from handbook.records.types.dependency import Dependency


class Tie(NamedTuple):
    """One item waits for another.

    ``successor`` is an index in the breakdown, and so is ``inside``, the predecessor, unless it belongs to
    another project; ``target`` is its record. ``people`` are those for whom it waits, by reference, if not
    the work but who does it makes it wait.
    """

    successor: int
    dependency: Dependency
    target: Item
    inside: int | None
    people: tuple[str, ...] = ()

    def wait(self, successor: Item) -> Wait:
        """The tie as a line of its successor's record."""
        positions = (at for at, one in enumerate(successor.after) if one is self.dependency)
        return Wait(successor, self.target, None if self.people else next(positions))

    @property
    def is_backward(self) -> bool:
        """Whether it waits for something that is written further down."""
        return self.inside is not None and self.inside > self.successor


def ties(book: Book, work: Breakdown) -> Iterator[Tie]:
    """The ties of a project, in reading order; what is unknown or ambiguous is left to checks."""
    for at, item in enumerate(work.items):
        for dependency in item.after:
            name = dependency.target.casefold().removeprefix("plan.")
            inside = work.index.get(name)
            if inside is not None:
                yield Tie(at, dependency, work.items[inside], inside)
            elif name not in work.index and (tie := _far_tie(book, work, at, dependency)):
                yield tie


def parents_for(work: Breakdown, found: list[Tie]) -> list[int | None]:
    """The summary that each item counts for.

    A milestone that waits for a summary around it stands outside that summary: it tells that the summary is
    done. Nor does it count for a task around it that is no summary.
    """
    parents = [_summary(work, at) for at in range(len(work.items))]
    awaited: dict[int, set[int]] = {}
    for tie in found:
        if tie.inside is not None and isinstance(work.items[tie.successor], Milestone):
            awaited.setdefault(tie.successor, set()).add(tie.inside)
    for at, predecessors in awaited.items():
        outer = [around for around in work.around(at) if around in predecessors]
        if outer:
            parents[at] = _summary(work, outer[-1])
    return parents


def sensible(
    work: Breakdown, found: list[Tie], parents: list[int | None]
) -> tuple[list[Tie], list[PlanFault]]:
    """The ties that can be planned, and a fault for each of an item to itself or a summary around it."""
    kept: list[Tie] = []
    faults: list[PlanFault] = []
    for tie in found:
        if tie.inside is None or not _is_own(parents, tie.successor, tie.inside):
            kept.append(tie)
        else:
            faults.append(_own_fault(work.items[tie.successor], tie))
    return kept, faults


def _far_tie(book: Book, work: Breakdown, at: int, dependency: Dependency) -> Tie | None:
    """The tie to an item that is addressed with its project, be it another one or this."""
    target = book.find(dependency.target, work.project, ("task", "milestone"))
    if not isinstance(target, (Task, Milestone)):
        return None
    if (target.project or "").casefold() != work.project.casefold():
        return Tie(at, dependency, target, None)
    inside = work.index.get(target.id.casefold())
    return None if inside is None else Tie(at, dependency, target, inside)


def _summary(work: Breakdown, at: int) -> int | None:
    return next((around for around in work.around(at) if around in work.summaries), None)


def _is_own(parents: list[int | None], one: int, other: int) -> bool:
    """Whether two items are the same, or one is inside the other."""
    return one == other or _holds(parents, one, other) or _holds(parents, other, one)


def _holds(parents: list[int | None], outer: int, inner: int) -> bool:
    parent = parents[inner]
    while parent is not None and parent != outer:
        parent = parents[parent]
    return parent is not None


def _own_fault(successor: Item, tie: Tie) -> PlanFault:
    target = tie.target
    if successor is target:
        text = f"{named(target)} waits for itself; planned as if it did not"
        return PlanFault("cycle", text, (target,), (tie.wait(successor),))
    text = f"{named(successor)} waits for {named(target)}, though one is part of the other"
    return PlanFault(
        "cycle", f"{text}; planned as if it did not", (successor, target), (tie.wait(successor),)
    )
