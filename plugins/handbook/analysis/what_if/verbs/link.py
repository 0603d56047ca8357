"""It waits for something, or in another way than before."""

from handbook.analysis.what_if.change import BadChange, Edit
from handbook.analysis.what_if.operands import Wait
from handbook.analysis.what_if.scene import Scene
from handbook.planning.breakdown import Item
from handbook.planning.wording import named

FORM = "link ITEM after LINK"


def edit(scene: Scene, item: Item, wait: Wait) -> Edit:
    """The item with one more thing to wait for."""
    if wait.target is item:
        raise BadChange(f"{named(item)} cannot wait for itself")
    kinds = ("task", "milestone")
    kept = [one for one in item.after if scene.book.find(one.target, item.project, kinds) is not wait.target]
    new = type(wait.dependency)(
        wait.target.address, wait.dependency.type, wait.dependency.lag, wait.dependency.lead
    )
    return Edit([item.model_copy(update={"after": (*kept, new)})])
