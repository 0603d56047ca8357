"""It occurs: each task or milestone that it affects is delayed by the likely delay."""

from handbook.analysis.what_if.change import BadChange, Edit
from handbook.analysis.what_if.edits import counted, later, longer
from handbook.analysis.what_if.scene import Scene
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.risk import Risk
from handbook.records.kinds.task import Task
from handbook.records.record import Record

FORM = "risk RISK occurs"


def edit(scene: Scene, risk: Risk) -> Edit:
    """What the risk affects, later; a task that it hits takes longer, as it does in the forecast."""
    found: dict[str, Record] = {}
    for effect in risk.affects:
        hit = scene.book.find(effect.record, risk.project, ("task", "milestone"))
        if effect.delay is None or not isinstance(hit, Task | Milestone) or hit.withheld:
            continue
        entry = scene.entry(hit)
        if entry.state == "done":
            continue
        if isinstance(hit, Task) and not entry.summary:
            made = longer(scene, hit, counted(scene, hit, effect.delay.likely))
        else:
            made = later(scene, hit, effect.delay.likely)
        found.update((one.address, one) for one in made.changed)
    if not found:
        cure = "give it 'affects' with a 'delay' of a task or milestone that is not done"
        raise BadChange(f"{risk.address} '{risk.title}' does not say by how much it delays what", cure)
    return Edit(found.values())
