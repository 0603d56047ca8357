"""Sureness: what the views of a forecast have in common."""

from collections.abc import Iterator
from datetime import date

from handbook.problems.nearest import did_you_mean
from handbook.records.book import Book
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.project import Project
from handbook.views.view import Ground, OptionFault

NEXT = "next"
"""What an option says that means whatever milestone is the next one."""


def milestone(ground: Ground, charter: Project, text: str) -> Milestone | None:
    """The milestone of a project that an option of a view names; of ``next`` the next one.

    That is the first of the plan that is open and not sure, unless it is the finish of the project itself.
    """
    found = _own(ground.book, charter.id, text)
    return _next(ground, charter) if found is None and text.casefold() == NEXT else found


def _next(ground: Ground, charter: Project) -> Milestone | None:
    found = ground.portfolio.forecast(charter.id)
    unsure = [one for one in found.milestones if not one.is_certain] if found else []
    first = min(unsure, key=lambda one: one.planned or date.max, default=None)
    if found is None or first is None or first.days == found.finish.days:
        return None
    record = ground.book.find(first.address)
    return record if isinstance(record, Milestone) else None


def milestone_faults(book: Book, project: str | None, text: str) -> Iterator[OptionFault]:
    """An option ``of`` that names no milestone of its project, unless it is kept from these readers."""
    if (
        text
        and text.casefold() != NEXT
        and project
        and _own(book, project, text) is None
        and not book.is_hidden(text, project)
    ):
        known = [one.id for one in book.of(Milestone, project) if not one.withheld]
        yield OptionFault(("of",), f"unknown milestone '{text}'", did_you_mean(text, known))


def _own(book: Book, project: str, text: str) -> Milestone | None:
    found = book.find(text, project, (Milestone.kind,))
    is_own = isinstance(found, Milestone) and (found.project or "").casefold() == project.casefold()
    return found if isinstance(found, Milestone) and is_own else None
