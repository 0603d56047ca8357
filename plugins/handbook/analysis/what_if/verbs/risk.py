"""It occurs: the work that it affects takes longer by the likely delay, or less for an opportunity."""

from collections.abc import Iterator
from datetime import date

from handbook.analysis.forecast.left import left
from handbook.analysis.forecast.targets import Targets
from handbook.analysis.forecast.threats import hits
from handbook.analysis.what_if.change import BadChange, Edit
from handbook.analysis.what_if.edits import counted, later, longer
from handbook.analysis.what_if.scene import Scene, lasting
from handbook.planning.breakdown import Item
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.risk import Risk
from handbook.records.kinds.task import Task
from handbook.records.record import Record
from handbook.records.types.duration import Duration

FORM = "risk RISK occurs"


def edit(scene: Scene, risk: Risk) -> Edit:
    """What the risk hits, as in the forecast, with more or less to do; and the risk, which has occurred.

    An opportunity saves no more than all that is left.
    """
    if not risk.is_open:
        state = "has occurred already" if risk.status == "occurred" else "is closed"
        raise BadChange(f"{risk.address} '{risk.title}' {state}", "name one that is open")
    found: dict[str, Record] = {}
    minutes: dict[str, tuple[Item, int]] = {}
    for item, delay in _hits(scene, risk):
        _, before = minutes.get(item.address, (item, 0))
        more = counted(scene, item, delay) if isinstance(item, Task) else scene.minutes(item, delay)
        minutes[item.address] = (item, before + more)
    for item, delayed in minutes.values():
        found.update((one.address, one) for one in _hit(scene, risk, item, delayed).changed)
    if not found and not any(effect.extra_cost for effect in risk.affects):
        cure = "give it 'affects' with a 'delay' of work that is not done, or with an 'extra_cost'"
        message = f"{risk.address} '{risk.title}' does not say by how much it delays what, or what it costs"
        raise BadChange(message, cure)
    return Edit((*found.values(), risk.model_copy(update={"status": "occurred"})))


def sentence(_on: date, risk: Risk) -> str:
    """What is changed, for a reader."""
    return f"the {risk.nature} occurs: {risk.label}"


def _hit(scene: Scene, risk: Risk, item: Item, minutes: int) -> Edit:
    if not isinstance(item, Task):
        return later(scene, item, lasting(minutes))
    if risk.nature == "opportunity":
        minutes = -min(minutes, left(scene.activity(item)))
    return longer(scene, item, minutes)


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
