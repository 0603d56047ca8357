"""Edits that several verbs make: work that takes longer, and work that starts later."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from handbook.analysis.what_if.change import BadChange, Edit
from handbook.analysis.what_if.scene import Scene, lasting
from handbook.planning.breakdown import Item
from handbook.planning.week import opening
from handbook.planning.wording import named
from handbook.records.book import Book
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.task import Task
from handbook.records.parts import Estimate
from handbook.records.types.dependency import Dependency
from handbook.records.types.duration import Duration
from handbook.schedule.instants import moment
from handbook.schedule.progress import progress

_HARD = {"SNLT", "FNLT", "MSO", "MFO"}


def longer(scene: Scene, task: Task, minutes: int) -> Edit:
    """The task with so many minutes more to do, or less if they are negative.

    What is left of begun work changes, of other work the whole length.
    """
    scene.open_task(task)
    activity = scene.activity(task)
    far = progress(activity)
    left = activity.remaining if activity.remaining is not None else activity.duration
    left = far.remaining if far is not None else left
    if left + minutes < 0:
        is_one = scene.days(task, left) == "1 day"
        message = f"only {scene.days(task, left)} of {named(task)} {'is' if is_one else 'are'} left"
        raise BadChange(message, f"name no more than that, or say 'drop {task.address}'")
    fields: dict[str, Any] = {}
    if far is not None or task.remaining is not None:
        fields["remaining"] = lasting(left + minutes, elapsed=activity.elapsed)
    if far is None:
        fields |= _lengthened(scene, task, minutes)
    return Edit([task.model_copy(update=fields)])


def _lengthened(scene: Scene, task: Task, minutes: int) -> dict[str, Any]:
    """The fields of a task that is planned with so many minutes more.

    One that is planned by its effort still is, so that it matters who does it; if its effort can be told in
    whole minutes.
    """
    activity = scene.activity(task)
    length = max(0, activity.duration + minutes)
    if task.effort is not None and task.duration is None and task.estimate is None and activity.duration:
        effort = lasting(round(scene.minutes(task, task.effort) * length / activity.duration))
        longer = task.model_copy(update={"effort": effort})
        if effort.amount and scene.length(longer) == length:
            return {"effort": effort}
    fields: dict[str, Any] = {"duration": lasting(length, elapsed=activity.elapsed)}
    if task.estimate is not None:
        fields["estimate"] = _shifted(scene, task, task.estimate, minutes)
    return fields


def _shifted(scene: Scene, task: Task, estimate: Estimate, minutes: int) -> Estimate:
    moved = {
        name: lasting(max(0, scene.minutes(task, given) + minutes), elapsed=given.elapsed)
        for name, given in (("low", estimate.low), ("likely", estimate.likely), ("high", estimate.high))
    }
    return estimate.model_copy(update=moved)


def counted(scene: Scene, item: Item, duration: Duration) -> int:
    """A duration in minutes of the clock by which an item's length is counted."""
    return scene.minutes(item, Duration(duration.amount, duration.unit, scene.activity(item).elapsed))


def later(scene: Scene, item: Item, duration: Duration) -> Edit:
    """The item with a start that much later than now planned; what is left of begun work waits that long.

    A start is moved to the next beginning of a day, for records speak of days. Of a summary that has begun,
    everything inside it that is open is later.
    """
    entry = scene.entry(item)
    if entry.state == "done":
        state = "reached" if entry.is_milestone else "done"
        raise BadChange(f"{named(item)} is {state}: it cannot be later", "name work that is open")
    if isinstance(item, Milestone):
        return _later_milestone(scene, item, duration)
    if entry.state == "started" and entry.summary:
        return _later_inside(scene, item, duration)
    if entry.state == "started":
        minutes = counted(scene, item, duration)
        return waiting(scene, item, minutes)
    wait = _milestone(scene, item, _eve(scene, item, duration))
    fields: dict[str, Any] = {"after": (*item.after, Dependency(f"{item.project}/{wait.id}"))}
    if item.constraint is not None and item.constraint.type in _HARD:
        fields["constraint"] = None
    return Edit([wait, item.model_copy(update=fields)])


def waiting(scene: Scene, task: Task, minutes: int) -> Edit:
    """Begun work of which the rest waits for so many minutes."""
    made = longer(scene, task, minutes)
    return Edit(made.changed, idle={task.address.casefold(): minutes})


def _later_inside(scene: Scene, summary: Task, duration: Duration) -> Edit:
    """What is open in a summary, each thing later than now planned.

    Milestones in it follow what they wait for; those forecast by hand are moved.
    """
    made = [
        later(scene, item, duration)
        for item in inside(scene.book, summary)
        if (entry := scene.plans[summary.project or ""].entry(item)) is not None
        and entry.state != "done"
        and not entry.summary
        and not item.withheld
        and (isinstance(item, Task) or not item.after)
    ]
    idle = {address: minutes for edit in made for address, minutes in edit.idle.items()}
    return Edit([record for edit in made for record in edit.changed], idle=idle)


def inside(book: Book, item: Item) -> Iterator[Item]:
    """All tasks and milestones inside a summary."""
    around = {item.id.casefold()}
    if isinstance(item, Milestone):
        return
    for one in book.of(Task, item.project):
        if one.parent.casefold() in around:
            around.add(one.id.casefold())
            yield one
    yield from (one for one in book.of(Milestone, item.project) if one.parent.casefold() in around)


def _later_milestone(scene: Scene, item: Milestone, duration: Duration) -> Edit:
    if not item.after and item.expected is not None:
        days = _whole_days(scene, item, duration)
        return Edit([item.model_copy(update={"expected": days})])
    own = {"id": _free(scene, item), "project": item.project, "title": f"Delay of {item.label}"}
    buffer = Task.model_validate(own).model_copy(update={"after": item.after, "duration": duration})
    waits = (Dependency(f"{item.project}/plan.{buffer.id}"),)
    return Edit([buffer, item.model_copy(update={"after": waits})])


def _whole_days(scene: Scene, item: Item, duration: Duration) -> date:
    calendar = scene.settled(item).timetable.network.calendar
    settled = scene.settled(item)
    row = settled.row(settled.draft.outline.work.index[item.id.casefold()] or 0) or 0
    at = settled.timetable.finish[row]
    minutes = scene.minutes(item, duration)
    return moment(at + minutes if duration.elapsed else calendar.add(at, minutes)).date()


def _eve(scene: Scene, task: Task, duration: Duration) -> date:
    """The day at whose end the task may start."""
    settled = scene.settled(task)
    row = settled.row(settled.draft.outline.work.index[task.id.casefold()] or 0) or 0
    calendar = settled.timetable.logic.nodes.calendars[row]
    start, minutes = settled.timetable.start[row], scene.minutes(task, duration)
    wanted = start + minutes if duration.elapsed else calendar.next_working(calendar.add(start, minutes))
    day = moment(calendar.next_working(wanted)).date()
    return day if opening(calendar, day) < wanted else day - timedelta(days=1)


def _milestone(scene: Scene, task: Task, expected: date) -> Milestone:
    own = {"id": _free(scene, task), "project": task.project, "title": f"Delay of {task.label}"}
    return Milestone.model_validate(own).model_copy(update={"expected": expected})


def _free(scene: Scene, item: Item) -> str:
    """An id that no record of the project has."""
    number = 1
    name = f"{item.id.replace('.', '-')}-delay"
    while scene.book.resolve(f"{item.project}/{name}-{number}", None, ("task", "milestone")):
        number += 1
    return f"{name}-{number}"
