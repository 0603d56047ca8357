"""A question in parts: one job before another, or after it.

Work on whether no better plan exists splits well at two jobs that cannot be done at once, whichever comes
first (Carlier and Pinson, "An algorithm for solving the job-shop problem", 1989): each part is a narrower
question, and all together are the whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from handbook.schedule.levelling.grid import Arc, Grid
from handbook.schedule.levelling.windows import Windows, windows
from handbook.schedule.order import topological

Order: TypeAlias = tuple[int, int]
"""A node that is done before another begins."""


def parts(grid: Grid, end: int, depth: int) -> list[tuple[Order, ...]]:
    """Sets of orders, of which every plan up to an end keeps one; up to two to the power of the depth."""
    pair = _branching(grid, windows(grid, end)) if depth else None
    if pair is None:
        return [()]
    return [
        (order, *others)
        for order in (pair, pair[::-1])
        for others in parts(_ordered(grid, order), end, depth - 1)
    ]


def _branching(grid: Grid, spans: Windows) -> Order | None:
    """Two nodes that exclude each other and can come in either order; None if there are none.

    Those are taken whose order, either way, narrows the windows of the two by most.
    """
    pairs = ((_narrows(grid, spans, *pair), pair) for pair in _exclusive(grid))
    found = [(min(both), sum(both), pair) for both, pair in pairs if min(both) > 0]
    return max(found)[2] if found else None


def _ordered(grid: Grid, order: Order) -> Grid:
    """The grid with one order more."""
    rank = {node: at for at, node in enumerate(grid.order)}
    arcs = (*grid.arcs, Arc(order[0], True, order[1], False, 0))
    before: list[list[int]] = [[] for _ in grid.order]
    for arc in arcs:
        before[rank[arc.succ]].append(rank[arc.pred])
    for node, ones in grid.gathered.items():
        before[rank[node]] += [rank[one] for one in ones]
    return replace(
        grid, arcs=arcs, order=tuple(grid.order[at] for at in topological(before, range(len(before))))
    )


def _exclusive(grid: Grid) -> Iterator[tuple[int, int]]:
    """Pairs of nodes that together ask for more than there is."""
    demands = {
        node: dict(ways[0].demands)
        for node, ways in grid.options.items()
        if len(ways) == 1 and ways[0].length
    }
    nodes = sorted(demands)
    for number, one in enumerate(nodes):
        for other in nodes[number + 1 :]:
            shared = demands[one].keys() & demands[other].keys()
            if any(demands[one][at] + demands[other][at] > grid.capacities[at] for at in shared):
                yield one, other


def _narrows(grid: Grid, spans: Windows, one: int, other: int) -> tuple[int, int]:
    """By how much the windows are narrowed if one comes first, and if the other does; 0 if it cannot."""
    return _before(grid, spans, one, other), _before(grid, spans, other, one)


def _before(grid: Grid, spans: Windows, first: int, second: int) -> int:
    length = grid.options[first][0].length
    if spans.early[first] + length > spans.late[second]:
        return 0
    behind = spans.early[first] + length - spans.early[second]
    ahead = spans.late[first] + length - spans.late[second]
    return max(0, behind) + max(0, ahead)
