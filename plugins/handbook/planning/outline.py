"""The outline of a project's plan: what is to be done and what waits for what, before any date."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from handbook.planning.accepted import accepted, begun, waits_for_people
from handbook.planning.breakdown import Breakdown, breakdown
from handbook.planning.plan import PlanFault
from handbook.planning.ties import Tie, parents_for, sensible, ties
from handbook.records.book import Book
from handbook.records.kinds.levelled import LevelledEntry
from handbook.records.kinds.project import Project


@dataclass(frozen=True)
class Outline:
    """The work of one project, the summary that each item counts for, and its ties.

    ``entries`` are those of the levelled schedule that it follows. ``faults`` are those found so far.
    """

    project: Project
    work: Breakdown
    parents: tuple[int | None, ...]
    ties: tuple[Tie, ...]
    entries: Mapping[str, LevelledEntry] = field(default_factory=dict)
    faults: tuple[PlanFault, ...] = ()

    @property
    def far_ties(self) -> tuple[Tie, ...]:
        """The ties to what other projects do."""
        return tuple(tie for tie in self.ties if tie.inside is None)

    @property
    def needs(self) -> frozenset[str]:
        """The other projects, in lower case, that it waits for."""
        return frozenset((tie.target.project or "").casefold() for tie in self.far_ties)


def outline(book: Book, project: Project, *, levelled: bool = True) -> Outline:
    """The outline of a project, without ties that join an item to itself or to its own summary.

    It follows the levelled schedule that was accepted, unless it is to be one that is not ``levelled``; who
    does what has begun is settled in any case.
    """
    work = breakdown(book, project.id)
    found = list(ties(book, work))
    parents = parents_for(work, found)
    kept, faults = sensible(work, found, parents)
    entries = accepted(book, project.id)
    entries = entries if levelled else begun(entries, work)
    if entries:
        kept += sensible(work, list(waits_for_people(book, work, entries)), parents)[0]
    return Outline(project, work, tuple(parents), tuple(kept), entries, tuple(faults))
