"""It is bound to a date, or freed of its constraint by ASAP."""

from datetime import date

from handbook.analysis.what_if.change import BadChange, Edit
from handbook.analysis.what_if.scene import Scene
from handbook.planning.wording import MANNERS, named, title
from handbook.planning.wording import day as dated
from handbook.records.kinds.task import Constraint, Task

FORM = "constraint TASK TYPE [DAY]"

_DATELESS = {"ASAP", "ALAP"}
_OF_STARTS = {"ALAP", "SNET", "SNLT", "MSO"}


def edit(scene: Scene, task: Task, type_: str, day: date | None = None) -> Edit:
    """The task with another constraint."""
    entry = scene.entry(task)
    if entry.state == "done":
        raise BadChange(f"{named(task)} is done: nothing of it can change", "name work that is open")
    if entry.state == "started" and type_ in _OF_STARTS and not entry.summary:
        cure = "say 'delay', 'extend', 'shorten' or 'finish'"
        raise BadChange(f"{named(task)} has begun already: {type_} binds a start", cure)
    if (day is None) is not (type_ in _DATELESS):
        cure = f"write 'constraint {task.address} {type_}{'' if day else f' {scene.book.status_date}'}'"
        raise BadChange(f"the constraint {type_} takes {'no' if day else 'a'} date", cure)
    bound = None if type_ == "ASAP" else Constraint.model_validate({"type": type_, "date": day})
    return Edit([task.model_copy(update={"constraint": bound})])


def sentence(_on: date, task: Task, type_: str, day: date | None = None) -> str:
    """What is changed, for a reader."""
    if type_ == "ASAP":
        return f"{title(task)} is no longer bound to a date"
    bound = f"{MANNERS[type_]} {dated(day)}" if day else MANNERS[type_]
    return f"{title(task)}: {bound}"
