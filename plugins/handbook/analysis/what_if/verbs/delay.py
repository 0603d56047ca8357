"""It starts that much later than now planned; the rest of what has begun waits that long."""

from handbook.analysis.what_if.change import Edit
from handbook.analysis.what_if.edits import later
from handbook.analysis.what_if.scene import Scene
from handbook.planning.breakdown import Item
from handbook.records.types.duration import Duration

FORM = "delay ITEM DURATION"


def edit(scene: Scene, item: Item, duration: Duration) -> Edit:
    """The item, held back."""
    return later(scene, item, duration)
