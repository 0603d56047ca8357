"""It is finished on a day that has passed, or must finish on one to come; a milestone is then reached."""

from datetime import date
from typing import Any

from handbook.analysis.what_if.change import BadChange, Edit
from handbook.analysis.what_if.edits import longer, waiting
from handbook.analysis.what_if.scene import Scene
from handbook.analysis.words import day as spoken
from handbook.planning.breakdown import Item
from handbook.planning.wording import named, title
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.task import Constraint, Task
from handbook.schedule.instants import DAY, instant

FORM = "finish ITEM DAY"


def edit(scene: Scene, item: Item, day: date) -> Edit:
    """The task done or bound to a day, or the milestone reached or forecast by hand."""
    has_passed = day <= scene.book.status_date
    if isinstance(item, Milestone):
        if item.reached:
            raise BadChange(f"{named(item)} is reached already", "name one that is open")
        fields: dict[str, Any] = {"reached": day} if has_passed else {"after": (), "expected": day}
        return Edit([item.model_copy(update=fields)])
    entry = scene.open_task(item)
    if item.started and day < item.started:
        raise BadChange(f"{named(item)} began on {item.started}", "name that day or a later one")
    if has_passed:
        started = min(entry.start.date(), day)
        return Edit([item.model_copy(update={"started": started, "finished": day, "remaining": None})])
    if entry.state == "started":
        return _later(scene, item, day)
    bound = Constraint.model_validate({"type": "MFO", "date": day})
    return Edit([item.model_copy(update={"constraint": bound})])


def sentence(on: date, item: Item, day: date) -> str:
    """What is changed, for a reader."""
    return f"{title(item)} is {'reached' if isinstance(item, Milestone) else 'finished'} on {spoken(day, on)}"


def _later(scene: Scene, task: Task, day: date) -> Edit:
    """Begun work with just as much left as is done by the end of a day; what it is later is spent waiting."""
    settled = scene.settled(task)
    row = settled.row(settled.draft.outline.work.index[task.id.casefold()] or 0) or 0
    table = settled.timetable
    calendar = table.network.activities[row].calendar or table.network.calendar
    end = calendar.previous_working(instant(day, DAY))
    minutes = calendar.between(table.finish[row], end)
    if scene.activity(task).elapsed:
        minutes = end - table.finish[row]
    return waiting(scene, task, minutes) if minutes > 0 else longer(scene, task, minutes)
