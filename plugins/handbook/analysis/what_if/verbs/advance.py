"""Its levelled work starts as soon as its people are free, not on the days that were accepted."""

from datetime import date, datetime, time

from handbook.analysis.what_if.change import BadChange, Edit
from handbook.analysis.what_if.scene import Scene
from handbook.records.kinds.levelled import Levelled
from handbook.records.kinds.project import Project

FORM = "advance PROJECT"


def edit(scene: Scene, project: Project) -> Edit:
    """The levelled schedule with the same people in the same order, and no starts to wait for."""
    found = next(iter(scene.book.of(Levelled, project.id)), None)
    if found is None:
        raise BadChange(f"{project.id} follows no levelled schedule")
    first = datetime.combine(project.start, time.min)
    entries = {
        id_: entry.model_copy(update={"start": min(first, entry.start)})
        for id_, entry in found.entries.items()
    }
    return Edit([found.model_copy(update={"entries": entries})])


def sentence(_on: date, project: Project) -> str:
    """What is changed, for a reader."""
    return f"{project.title}: levelled work starts as soon as its people are free"
