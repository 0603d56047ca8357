"""Who takes over from whom: the flow of people from one job to the next.

Artigues, Michelon and Reusser, "Insertion techniques for static and dynamic resource-constrained project
scheduling", 2003: in a network with a link for each of these flows, any dates that keep the links ask of
nobody more than there is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from handbook.schedule.levelling.placing import Hold


class Flow(NamedTuple):
    """A job takes over units of a resource when another is done with them."""

    pred: int
    succ: int
    resource: int


def flows(holds: Iterable[Hold], capacities: Sequence[int]) -> list[Flow]:
    """All flows; those from jobs that finish last are preferred, since they are what a job waits for."""
    found = []
    ordered = sorted(holds, key=lambda hold: (hold.start, hold.finish, hold.activity))
    for resource, capacity in enumerate(capacities):
        released: list[list[int]] = [[-1, -1, capacity]]
        for hold in ordered:
            wanted = dict(hold.demands).get(resource, 0)
            if not wanted:
                continue
            released.sort(reverse=True)
            needed = wanted
            for entry in released:
                finish, giver, units = entry
                taken = min(units, needed) if finish <= hold.start else 0
                if taken and giver >= 0:
                    found.append(Flow(giver, hold.activity, resource))
                entry[2] -= taken
                needed -= taken
            released = [entry for entry in released if entry[2]]
            released.append([hold.finish, hold.activity, wanted])
    return sorted(set(found))
