"""A record of any kind in full."""

from collections.abc import Callable, Iterable
from typing import Any

from handbook.records.kinds.decision import Decision
from handbook.records.kinds.deliverable import Deliverable
from handbook.records.kinds.issue import Issue
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.report import Report
from handbook.records.kinds.risk import Risk
from handbook.records.kinds.task import Task
from handbook.records.record import Record
from handbook.views.block.block import Block
from handbook.views.detail.common import ending, pairs
from handbook.views.detail.decision import decision_in_full
from handbook.views.detail.issue import issue_in_full
from handbook.views.detail.report import report_in_full
from handbook.views.detail.risk import risk_in_full
from handbook.views.detail.work import deliverable_in_full, milestone_in_full, task_in_full
from handbook.views.naming import owner
from handbook.views.view import Ground


def in_full(ground: Ground, record: Record, heading_level: int = 3) -> tuple[Block, ...]:
    """Everything that a record says; nothing of one that is withheld. Its own headings begin at a level."""
    if record.withheld:
        return ()
    return tuple(_TELL.get(type(record), _other)(ground, record, heading_level))


def has_page(record: Record) -> bool:
    """Whether a record is a Markdown file, which is a page of its own: it is not told again elsewhere."""
    return bool(record.origin.body_line)


def _other(ground: Ground, record: Record, heading_level: int) -> Iterable[Block]:
    yield from pairs((("Owner", owner(ground, record)),))
    yield from ending(ground, record, heading_level)


_TELL: dict[type[Record], Callable[[Ground, Any, int], Iterable[Block]]] = {
    Decision: decision_in_full,
    Deliverable: deliverable_in_full,
    Issue: issue_in_full,
    Milestone: milestone_in_full,
    Report: report_in_full,
    Risk: risk_in_full,
    Task: task_in_full,
}
