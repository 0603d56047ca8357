"""A record of any kind in full."""

from collections.abc import Callable, Iterable
from typing import Any

from handbook.records.kinds.action import Action
from handbook.records.kinds.approval import Approval
from handbook.records.kinds.backlog import Backlog
from handbook.records.kinds.backlog_item import BacklogItem
from handbook.records.kinds.baseline import Baseline
from handbook.records.kinds.budget import Budget
from handbook.records.kinds.budget_line import BudgetLine
from handbook.records.kinds.change import Change
from handbook.records.kinds.communication import Communication
from handbook.records.kinds.criterion import Criterion
from handbook.records.kinds.decision import Decision
from handbook.records.kinds.deliverable import Deliverable
from handbook.records.kinds.gate import Gate
from handbook.records.kinds.issue import Issue
from handbook.records.kinds.iteration import Iteration
from handbook.records.kinds.lesson import Lesson
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.objective import Objective
from handbook.records.kinds.report import Report
from handbook.records.kinds.risk import Risk
from handbook.records.kinds.stakeholder import Stakeholder
from handbook.records.kinds.task import Task
from handbook.records.kinds.waiver import Waiver
from handbook.records.record import Record
from handbook.views.block.block import Block
from handbook.views.detail.backlog import backlog_in_full, backlog_item_in_full
from handbook.views.detail.budget import baseline_in_full, budget_in_full, line_in_full
from handbook.views.detail.change import change_in_full
from handbook.views.detail.common import ending, pairs
from handbook.views.detail.decision import decision_in_full
from handbook.views.detail.gate import criterion_in_full, gate_in_full
from handbook.views.detail.issue import issue_in_full
from handbook.views.detail.register import (
    action_in_full,
    approval_in_full,
    iteration_in_full,
    lesson_in_full,
    objective_in_full,
    waiver_in_full,
)
from handbook.views.detail.report import report_in_full
from handbook.views.detail.risk import risk_in_full
from handbook.views.detail.stakeholder import communication_in_full, stakeholder_in_full
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
    Action: action_in_full,
    Approval: approval_in_full,
    Backlog: backlog_in_full,
    BacklogItem: backlog_item_in_full,
    Baseline: baseline_in_full,
    Budget: budget_in_full,
    BudgetLine: line_in_full,
    Change: change_in_full,
    Communication: communication_in_full,
    Criterion: criterion_in_full,
    Decision: decision_in_full,
    Deliverable: deliverable_in_full,
    Gate: gate_in_full,
    Issue: issue_in_full,
    Iteration: iteration_in_full,
    Lesson: lesson_in_full,
    Milestone: milestone_in_full,
    Objective: objective_in_full,
    Report: report_in_full,
    Risk: risk_in_full,
    Stakeholder: stakeholder_in_full,
    Task: task_in_full,
    Waiver: waiver_in_full,
}
