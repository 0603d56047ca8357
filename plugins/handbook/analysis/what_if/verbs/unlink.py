"""It waits for something no longer."""

from handbook.analysis.what_if.change import BadChange, Edit
from handbook.analysis.what_if.operands import Wait
from handbook.analysis.what_if.scene import Scene
from handbook.planning.breakdown import Item
from handbook.planning.wording import named

FORM = "unlink ITEM after LINK"


def edit(scene: Scene, item: Item, wait: Wait) -> Edit:
    """The item with one thing less to wait for."""
    kinds = ("task", "milestone")
    kept = [one for one in item.after if scene.book.find(one.target, item.project, kinds) is not wait.target]
    if len(kept) == len(item.after):
        cure = f"it waits for {', '.join(one.target for one in item.after)}" if item.after else ""
        raise BadChange(f"{named(item)} does not wait for {wait.dependency.target}", cure)
    return Edit([item.model_copy(update={"after": tuple(kept)})])
