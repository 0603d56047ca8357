"""It starts that much later than now planned; the rest of what has begun waits that long."""

from datetime import date

from handbook.analysis.what_if.change import Edit
from handbook.analysis.what_if.edits import later
from handbook.analysis.what_if.scene import Scene
from handbook.analysis.what_if.sentences import working
from handbook.planning.breakdown import Item
from handbook.planning.wording import title
from handbook.records.kinds.milestone import Milestone
from handbook.records.types.duration import Duration

FORM = "delay ITEM DURATION"


def edit(scene: Scene, item: Item, duration: Duration) -> Edit:
    """The item, held back."""
    return later(scene, item, duration)


def sentence(_on: date, item: Item, duration: Duration) -> str:
    """What is changed, for a reader."""
    by = working(duration)
    if isinstance(item, Milestone):
        return f"{title(item)} is reached {by} later"
    return f"what is left of {title(item)} waits {by}" if item.started else f"{title(item)} starts {by} later"
