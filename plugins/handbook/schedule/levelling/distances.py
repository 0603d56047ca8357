"""Least distances between starts that follow from what must be done in between.

All that is after one job and before another is done between them, and its work takes at least the work
divided by the capacity, of each resource (the energetic argument of Baptiste, Le Pape and Nuijten, 2001).
"""

from __future__ import annotations

from handbook.schedule.levelling.grid import Grid

MOST_NODES = 160
"""Beyond, the search for pairs costs more than it gives."""


def distances(grid: Grid) -> list[tuple[int, int, int]]:
    """(node, node, least distance of their starts) where it is more than links say."""
    if len(grid.order) > MOST_NODES:
        return []
    rank = {node: number for number, node in enumerate(grid.order)}
    lengths = [min((way.length for way in grid.options.get(node, ())), default=0) for node in grid.order]
    follow: list[dict[int, int]] = [{} for _ in grid.order]
    for arc in grid.arcs:
        if not arc.to_finish and arc.lag >= 0 and arc.from_finish:
            pred, succ = rank[arc.pred], rank[arc.succ]
            follow[pred][succ] = max(follow[pred].get(succ, 0), lengths[pred] + arc.lag)
    after = _after(follow)
    work = _work(grid, lengths)
    return [
        (grid.order[one], grid.order[other], least)
        for one, other, least in _pairs(follow, after, work, lengths, grid.capacities)
    ]


def _after(follow: list[dict[int, int]]) -> list[int]:
    """By node, the set of all that comes after it, as bits."""
    after = [0] * len(follow)
    for node in range(len(follow) - 1, -1, -1):
        for succ in follow[node]:
            after[node] |= after[succ] | 1 << succ
    return after


def _work(grid: Grid, lengths: list[int]) -> list[dict[int, int]]:
    """By resource, node -> units times time that it takes in any case."""
    work: list[dict[int, int]] = [{} for _ in grid.capacities]
    for number, node in enumerate(grid.order):
        ways = grid.options.get(node, ())
        if len(ways) == 1:
            for resource, units in ways[0].demands:
                work[resource][number] = units * lengths[number]
    return work


def _pairs(
    follow: list[dict[int, int]],
    after: list[int],
    work: list[dict[int, int]],
    lengths: list[int],
    capacities: tuple[int, ...],
) -> list[tuple[int, int, int]]:
    count = len(follow)
    before = [0] * count
    for one in range(count):
        for other in range(one + 1, count):
            if after[one] >> other & 1:
                before[other] |= 1 << one
    far: list[dict[int, int]] = [{} for _ in range(count)]
    found = []
    for one in range(count - 1, -1, -1):
        for other in range(one + 1, count):
            if not after[one] >> other & 1:
                continue
            ways = [
                step + far[succ].get(other, 0)
                for succ, step in follow[one].items()
                if succ == other or other in far[succ]
            ]
            linked = max(ways)
            between = after[one] & before[other]
            least = linked
            for resource, held in enumerate(work):
                energy = sum(one_work for node, one_work in held.items() if between >> node & 1)
                if energy:
                    least = max(least, lengths[one] - (-energy // capacities[resource]))
            far[one][other] = least
            if least > linked:
                found.append((one, other, least))
    return found
