"""It waits for something no longer."""

from datetime import date

from handbook.analysis.what_if.change import BadChange, Edit
from handbook.analysis.what_if.operands import Wait
from handbook.analysis.what_if.scene import Scene
from handbook.analysis.what_if.sentences import called
from handbook.planning.breakdown import Item
from handbook.planning.wording import named, title
from handbook.records.kinds.task import Task

FORM = "unlink ITEM after LINK"


def edit(scene: Scene, item: Item, wait: Wait) -> Edit:
    """The item with one thing less to wait for."""
    kinds = ("task", "milestone")
    kept = [one for one in item.after if scene.book.find(one.target, item.project, kinds) is not wait.target]
    if len(kept) == len(item.after):
        message = f"{named(item)} does not wait for {wait.dependency.target}"
        raise BadChange(message, _cure(scene, item, wait))
    return Edit([item.model_copy(update={"after": tuple(kept)})])


def sentence(_on: date, item: Item, wait: Wait) -> str:
    """What is changed, for a reader."""
    return f"{title(item)} no longer waits for {called(wait.target)}"


def _cure(scene: Scene, item: Item, wait: Wait) -> str:
    """What waits instead: a summary around the item; else what the item waits for itself."""
    kinds = ("task", "milestone")
    around = scene.book.get(Task, item.parent, item.project) if item.parent else None
    while around is not None:
        for one in around.after:
            if scene.book.find(one.target, around.project, kinds) is wait.target:
                return f"{named(around)} does: 'unlink {around.address} after {wait.target.address}'"
        around = scene.book.get(Task, around.parent, around.project) if around.parent else None
    if not item.after:
        return "it has no link of its own"
    return f"it waits for {', '.join(one.target for one in item.after)}"
