"""Projects whose work waits in a circle, planned without the dependencies that close it."""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import accumulate, groupby

from handbook.planning.breakdown import Item
from handbook.planning.circles import cuts, soft_cuts
from handbook.planning.outline import Outline
from handbook.planning.plan import PlanFault
from handbook.planning.ties import Tie
from handbook.planning.wait import Wait
from handbook.planning.wording import circle, named
from handbook.schedule import Link, LinkType


def untangled(outlines: Sequence[Outline]) -> list[Outline]:
    """The outlines, without the ties that close a circle in one of them or through several.

    Each circle is a fault of every project it goes through, and names all items and links on its way. A wait
    for people who are busy that closes a circle goes, too, and is no fault: the levelled schedule it comes
    from is out of date.
    """
    return _without_waits(_opened(outlines))


def _opened(outlines: Sequence[Outline]) -> list[Outline]:
    numbers = _Numbers(outlines)
    tied = [(at, tie) for at, tie in numbers.tied() if not tie.people]
    found = cuts(numbers.parents(), [numbers.link(at, tie) for at, tie in tied])
    faults: list[list[PlanFault]] = [list(one.faults) for one in outlines]
    waits = {at: numbers.wait(*tied[at]) for one in found.circles for at in one.links}
    for one in found.circles:
        items = [numbers.item(number) for number in one.activities]
        fault = _fault(items, waits[one.cut], tuple(waits[at] for at in one.links))
        for project in sorted({numbers.project(number) for number in one.activities}):
            faults[project].append(fault)
    for at, cut in groupby(found.rest, key=lambda cut: tied[cut][0]):
        faults[at].append(_tangle([numbers.wait(*tied[one]) for one in cut]))
    left_out = {id(tied[cut][1]) for cut in (*(one.cut for one in found.circles), *found.rest)}
    kept = _kept(outlines, left_out)
    return [replace(one, faults=tuple(own)) for one, own in zip(kept, faults, strict=True)]


def _without_waits(outlines: list[Outline]) -> list[Outline]:
    """The outlines without the waits for people that close a circle."""
    numbers = _Numbers(outlines)
    tied = numbers.tied()
    soft = [at for at, (_, tie) in enumerate(tied) if tie.people]
    if not soft:
        return outlines
    cut = soft_cuts(numbers.parents(), [numbers.link(at, tie) for at, tie in tied], soft)
    return _kept(outlines, {id(tied[at][1]) for at in cut})


def _kept(outlines: Sequence[Outline], left_out: Collection[int]) -> list[Outline]:
    return [replace(one, ties=tuple(tie for tie in one.ties if id(tie) not in left_out)) for one in outlines]


def _fault(items: list[Item], cut: Wait, waits: tuple[Wait, ...]) -> PlanFault:
    text = f"{circle(items)}; planned as if {named(cut.successor)} did not wait for {named(cut.target)}"
    return PlanFault("cycle", text, tuple(items), waits)


def _tangle(waits: list[Wait]) -> PlanFault:
    text = (
        f"{len(waits)} more dependencies on what is written further down are left out of a tangle of circles"
    )
    records = {wait.successor.address: wait.successor for wait in waits}
    return PlanFault("cycle", text, tuple(records.values()), tuple(waits))


class _Numbers:
    """One count through the items of several projects."""

    def __init__(self, outlines: Sequence[Outline]) -> None:
        self._outlines = outlines
        self._first = list(accumulate((len(one.work.items) for one in outlines), initial=0))
        self._by_project = {one.project.id.casefold(): at for at, one in enumerate(outlines)}

    def project(self, number: int) -> int:
        return bisect_right(self._first, number) - 1

    def item(self, number: int) -> Item:
        at = self.project(number)
        return self._outlines[at].work.items[number - self._first[at]]

    def wait(self, at: int, tie: Tie) -> Wait:
        """A tie of the project ``at`` as a line of its record."""
        return tie.wait(self._outlines[at].work.items[tie.successor])

    def parents(self) -> list[int | None]:
        return [
            None if parent is None else self._first[at] + parent
            for at, one in enumerate(self._outlines)
            for parent in one.parents
        ]

    def tied(self) -> list[tuple[int, Tie]]:
        """The ties between the projects, and inside them, each with the position of its own project."""
        return [(at, tie) for at, one in enumerate(self._outlines) for tie in one.ties if self.knows(at, tie)]

    def knows(self, at: int, tie: Tie) -> bool:
        """Whether a tie of the project ``at`` comes from one of the projects."""
        return self._predecessor(at, tie) is not None

    def link(self, at: int, tie: Tie) -> Link:
        """A known tie of the project ``at``."""
        return Link(
            self._predecessor(at, tie) or 0, self._first[at] + tie.successor, LinkType(tie.dependency.type)
        )

    def _predecessor(self, at: int, tie: Tie) -> int | None:
        if tie.inside is not None:
            return self._first[at] + tie.inside
        other = self._by_project.get((tie.target.project or "").casefold())
        inside = None if other is None else self._outlines[other].work.index.get(tie.target.id.casefold())
        return None if other is None or inside is None else self._first[other] + inside
