"""What waits for somebody: decisions and change requests not decided, issues not resolved in time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from handbook.analysis.parties import is_same
from handbook.records.book import Book
from handbook.records.kinds.change import Change
from handbook.records.kinds.decision import Decision
from handbook.records.kinds.issue import Issue
from handbook.records.kinds.project import Project


@dataclass(frozen=True, slots=True)
class Waiting:
    """A decision that is proposed, or a change request that is open; ``for_sponsor`` if the sponsor decides.

    ``deciders`` are those who may decide it, ``decide_by`` the last day on which that does no harm.
    """

    record: Decision | Change
    deciders: tuple[str, ...]
    decide_by: date | None
    is_overdue: bool
    for_sponsor: bool


def waiting(book: Book, project: Project) -> tuple[Waiting, ...]:
    """What waits to be decided in a project, the most pressing first; what has no date comes last."""
    decisions = [one for one in book.of(Decision, project.id) if one.status == "proposed"]
    found = [_waiting(book, project, one, one.deciders) for one in decisions]
    for change in _open_changes(book, project, decisions):
        found.append(_waiting(book, project, change, (change.authority,) if change.authority else ()))
    return tuple(sorted(found, key=lambda one: (one.decide_by or date.max, one.record.id.casefold())))


def _waiting(book: Book, project: Project, record: Decision | Change, deciders: Sequence[str]) -> Waiting:
    return Waiting(
        record,
        tuple(deciders),
        record.decide_by,
        record.decide_by is not None and record.decide_by < book.status_date,
        any(is_same(book, decider, project.sponsor) for decider in deciders),
    )


def _open_changes(book: Book, project: Project, decisions: Sequence[Decision]) -> Iterator[Change]:
    """The change requests that wait; one that links to a decision that waits is decided with that."""
    asked = {decision.address for decision in decisions}
    for change in book.of(Change, project.id):
        linked = (book.find(link.record, project.id) for link in change.links if link.record)
        if change.is_open and not change.withheld and not any(one and one.address in asked for one in linked):
            yield change


def overdue_issues(book: Book, project: Project) -> tuple[Issue, ...]:
    """The open issues of a project that should be resolved by now, the oldest date first."""
    found = [
        issue
        for issue in book.of(Issue, project.id)
        if issue.is_open and issue.due is not None and issue.due < book.status_date
    ]
    return tuple(sorted(found, key=lambda issue: (issue.due or date.max, issue.id.casefold())))
