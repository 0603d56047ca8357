"""It occurs: the work that it affects takes longer by the likely delay, or less for an opportunity."""

from collections.abc import Iterator

from handbook.analysis.forecast.targets import Targets
from handbook.analysis.forecast.threats import hits
from handbook.analysis.what_if.change import BadChange, Edit
from handbook.analysis.what_if.edits import counted, later, longer
from handbook.analysis.what_if.scene import Scene
from handbook.planning.breakdown import Item
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.risk import Risk
from handbook.records.kinds.task import Task
from handbook.records.record import Record
from handbook.records.types.duration import Duration

FORM = "risk RISK occurs"


def edit(scene: Scene, risk: Risk) -> Edit:
    """What the risk hits, as in the forecast, with more or less to do; and the risk, which has occurred."""
    found: dict[str, Record] = {}
    minutes: dict[str, int] = {}
    for item, delay in _hits(scene, risk):
        if isinstance(item, Task):
            sign = -1 if risk.nature == "opportunity" else 1
            minutes[item.address] = minutes.get(item.address, 0) + sign * counted(scene, item, delay)
            made = longer(scene, item, minutes[item.address])
        else:
            made = later(scene, item, delay)
        found.update((one.address, one) for one in made.changed)
    if not found:
        cure = "give it 'affects' with a 'delay' of work that is not done"
        raise BadChange(f"{risk.address} '{risk.title}' does not say by how much it delays what", cure)
    return Edit((*found.values(), risk.model_copy(update={"status": "occurred"})))


def _hits(scene: Scene, risk: Risk) -> Iterator[tuple[Item, Duration]]:
    """The work that a risk affects, with its likely delay; milestones are never early by an opportunity."""
    for effect, record in hits(scene.book, risk):
        if effect.delay is None or record is None:
            continue
        settled = scene.settled(record)
        for row in Targets(scene.book, settled).hit(record):
            item = settled.draft.item(row)
            is_late = risk.nature == "threat" or not isinstance(item, Milestone)
            if item is not None and is_late:
                yield item, effect.delay.likely
