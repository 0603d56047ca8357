"""One task, milestone or deliverable in full."""

from collections.abc import Iterator

from handbook.analysis.words import capital
from handbook.planning.plan import Entry
from handbook.records.kinds.deliverable import Deliverable
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.task import Task
from handbook.records.types.dependency import Dependency
from handbook.views.block.block import Block
from handbook.views.block.inline import Muted, Phrase, Strong
from handbook.views.dates import dated, days, due, lasting
from handbook.views.detail.common import Fact, ending, pairs, points, text
from handbook.views.naming import joined, named, owner
from handbook.views.plans.promised import slipped
from handbook.views.view import Ground


def task_in_full(ground: Ground, task: Task, heading_level: int) -> Iterator[Block]:
    """Everything that the record of a task says, with its dates."""
    entry = ground.portfolio.plan(task.project or "").entry(task)
    yield from pairs([*_task(ground, task), *(_planned(ground, entry) if entry else ())])
    yield from points("Done when", task.done_when)
    yield from ending(ground, task, heading_level)


def milestone_in_full(ground: Ground, milestone: Milestone, heading_level: int) -> Iterator[Block]:
    """Everything that the record of a milestone says, with its promise."""
    yield from pairs(_milestone(ground, milestone))
    yield from points("Criteria", milestone.criteria)
    yield from ending(ground, milestone, heading_level)


def deliverable_in_full(ground: Ground, deliverable: Deliverable, heading_level: int) -> Iterator[Block]:
    """Everything that the record of a deliverable says."""
    facts = [("Owner", owner(ground, deliverable)), ("Due", dated(deliverable.due, ground.status_date))]
    yield from pairs(facts)
    yield from points("Acceptance criteria", deliverable.acceptance_criteria)
    yield from ending(ground, deliverable, heading_level)


def after(ground: Ground, record: Task | Milestone) -> Phrase:
    """What must come before a task or milestone."""
    return joined((_link(ground, record, link) for link in record.after), ", ")


def assigned(ground: Ground, task: Task) -> Phrase:
    """Who does a task, with the shares that are not the whole of their time: as levelled, if it is."""
    entry = ground.portfolio.plan(task.project).entry(task) if task.project else None
    shares = (
        (named(ground, who, task.project), *((Muted(f" {share:.0%}"),) if share != 1 else ()))
        for who, share in (entry.doers if entry else task.doers).items()
    )
    return joined(shares, ", ")


def _link(ground: Ground, record: Task | Milestone, link: Dependency) -> Phrase:
    ending = str(link).removeprefix(link.target).strip()
    return (named(ground, link.target, record.project), *((Muted(f" {ending}"),) if ending else ()))


def _task(ground: Ground, task: Task) -> Iterator[Fact]:
    yield "Owner", owner(ground, task)
    yield "Assigned", assigned(ground, task)
    yield "Duration", text(lasting(task.duration) if task.duration else "")
    yield "Effort", text(lasting(task.effort) if task.effort else "")
    if task.estimate:
        low, likely, high = (
            lasting(one) for one in (task.estimate.low, task.estimate.likely, task.estimate.high)
        )
        yield "Estimate", (f"{low} to {high}, most likely {likely}",)
    yield "After", after(ground, task)
    yield "Deadline", due(task.deadline, ground.status_date, task.finished is None)
    yield "Cost", text(str(task.cost or ""))
    deliverable = task.deliverable
    yield "Deliverable", (named(ground, deliverable, task.project),) if deliverable else ()


def _planned(ground: Ground, entry: Entry) -> Iterator[Fact]:
    on = ground.status_date
    plan = ground.portfolio.plan(entry.record.project or "")
    yield "Start", dated(entry.start.date(), on)
    yield "Finish", dated(entry.finish.date(), on)
    yield "Done", text(f"{entry.progress:.0%}" if entry.progress else "")
    if entry.state != "done" and not entry.summary:
        spare = days(max(entry.total_float, 0) // plan.day_minutes)
        yield "Spare time", (Strong("none: critical"),) if entry.critical else (spare,)
    yield "Why then", text(capital(entry.driver.text) if entry.driver else "")


def _milestone(ground: Ground, milestone: Milestone) -> Iterator[Fact]:
    on, project = ground.status_date, milestone.project
    promise = next((p for p in ground.portfolio.promises(project or "") if p.milestone is milestone), None)
    yield "Promised", dated(milestone.due, on)
    if promise:
        yield "Reached" if promise.reached else "Expected", dated(promise.expected, on)
        yield "Slip", slipped(promise)
    yield "Owner", owner(ground, milestone)
    yield "After", after(ground, milestone)
    deliverable = milestone.deliverable
    yield "Deliverable", (named(ground, deliverable, project),) if deliverable else ()
    yield "Gate", (named(ground, milestone.gate, project),) if milestone.gate else ()
