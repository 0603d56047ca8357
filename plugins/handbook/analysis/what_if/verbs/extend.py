"""It takes that much longer."""

from datetime import date

from handbook.analysis.what_if.change import Edit
from handbook.analysis.what_if.edits import counted, longer
from handbook.analysis.what_if.scene import Scene
from handbook.analysis.what_if.sentences import working
from handbook.planning.wording import title
from handbook.records.kinds.task import Task
from handbook.records.types.duration import Duration

FORM = "extend TASK DURATION"


def edit(scene: Scene, task: Task, duration: Duration) -> Edit:
    """The task with more to do."""
    scene.open_task(task)
    return longer(scene, task, counted(scene, task, duration))


def sentence(_on: date, task: Task, duration: Duration) -> str:
    """What is changed, for a reader."""
    return f"{title(task)} takes {working(duration)} longer"
