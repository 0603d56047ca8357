"""It is no longer done by somebody."""

from handbook.analysis.what_if.change import BadChange, Edit
from handbook.analysis.what_if.scene import Scene
from handbook.planning.wording import named
from handbook.records.kinds.task import Task
from handbook.records.record import Record

FORM = "unassign TASK PARTY"


def edit(scene: Scene, task: Task, party: Record | None) -> Edit:
    """The task without one of those who do it."""
    scene.open_task(task)
    kinds = (party.kind,) if party else ()
    kept = {
        name: share
        for name, share in task.assigned.items()
        if party is None or scene.book.find(name, None, kinds) is not party
    }
    if len(kept) == len(task.assigned):
        cure = f"those assigned are {', '.join(task.assigned)}" if task.assigned else "nobody is"
        raise BadChange(f"{party.address if party else 'somebody'} is not assigned to {named(task)}", cure)
    return Edit([task.model_copy(update={"assigned": kept})])
