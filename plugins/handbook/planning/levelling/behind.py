"""Who works behind whom: the order of work of the same people as links between tasks.

The levelled schedule is read as a flow of people from task to task (Artigues, Michelon and Reusser,
"Insertion techniques for static and dynamic resource-constrained project scheduling", 2003): each task takes
the people it needs over from tasks that are done, and waits for these. However late a task then is, nobody is
needed twice at once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from handbook.schedule import LinkType, Network
from handbook.schedule.levelling import Levelled, Levelling
from handbook.schedule.order import topological


class Hold(NamedTuple):
    """An activity holds units of a resource.

    ``begins`` and ``ends`` tell whether with its first, and with its last piece.
    """

    start: int
    finish: int
    activity: int
    units: int
    begins: bool = True
    ends: bool = True


@dataclass(slots=True)
class _Free:
    """Units of a resource that are free from an instant on; ``giver`` is who held them, None at first."""

    since: int
    units: int
    giver: int | None = None


@dataclass(slots=True)
class _Flow:
    before: list[int]
    """By activity, those that are done before it starts in any case: a bit for each index."""
    found: dict[int, dict[int, list[int]]] = field(default_factory=dict)

    def pass_on(self, resource: int, capacity: int, holds: Sequence[Hold]) -> None:
        """Let the units of a resource flow from hold to hold."""
        free = [_Free(-1, capacity)]
        for hold in sorted(holds):
            missing = hold.units
            for one in sorted(free, key=lambda one: self._rank(one, hold.activity)):
                if one.since > hold.start or not missing:
                    continue
                taken = min(one.units, missing)
                one.units -= taken
                missing -= taken
                if taken and one.giver not in {None, hold.activity} and hold.begins:
                    self._link(one.giver, hold.activity, resource)
            free = [one for one in free if one.units]
            free.append(_Free(hold.finish, hold.units, hold.activity if hold.ends else None))

    def _rank(self, one: _Free, activity: int) -> tuple[bool, bool, int, int]:
        """Those who are free anyway first, then those that the activity waits for anyway."""
        giver = -1 if one.giver is None else one.giver
        return one.giver is not None, not self._is_before(giver, activity), one.since, giver

    def _is_before(self, giver: int, activity: int) -> bool:
        return giver >= 0 and bool(self.before[activity] >> giver & 1)

    def _link(self, giver: int | None, activity: int, resource: int) -> None:
        if giver is None:
            return
        if giver in self.found.get(activity, {}):
            self.found[activity][giver].append(resource)
        elif not self._is_before(giver, activity):
            self.before[activity] |= self.before[giver] | 1 << giver
            self.found.setdefault(activity, {})[giver] = [resource]


def behind(problem: Levelling, answer: Levelled) -> Mapping[int, Mapping[int, Sequence[int]]]:
    """Index of an activity -> those it takes people over from, with the indexes of the resources.

    Not those that it waits for anyway by a link of the network. What starts between the pieces of
    interrupted work waits for its piece by date alone: no link can say more.
    """
    flow = _Flow(_before(problem.network))
    holds = _holds(problem, answer)
    for resource, one in enumerate(problem.resources):
        flow.pass_on(resource, one.capacity, holds.get(resource, ()))
    return flow.found


def _before(network: Network) -> list[int]:
    """By activity, those that are done before it starts by the links, directly or through others."""
    inside = [1 << at for at in range(len(network.activities))]
    for at in reversed(range(len(network.activities))):
        parent = network.activities[at].parent
        if parent is not None:
            inside[parent] |= inside[at]
    waits: list[list[int]] = [[] for _ in network.activities]
    for link in network.links:
        if link.type is LinkType.FS and link.lag >= 0:
            waits[link.succ].append(link.pred)
    around = [one.parent for one in network.activities]
    sources = [found + [one for one in (around[at],) if one is not None] for at, found in enumerate(waits)]
    order = topological(sources, range(len(waits)))
    before = [0] * len(waits)
    for at in order:
        outer = around[at]
        before[at] = 0 if outer is None else before[outer]
        for pred in waits[at]:
            before[at] |= before[pred] | inside[pred]
    return before


def _holds(problem: Levelling, answer: Levelled) -> Mapping[int, list[Hold]]:
    found: dict[int, list[Hold]] = {}
    for at, job in problem.jobs.items():
        choice = answer.choice.get(at)
        if choice is None:
            continue
        pieces = answer.pieces.get(at) or ((answer.start[at], answer.finish[at]),)
        for number, (start, finish) in enumerate(pieces):
            begins, ends = number == 0, number == len(pieces) - 1
            for resource, units in job.choices[choice].demands:
                found.setdefault(resource, []).append(Hold(start, finish, at, units, begins, ends))
    return found
