"""It is finished on a day that has passed, or must finish on one to come; a milestone is then reached."""

from datetime import date
from typing import Any

from handbook.analysis.what_if.change import BadChange, Edit
from handbook.analysis.what_if.scene import Scene
from handbook.planning.breakdown import Item
from handbook.planning.wording import named
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.task import Constraint

FORM = "finish ITEM DAY"


def edit(scene: Scene, item: Item, day: date) -> Edit:
    """The task done or bound to a day, or the milestone reached or forecast by hand."""
    has_passed = day <= scene.book.status_date
    if isinstance(item, Milestone):
        if item.reached:
            raise BadChange(f"{named(item)} is reached already")
        fields: dict[str, Any] = {"reached": day} if has_passed else {"after": (), "expected": day}
        return Edit([item.model_copy(update=fields)])
    entry = scene.open_task(item)
    if has_passed:
        started = min(entry.start.date(), day)
        return Edit([item.model_copy(update={"started": started, "finished": day, "remaining": None})])
    bound = Constraint.model_validate({"type": "MFO", "date": day})
    return Edit([item.model_copy(update={"constraint": bound})])
