"""Backward pass: each activity finishes as late as it can without moving the end of the project.

Deadlines bound late dates and nothing else, so a missed one shows as negative float. MSO and MFO set the late
dates to the date itself, whatever follows (Microsoft Project: early, scheduled and late dates are the date).
Work that is done has the late dates that it had.
"""

from __future__ import annotations

from handbook.schedule.bounds import FIXED, ON_FINISH, UPPER, Bounds, wanted_start
from handbook.schedule.forward import Pass
from handbook.schedule.logic import Logic
from handbook.schedule.nodes import Kind
from handbook.schedule.press import open_limits, press_first, press_gate, press_last, press_work


def backward(logic: Logic, bounds: Bounds, found: Pass, end: int) -> list[int]:
    """Late positions of activities by source (see `Pass`).

    The late start of work that has begun is where its remaining minutes must be worked from at the latest.
    """
    limits = open_limits(logic, end)
    kinds = logic.nodes.kinds
    for node in reversed(logic.order):
        kind = kinds[node]
        if kind is Kind.WORK:
            _work(logic, bounds, limits, node)
        elif kind is Kind.BEGUN:
            _begun(logic, bounds, found, limits, node)
        elif kind is Kind.GATE:
            press_gate(logic, limits, node)
        elif kind is Kind.FIRST:
            limits[2 * node] = min(limits[2 * node], bounds.group_limits.get(node, limits[2 * node]))
            press_first(logic, found, limits, node)
        else:
            press_last(logic, limits, node, limits[2 * node])
    return limits


def _work(logic: Logic, bounds: Bounds, limits: list[int], node: int) -> None:
    length = logic.nodes.lengths[node]
    finish = min(limits[2 * node + 1], limits[2 * node] + length)
    if node in bounds.demanded:
        demanded = bounds.demanded[node] + length
        is_fixed = logic.network.activities[node].constraint in FIXED
        finish = demanded if is_fixed else min(finish, demanded)
    if node in bounds.finish_limits:
        finish = min(finish, bounds.finish_limits[node])
    limits[2 * node], limits[2 * node + 1] = finish - length, finish
    press_work(logic, limits, node, finish - length)


def _begun(logic: Logic, bounds: Bounds, found: Pass, limits: list[int], node: int) -> None:
    if logic.nodes.progress[node].finished:
        limits[2 * node : 2 * node + 2] = found.positions[2 * node : 2 * node + 2]
        return
    length = logic.nodes.lengths[node]
    finish = min(limits[2 * node + 1], bounds.finish_limits.get(node, limits[2 * node + 1]))
    if logic.network.activities[node].constraint in UPPER & ON_FINISH:
        finish = min(finish, wanted_start(logic, node) + length)
    limits[2 * node], limits[2 * node + 1] = finish - length, finish
    press_work(logic, limits, node, finish - length)
