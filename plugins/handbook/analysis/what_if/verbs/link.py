"""It waits for something, or in another way than before."""

from datetime import date

from handbook.analysis.what_if.change import BadChange, Edit
from handbook.analysis.what_if.operands import Wait
from handbook.analysis.what_if.scene import Scene
from handbook.analysis.what_if.sentences import awaited
from handbook.planning.breakdown import Item
from handbook.planning.wording import named, title

FORM = "link ITEM after LINK"


def edit(scene: Scene, item: Item, wait: Wait) -> Edit:
    """The item with one more thing to wait for."""
    if wait.target is item:
        raise BadChange(f"{named(item)} cannot wait for itself", "name what it is to wait for")
    entry = scene.plans[item.project or ""].entry(item)
    if entry is not None and entry.state == "done":
        state = "reached" if entry.is_milestone else "done"
        raise BadChange(f"{named(item)} is {state}: it waits for nothing any more", "name work that is open")
    kinds = ("task", "milestone")
    kept = [one for one in item.after if scene.book.find(one.target, item.project, kinds) is not wait.target]
    new = type(wait.dependency)(
        wait.target.address, wait.dependency.type, wait.dependency.lag, wait.dependency.lead
    )
    return Edit([item.model_copy(update={"after": (*kept, new)})])


def sentence(_on: date, item: Item, wait: Wait) -> str:
    """What is changed, for a reader."""
    return f"{title(item)} {awaited(wait)}"


def judge(before: Scene, after: Scene, item: Item, _wait: Wait) -> None:
    """Raise `BadChange` if the new link closes a circle, or joins something to what it is part of."""
    project = item.project or ""
    known = {fault.text for fault in before.plans[project].faults}
    for fault in after.plans[project].faults:
        if fault.kind == "cycle" and fault.text not in known:
            circle, _, _ = fault.text.partition(";")
            if len(fault.waits) < 2:
                raise BadChange(circle, "name something outside it")
            raise BadChange(f"that closes a circle: {circle}", "take one of these links away first: 'unlink'")
