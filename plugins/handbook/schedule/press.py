"""Pressing: what a node's place in time allows the nodes before it, read from the links backward.

The backward pass presses late dates, the free float presses forecast dates. A limit is a position in the
calendar of an activity, by source, and an instant for the gates and events of groups.
"""

from __future__ import annotations

from handbook.schedule.calendar import FAR
from handbook.schedule.forward import Pass
from handbook.schedule.logic import Arrival, Logic
from handbook.schedule.nodes import NOBODY, Kind

_EVENTS = {Kind.GATE, Kind.FIRST, Kind.LAST}


def open_limits(logic: Logic, end: int) -> list[int]:
    """Limits that only the end of the project sets."""
    ends = {id(calendar): calendar.position(end) for calendar in logic.nodes.calendars}
    limits = [FAR] * (2 * len(logic.nodes.kinds))
    for node, kind in enumerate(logic.nodes.kinds):
        if kind is Kind.LAST:
            limits[2 * node] = end
        elif kind is not Kind.GATE and kind is not Kind.FIRST:
            limits[2 * node + 1] = ends[id(logic.nodes.calendars[node])]
    return limits


def press_work(logic: Logic, limits: list[int], node: int, position: int) -> None:
    """Press on all that an activity waits for; its remaining minutes are worked from the position on."""
    for source, offset, _ in logic.plain[node]:
        if position - offset < limits[source]:  # noqa: PLR1730  # half the time of min()
            limits[source] = position - offset
    gate = logic.nodes.gates[node]
    if logic.arrivals[node] or gate != NOBODY:
        calendar, length = logic.nodes.calendars[node], logic.nodes.lengths[node]
        for arrival in logic.arrivals[node]:
            at = calendar.latest(position + length if arrival.to_finish else position)
            _press_arrival(logic, limits, arrival, at)
        if gate != NOBODY and logic.nodes.kinds[node] is Kind.WORK:
            limits[2 * gate] = min(limits[2 * gate], calendar.latest(position))


def press_gate(logic: Logic, limits: list[int], node: int) -> None:
    """Press on what arrives at a gate, once the members of the group have pressed on it."""
    at = limits[2 * node]
    for arrival in logic.arrivals[node]:
        _press_arrival(logic, limits, arrival, at)
    outer = logic.nodes.gates[node]
    if outer != NOBODY:
        limits[2 * outer] = min(limits[2 * outer], at)


def press_first(logic: Logic, found: Pass, limits: list[int], node: int) -> None:
    """Press on the members that start first: only they can move the start of the group."""
    for member in logic.nodes.members[node]:
        if found.instants[2 * member] == found.instants[2 * node]:
            limit(logic, limits, 2 * member, limits[2 * node])


def press_last(logic: Logic, limits: list[int], node: int, reached: int) -> None:
    """Press on all members, and press the instant `reached` on what is linked to the finish of the group."""
    for member in logic.nodes.members[node]:
        is_event = logic.nodes.kinds[member] in _EVENTS
        limit(logic, limits, 2 * member + (not is_event), limits[2 * node])
    for arrival in logic.arrivals[node]:
        _press_arrival(logic, limits, arrival, reached)


def _press_arrival(logic: Logic, limits: list[int], arrival: Arrival, at: int) -> None:
    """Take the lag off, and limit the source."""
    if at < FAR and arrival.lag:
        calendar = arrival.calendar
        position = calendar.position(at)
        if arrival.lag < 0 and calendar.latest(position) > at:
            position -= 1  # a lead ends where a minute of work begins, and the next one would be too late
        at = calendar.latest(position - arrival.lag)
    limit(logic, limits, arrival.source, at)


def limit(logic: Logic, limits: list[int], source: int, at: int) -> None:
    """Limit a source by an instant."""
    node = source >> 1
    if at < FAR and logic.nodes.kinds[node] not in _EVENTS:
        calendar = logic.nodes.calendars[node]
        position = calendar.position(at)
        is_start_of_work = source == 2 * node and logic.nodes.lengths[node]
        # Outside working time the next minute of work begins later than the instant.
        at = position - 1 if is_start_of_work and calendar.latest(position) > at else position
    limits[source] = min(limits[source], at)
