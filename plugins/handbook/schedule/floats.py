"""Float: how far work can slip.

Total float is the smaller of late start − start and late finish − finish, and late finish − finish once work
has begun. Free float is how far it can slip before it moves anything that follows, or the end of the project
if nothing does; it is never negative and never more than the total float. Both are in working minutes of the
activity's own calendar. These are the Total Slack and Free Slack of Microsoft Project. Where a hard
constraint overrides links, total float is measured from what the links allow, so it says by how much the
constraint is out of reach.
"""

from __future__ import annotations

from handbook.schedule.forward import Pass
from handbook.schedule.logic import Logic
from handbook.schedule.nodes import Kind
from handbook.schedule.press import open_limits, press_first, press_gate, press_last, press_work


def total_float(logic: Logic, found: Pass, limits: list[int]) -> list[int]:
    """Total float by activity; 0 for finished work and, so far, for groups."""
    floats = [0] * len(logic.network.activities)
    positions, possible = found.positions, found.possible
    for node, kind in enumerate(logic.nodes.kinds[: len(floats)]):
        if kind is Kind.WORK:
            floats[node] = limits[2 * node] - possible.get(node, positions[2 * node])
        elif kind is Kind.BEGUN and not logic.nodes.progress[node].finished:
            floats[node] = limits[2 * node + 1] - positions[2 * node + 1]
    return floats


def free_limits(logic: Logic, found: Pass, end: int) -> list[int]:
    """How late each source can be before it moves what follows, as limits of `press`."""
    limits = open_limits(logic, end)
    kinds = logic.nodes.kinds
    for node in reversed(logic.order):
        kind = kinds[node]
        if kind is Kind.WORK or (kind is Kind.BEGUN and not logic.nodes.progress[node].finished):
            press_work(logic, limits, node, found.starts[node])
        elif kind is Kind.GATE:
            press_gate(logic, limits, node)
        elif kind is Kind.FIRST:
            press_first(logic, found, limits, node)
        elif kind is Kind.LAST:
            press_last(logic, limits, node, found.instants[2 * node])
    return limits


def free_float(logic: Logic, found: Pass, free: list[int], total: list[int]) -> list[int]:
    """Free float by activity; 0 for finished work and, so far, for groups."""
    floats = [0] * len(total)
    positions = found.positions
    for node, kind in enumerate(logic.nodes.kinds[: len(floats)]):
        if total[node] > 0 and kind in {Kind.WORK, Kind.BEGUN}:
            room = free[2 * node + 1] - positions[2 * node + 1]
            if kind is Kind.WORK:
                room = min(room, free[2 * node] - positions[2 * node])
            floats[node] = max(0, min(room, total[node]))
    return floats
