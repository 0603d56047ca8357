"""Scope: whether what is to be handed over is agreed, and comes in time.

Judged are the deliverables of the charter and open issues that something is off its specification.

- red: a deliverable is overdue: its date has passed, and it is not handed over
- amber: one has no acceptance criteria or is expected after its date, or something is off-specification
- green: none of that
- none: the charter has no deliverable, and nothing is off-specification

A deliverable is handed over when all milestones that name it are reached, or, without such a milestone,
when all tasks that name it are done. It is expected when the last of them is. In a project that is over
nothing is overdue.
"""

from collections.abc import Iterator
from datetime import date

from handbook.analysis.case import Case
from handbook.analysis.health import Verdict
from handbook.analysis.words import figure
from handbook.planning.plan import Entry
from handbook.records.kinds.deliverable import Deliverable
from handbook.records.kinds.issue import Issue
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.task import Task

_RULE = "red: a deliverable is overdue; amber: one without acceptance criteria or late, or off-specification"


def judge(case: Case) -> Verdict:
    """The colour of scope."""
    deliverables = case.book.of(Deliverable, case.project.id)
    off = _off_specification(case)
    if not deliverables and not off:
        return Verdict("none", "no deliverables recorded")
    overdue = [one for one in deliverables if _is_overdue(case, one)]
    if overdue:
        more = f" and {figure(len(overdue) - 1, 'other')}" if len(overdue) > 1 else ""
        return Verdict("red", f"{overdue[0].label}{more} overdue", _RULE)
    doubts = list(_doubts(case, deliverables, off))
    if doubts:
        return Verdict("amber", ", ".join(doubts), _RULE)
    return Verdict("green", f"{figure(len(deliverables), 'deliverable')} agreed, none late", _RULE)


def handed_over(case: Case, deliverable: Deliverable) -> bool:
    """Whether a deliverable is handed over, as far as milestones and tasks tell."""
    milestones, tasks = _serving(case, deliverable)
    if milestones:
        return all(milestone.reached for milestone in milestones)
    entries = [case.plan.entry(task) for task in tasks]
    return bool(entries) and all(entry is not None and entry.state == "done" for entry in entries)


def expected(case: Case, deliverable: Deliverable) -> date | None:
    """When a deliverable is expected; None if nothing in the plan names it."""
    milestones, tasks = _serving(case, deliverable)
    entries: list[Entry | None] = [case.plan.entry(item) for item in milestones or tasks]
    return max((entry.finish.date() for entry in entries if entry), default=None)


def _doubts(case: Case, deliverables: tuple[Deliverable, ...], off: list[Issue]) -> Iterator[str]:
    late = [one for one in deliverables if _is_late(case, one)]
    vague = [one for one in deliverables if not one.acceptance_criteria]
    if late:
        yield f"{figure(len(late), 'deliverable')} expected late"
    if vague:
        yield f"{figure(len(vague), 'deliverable')} without acceptance criteria"
    if off:
        yield f"{len(off)} off-specification open"


def _off_specification(case: Case) -> list[Issue]:
    issues = case.book.of(Issue, case.project.id)
    return [issue for issue in issues if issue.is_open and issue.type == "off-specification"]


def _is_overdue(case: Case, deliverable: Deliverable) -> bool:
    has_passed = deliverable.due is not None and deliverable.due < case.status_date
    return has_passed and not case.is_over and not handed_over(case, deliverable)


def _is_late(case: Case, deliverable: Deliverable) -> bool:
    on = expected(case, deliverable)
    if deliverable.due is None or on is None or case.is_over or handed_over(case, deliverable):
        return False
    return case.plan.working_days(deliverable.due, on) > 0


def _serving(case: Case, deliverable: Deliverable) -> tuple[list[Milestone], list[Task]]:
    """The milestones and tasks that name a deliverable."""
    cited = [
        citation.record for citation in case.book.citations(deliverable) if citation.path[0] == "deliverable"
    ]
    milestones = [record for record in cited if isinstance(record, Milestone)]
    return milestones, [record for record in cited if isinstance(record, Task)]
