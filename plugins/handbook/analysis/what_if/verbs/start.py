"""It is begun on a day that has passed, or must start on one to come."""

from datetime import date

from handbook.analysis.what_if.change import BadChange, Edit
from handbook.analysis.what_if.scene import Scene
from handbook.analysis.words import day as spoken
from handbook.planning.wording import named, title
from handbook.records.kinds.task import Constraint, Task

FORM = "start TASK DAY"


def edit(scene: Scene, task: Task, day: date) -> Edit:
    """The task with an actual start, or with a constraint."""
    if scene.open_task(task).state == "started":
        raise BadChange(f"{named(task)} has begun already", "say 'delay', 'extend' or 'shorten'")
    if day <= scene.book.status_date:
        return Edit([task.model_copy(update={"started": day})])
    bound = Constraint.model_validate({"type": "MSO", "date": day})
    return Edit([task.model_copy(update={"constraint": bound})])


def sentence(on: date, task: Task, day: date) -> str:
    """What is changed, for a reader."""
    return f"{title(task)} begins on {spoken(day, on)}"
