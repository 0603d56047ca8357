"""A state of the records on the way through some changes, with the dates that follow from it."""

from dataclasses import dataclass

from handbook.analysis.what_if.change import BadChange
from handbook.analysis.what_if.scenario import tried
from handbook.analysis.what_if.words import read_change
from handbook.planning.breakdown import Item
from handbook.planning.plans import Plans
from handbook.planning.settled import Settled
from handbook.planning.why.step import Why
from handbook.planning.why.why import why
from handbook.records.book import Book


@dataclass(frozen=True, slots=True)
class State:
    """A book and its plans."""

    book: Book
    plans: Plans

    def why(self, item: Item) -> Why | None:
        """The driving chain of an item."""
        return why(self.book, self.settled, item)

    def at(self, item: Item) -> int:
        """The instant at which an item that has dates is finished."""
        settled = self.plans.settled(item.project or "")
        row = settled.row(settled.draft.outline.work.index[item.id.casefold()] or 0)
        return settled.timetable.finish[row or 0]

    def settled(self, project: str) -> Settled | None:
        """What the plan of a project was made of; None for one that is not in the book."""
        return self.plans.settled(project) if self.book.project(project) else None

    def tried(self, text: str) -> "State | None":
        """The state with one more change; None if it cannot be tried."""
        try:
            return State(*tried(self.book, self.plans, read_change(self.book, text)))
        except BadChange:
            return None
