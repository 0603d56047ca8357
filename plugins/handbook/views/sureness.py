"""Sureness: what the views of a forecast have in common."""

from collections.abc import Iterator

from handbook.problems.nearest import did_you_mean
from handbook.records.book import Book
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.project import Project
from handbook.views.view import Ground, OptionFault


def milestone(ground: Ground, charter: Project, text: str) -> Milestone | None:
    """The milestone of a project that an option of a view names."""
    return _own(ground.book, charter.id, text)


def milestone_faults(book: Book, project: str | None, text: str) -> Iterator[OptionFault]:
    """An option ``of`` that names no milestone of its project, unless it is kept from these readers."""
    if text and project and _own(book, project, text) is None and not book.is_hidden(text, project):
        known = [one.id for one in book.of(Milestone, project) if not one.withheld]
        yield OptionFault(("of",), f"unknown milestone '{text}'", did_you_mean(text, known))


def _own(book: Book, project: str, text: str) -> Milestone | None:
    found = book.find(text, project, (Milestone.kind,))
    is_own = isinstance(found, Milestone) and (found.project or "").casefold() == project.casefold()
    return found if isinstance(found, Milestone) and is_own else None
