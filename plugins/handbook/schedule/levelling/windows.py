"""Between which times each node can start, if all is to be done by an end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from handbook.schedule.levelling.grid import NEVER, Arc, Grid
from handbook.schedule.levelling.profile import Profile

if TYPE_CHECKING:
    from handbook.schedule.levelling.heuristic import Draft


@dataclass(frozen=True, slots=True)
class Windows:
    """The windows; links count, people do not.

    Attributes:
        early, late: node -> bounds of its start.
        end: time by which all is done.
    """

    early: dict[int, int]
    late: dict[int, int]
    end: int

    def span(self, node: int) -> tuple[int, int]:
        """Earliest and latest start of a node."""
        return self.early[node], max(self.early[node], self.late[node])


def windows(grid: Grid, end: int) -> Windows:
    """The windows of all nodes for an end."""
    incoming: dict[int, list[Arc]] = {node: [] for node in grid.order}
    outgoing: dict[int, list[Arc]] = {node: [] for node in grid.order}
    for arc in grid.arcs:
        incoming[arc.succ].append(arc)
        outgoing[arc.pred].append(arc)
    early: dict[int, int] = {}
    early_finish: dict[int, int] = {}
    for node in grid.order:
        early[node], early_finish[node] = _early(grid, incoming[node], early, early_finish, node)
    late: dict[int, int] = {}
    for node in reversed(grid.order):
        late[node] = _late(grid, outgoing[node], late, node, end)
    return Windows(early, late, end)


def latest_end(grid: Grid, plan: Draft, cost: int) -> int:
    """When all is done at the latest in a plan of at most some cost; what costs nothing, as in a plan."""
    early = windows(grid, 0)
    held = {node for _, nodes in grid.ends for node in nodes}
    others = max((finish for node, finish in plan.finishes.items() if node not in held), default=0)
    spare = cost - least(grid, early)
    return max([others, *(_soonest(grid, early, nodes) + spare // weight for weight, nodes in grid.ends)])


def _early(
    grid: Grid, arcs: list[Arc], early: dict[int, int], early_finish: dict[int, int], node: int
) -> tuple[int, int]:
    """Earliest start and finish of a node."""
    start = finish = grid.floors.get(node, -NEVER)
    for arc in arcs:
        at = (early_finish if arc.from_finish else early)[arc.pred] + arc.lag
        if arc.to_finish:
            finish = max(finish, at)
        else:
            start = max(start, at)
    ways = grid.options.get(node)
    if ways is None:
        if node in grid.gathered:
            start = finish = min(early[one] for one in grid.gathered[node])
        return max(start, finish), max(start, finish)
    starts = [way.fit(max(way.earliest, start)) for way in ways]
    finishes = [max(way.finish(at), finish) for way, at in zip(ways, starts, strict=True)]
    shortest = [at if way.is_plain else -NEVER for way, at in zip(ways, starts, strict=True)]
    if min(shortest) > -NEVER:
        starts = [max(at, finish - way.length) for way, at in zip(ways, starts, strict=True)]
    return min(starts), min(finishes)


def _late(grid: Grid, arcs: list[Arc], late: dict[int, int], node: int, end: int) -> int:
    """Latest start of a node."""
    ways = grid.options.get(node, ())
    length = min((way.length for way in ways), default=0)
    latest = min(end - length, max((way.latest for way in ways), default=NEVER))
    for arc in arcs:
        at = late[arc.succ] - arc.lag
        if arc.to_finish:
            # its finish is at most the end, whatever its start
            at = end - arc.lag
        latest = min(latest, at - (length if arc.from_finish else 0))
    return latest


def taken_of(grid: Grid, resource: int) -> list[tuple[int, int, int]]:
    """(start, finish, units) of what cannot move, never more than there is."""
    capacity = grid.capacities[resource]
    profile = Profile(capacity)
    for one, start, finish, units in grid.holds:
        if one == resource:
            profile.book(start, finish, units)
    return [
        (start, finish, capacity - max(0, free)) for start, finish, free in profile.steps() if free < capacity
    ]


def least(grid: Grid, spans: Windows) -> int:
    """Cost that links alone make necessary."""
    return sum(weight * _soonest(grid, spans, nodes) for weight, nodes in grid.ends)


def _soonest(grid: Grid, spans: Windows, nodes: tuple[int, ...]) -> int:
    """When nodes can all be done at the earliest, as far as links tell."""
    return max(
        spans.early[node] + min((way.length for way in grid.options.get(node, ())), default=0)
        for node in nodes
    )
