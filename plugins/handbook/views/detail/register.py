"""Records of small registers in full: actions, lessons, iterations, waivers, objectives, approvals."""

from collections.abc import Iterator

from handbook.records.kinds.action import Action
from handbook.records.kinds.approval import Approval
from handbook.records.kinds.iteration import Iteration
from handbook.records.kinds.lesson import Lesson
from handbook.records.kinds.objective import Objective
from handbook.records.kinds.waiver import Waiver
from handbook.views.block.block import Block, Paragraph
from handbook.views.block.inline import Light, Phrase
from handbook.views.dates import dated, due
from handbook.views.detail.common import ending, pairs, spoken, text
from handbook.views.naming import all_named, joined, named, owner
from handbook.views.values import number
from handbook.views.view import Ground


def action_in_full(ground: Ground, action: Action, heading_level: int) -> Iterator[Block]:
    """Everything that the record of an action says."""
    on = ground.status_date
    yield from pairs(
        (
            ("To do", text(action.text) if action.title else ()),
            ("Owner", owner(ground, action)),
            ("Raised", dated(action.raised, on)),
            ("Due", due(action.due, on, action.is_open)),
            ("Done", dated(action.done, on)),
            ("From", (named(ground, action.from_, action.project),) if action.from_ else ()),
        )
    )
    yield from ending(ground, action, heading_level)


def lesson_in_full(ground: Ground, lesson: Lesson, heading_level: int) -> Iterator[Block]:
    """Everything that the record of a lesson says: what to do first, then why."""
    if lesson.title:
        yield from spoken(ground, lesson, "What happened", lesson.event, heading_level)
    yield from spoken(ground, lesson, "Next time", lesson.recommendation, heading_level)
    yield from spoken(ground, lesson, "What it did", lesson.effect, heading_level)
    yield from spoken(ground, lesson, "Why", lesson.cause, heading_level)
    facts = (
        text(", ".join(lesson.applies_to)),
        ("from ", *all_named(ground, lesson.from_, lesson.project)) if lesson.from_ else (),
        ("learned ", *dated(lesson.learned, ground.status_date)) if lesson.learned else (),
        owner(ground, lesson),
    )
    if any(facts):
        yield Paragraph(joined(facts, " · "), quiet=True)
    yield from ending(ground, lesson, heading_level)


def iteration_in_full(ground: Ground, one: Iteration, heading_level: int) -> Iterator[Block]:
    """Everything that the record of an iteration says."""
    yield from pairs(
        (
            ("Goal", text(one.goal) if one.title else ()),
            ("Time", span(ground, one)),
            ("Capacity", text(number(one.capacity))),
            ("Committed", text(number(one.committed))),
            ("Completed", text(number(one.completed))),
            ("Works on", all_named(ground, one.tasks, one.project)),
            ("Owner", owner(ground, one)),
        )
    )
    yield from ending(ground, one, heading_level)


def span(ground: Ground, one: Iteration) -> Phrase:
    """The first and the last day of an iteration."""
    return joined((dated(one.from_, ground.status_date), dated(one.to, ground.status_date)), " – ")


def waiver_in_full(ground: Ground, waiver: Waiver, heading_level: int) -> Iterator[Block]:
    """Everything that the record of a waiver says."""
    yield from spoken(ground, waiver, "Why", waiver.reason, heading_level)
    yield from pairs(
        (
            ("Rule", (waiver.rule,)),
            ("Set aside for", (named(ground, waiver.record, waiver.project),)),
            ("Approved by", (named(ground, waiver.approved_by, waiver.project),)),
            ("Expires", expiry(ground, waiver)),
            ("Owner", owner(ground, waiver)),
        )
    )
    yield from ending(ground, waiver, heading_level)


def expiry(ground: Ground, waiver: Waiver) -> Phrase:
    """The last day on which a waiver holds; with a sign once it has passed."""
    told = dated(waiver.expires, ground.status_date)
    if waiver.expires >= ground.status_date:
        return told
    return (Light("red", f"expired {told[0]}"),)


def objective_in_full(ground: Ground, objective: Objective, heading_level: int) -> Iterator[Block]:
    """Everything that the record of an objective says."""
    yield from pairs(
        (
            ("Objective", text(objective.text) if objective.title else ()),
            ("Measure", text(objective.measure)),
            ("Target", text(objective.target)),
            ("By", dated(objective.by, ground.status_date)),
            ("Owner", owner(ground, objective)),
        )
    )
    yield from ending(ground, objective, heading_level)


def approval_in_full(ground: Ground, approval: Approval, heading_level: int) -> Iterator[Block]:
    """Everything that the record of an approval says."""
    yield from pairs(
        (
            ("Role", (named(ground, approval.role, approval.project),)),
            ("Approved", dated(approval.on, ground.status_date) or (Light("amber", "not yet"),)),
        )
    )
    yield from ending(ground, approval, heading_level)
