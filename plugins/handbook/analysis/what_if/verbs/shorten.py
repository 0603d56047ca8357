"""It takes that much less time."""

from handbook.analysis.what_if.change import Edit
from handbook.analysis.what_if.edits import counted, longer
from handbook.analysis.what_if.scene import Scene
from handbook.records.kinds.task import Task
from handbook.records.types.duration import Duration

FORM = "shorten TASK DURATION"


def edit(scene: Scene, task: Task, duration: Duration) -> Edit:
    """The task with less to do."""
    scene.open_task(task)
    return longer(scene, task, -counted(scene, task, duration))
