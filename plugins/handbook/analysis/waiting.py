"""What waits for somebody: decisions not taken, issues not resolved in time."""

from dataclasses import dataclass
from datetime import date

from handbook.analysis.parties import is_same
from handbook.records.book import Book
from handbook.records.kinds.decision import Decision
from handbook.records.kinds.issue import Issue
from handbook.records.kinds.project import Project


@dataclass(frozen=True, slots=True)
class Waiting:
    """A decision that is proposed and not taken; ``for_sponsor`` if the sponsor is among the deciders."""

    decision: Decision
    is_overdue: bool
    for_sponsor: bool


def waiting(book: Book, project: Project) -> tuple[Waiting, ...]:
    """The decisions of a project that wait, the most pressing first; those without a date last."""
    found = [
        Waiting(
            decision,
            decision.decide_by is not None and decision.decide_by < book.status_date,
            any(is_same(book, decider, project.sponsor) for decider in decision.deciders),
        )
        for decision in book.of(Decision, project.id)
        if decision.status == "proposed"
    ]
    return tuple(
        sorted(found, key=lambda one: (one.decision.decide_by or date.max, one.decision.id.casefold()))
    )


def overdue_issues(book: Book, project: Project) -> tuple[Issue, ...]:
    """The open issues of a project that should be resolved by now, the oldest date first."""
    found = [
        issue
        for issue in book.of(Issue, project.id)
        if issue.is_open and issue.due is not None and issue.due < book.status_date
    ]
    return tuple(sorted(found, key=lambda issue: (issue.due or date.max, issue.id.casefold())))
