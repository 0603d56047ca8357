"""It is bound to a date, or freed of its constraint by ASAP."""

from datetime import date

from handbook.analysis.what_if.change import BadChange, Edit
from handbook.analysis.what_if.scene import Scene
from handbook.planning.wording import named
from handbook.records.kinds.task import Constraint, Task

FORM = "constraint TASK TYPE [DAY]"

_DATELESS = {"ASAP", "ALAP"}


def edit(scene: Scene, task: Task, type_: str, day: date | None = None) -> Edit:
    """The task with another constraint."""
    if scene.entry(task).state == "done":
        raise BadChange(f"{named(task)} is done: nothing of it can change")
    if (day is None) is not (type_ in _DATELESS):
        raise BadChange(f"the constraint {type_} takes {'no' if day else 'a'} date", f"write '{FORM}'")
    bound = None if type_ == "ASAP" else Constraint.model_validate({"type": type_, "date": day})
    return Edit([task.model_copy(update={"constraint": bound})])
