"""The case of one project: all that a judgement on it may look at."""

from dataclasses import dataclass
from datetime import date

from handbook.analysis.cost import Cost
from handbook.analysis.promise import Promise
from handbook.analysis.rated import RatedRisk
from handbook.analysis.waiting import Waiting
from handbook.planning.plan import Plan
from handbook.records.book import Book
from handbook.records.kinds.project import Project


@dataclass(frozen=True, slots=True)
class Case:
    """A project with its plan, its promises, its rated risks, the decisions that wait, and its money."""

    book: Book
    project: Project
    plan: Plan
    promises: tuple[Promise, ...]
    risks: tuple[RatedRisk, ...]
    waiting: tuple[Waiting, ...]
    cost: Cost | None

    @property
    def status_date(self) -> date:
        """The day the handbook speaks of."""
        return self.book.status_date

    @property
    def is_over(self) -> bool:
        """Whether nothing more is to come: it is completed or cancelled."""
        return self.project.status in {"completed", "cancelled"}
