"""It is no longer done by somebody."""

from collections.abc import Mapping
from datetime import date

from handbook.analysis.what_if.change import BadChange, Edit
from handbook.analysis.what_if.operands import SOMEBODY
from handbook.analysis.what_if.scene import Scene
from handbook.analysis.what_if.sentences import called
from handbook.planning.wording import named, title
from handbook.records.kinds.task import Task
from handbook.records.record import Record

FORM = "unassign TASK PARTY"


def edit(scene: Scene, task: Task, party: Record | None) -> Edit:
    """The task without one of those who do it, or may do it."""
    scene.open_task(task)
    found = {
        "assigned": _without(scene, task.assigned, party),
        "one_of": _without(scene, task.one_of, party),
    }
    if len(found["assigned"]) == len(task.assigned) and len(found["one_of"]) == len(task.one_of):
        names = [*task.assigned, *task.one_of]
        cure = f"those assigned are {', '.join(names)}" if names else "nobody is"
        raise BadChange(f"{party.address if party else SOMEBODY} is not assigned to {named(task)}", cure)
    return Edit([task.model_copy(update=found)])


def sentence(_on: date, task: Task, party: Record | None) -> str:
    """What is changed, for a reader."""
    return f"{called(party) or 'somebody'} no longer works on {title(task)}"


def _without(scene: Scene, shares: Mapping[str, float], party: Record | None) -> dict[str, float]:
    """Shares without that of a party; without that of somebody who is not named, for None."""
    kinds = (party.kind,) if party else ()
    return {
        name: share
        for name, share in shares.items()
        if (name != SOMEBODY if party is None else scene.book.find(name, None, kinds) is not party)
    }
