"""It is also done by somebody, with a share of their time."""

from datetime import date

from handbook.analysis.what_if.change import Edit
from handbook.analysis.what_if.limits import refuse_share
from handbook.analysis.what_if.operands import SOMEBODY
from handbook.analysis.what_if.scene import Scene
from handbook.analysis.what_if.sentences import called
from handbook.planning.wording import title
from handbook.records.kinds.task import Task
from handbook.records.record import Record

FORM = "assign TASK PARTY SHARE"


def edit(scene: Scene, task: Task, party: Record | None, share: float) -> Edit:
    """The task with one more who does it, or with another share of theirs."""
    scene.open_task(task)
    name = party.address if party else SOMEBODY
    refuse_share(share, party, f"write 'unassign {task.address} {name}'")
    same = next((name for name in task.assigned if _is(scene, name, party)), None)
    return Edit([task.model_copy(update={"assigned": {**task.assigned, same or name: share}})])


def sentence(_on: date, task: Task, party: Record | None, share: float) -> str:
    """What is changed, for a reader."""
    return f"{called(party) or 'one more person'} also works on {title(task)}, at {share:.0%}"


def _is(scene: Scene, name: str, party: Record | None) -> bool:
    return party is not None and scene.book.find(name, None, (party.kind,)) is party
