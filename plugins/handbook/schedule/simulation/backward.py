"""The backward pass for many runs at once; `schedule.backward` and `schedule.press` say what it does.

Only one question is asked of it: in which runs is an activity critical, that is, has no total float left.
"""

from __future__ import annotations

import numpy as np

from handbook.schedule.bounds import FIXED, ON_FINISH, UPPER
from handbook.schedule.calendar import FAR
from handbook.schedule.logic import Arrival
from handbook.schedule.nodes import NOBODY, Kind
from handbook.schedule.simulation.forward import ForwardPass
from handbook.schedule.simulation.ground import Ground
from handbook.schedule.simulation.stream import Ints

_EVENTS = {Kind.GATE, Kind.FIRST, Kind.LAST}


class BackwardPass:
    """Late positions in all runs, by source: a limit is an instant for the gates and events of groups."""

    def __init__(self, ground: Ground, found: ForwardPass, end: Ints) -> None:
        """``end`` are the instants at which the project ends."""
        self._ground = ground
        self._nodes = ground.logic.nodes
        self._found = found
        self._far = ground.all(FAR)
        self._limits = self._open_limits(end)
        for node in reversed(ground.logic.order):
            kind = self._nodes.kinds[node]
            if not self._is_reached(node):
                continue
            if kind is Kind.WORK:
                self._work(node)
            elif kind is Kind.BEGUN:
                self._begun(node)
            else:
                self._event(node, kind)

    def late_start(self, node: int) -> Ints:
        """Late positions of the start of work."""
        return self._limits[2 * node]

    def total_float(self, node: int, planned: ForwardPass) -> Ints:
        """Total float of open work against what was planned, in minutes of its calendar."""
        if self._nodes.kinds[node] is Kind.WORK:
            start = planned.possible.get(node, planned.position(2 * node))
            return self._limits[2 * node] - start
        return self._limits[2 * node + 1] - planned.position(2 * node + 1)

    def _is_reached(self, node: int) -> bool:
        """Whether anything limits a node; the end of the project limits all of them."""
        return True

    def _open_limits(self, end: Ints) -> list[Ints]:
        """Limits that only the end of the project sets."""
        ends = {number: clock.position(end) for number, clock in self._ground.clocks.items()}
        limits = [self._far] * (2 * len(self._nodes.kinds))
        for node, kind in enumerate(self._nodes.kinds):
            if kind is Kind.LAST:
                limits[2 * node] = end
            elif kind not in _EVENTS:
                limits[2 * node + 1] = ends[id(self._nodes.calendars[node])]
        return limits

    def _work(self, node: int) -> None:
        limits, length = self._limits, self._ground.length(node)
        finish = np.minimum(limits[2 * node + 1], limits[2 * node] + length)
        if node in self._ground.bounds.demanded:
            constraint, demanded = self._ground.constraint(node)
            latest = demanded if constraint in ON_FINISH else demanded + length
            finish = self._ground.all(0) + latest if constraint in FIXED else np.minimum(finish, latest)
        self._press_from(node, finish)

    def _begun(self, node: int) -> None:
        if self._nodes.progress[node].finished:
            return
        finish = self._limits[2 * node + 1]
        constraint, position = self._ground.constraint(node)
        if constraint in UPPER & ON_FINISH:
            finish = np.minimum(finish, position)
        self._press_from(node, finish)

    def _press_from(self, node: int, finish: Ints) -> None:
        """Settle the late dates of open work, and press on all that it waits for."""
        if node in self._ground.bounds.finish_limits:
            finish = np.minimum(finish, self._ground.bounds.finish_limits[node])
        start = finish - self._ground.length(node)
        self._limits[2 * node], self._limits[2 * node + 1] = start, finish
        self._press(node, start, finish)

    def _press(self, node: int, start: Ints, finish: Ints) -> None:
        """Press on all that a node waits for."""
        for link in self._ground.plain[node]:
            allowed = (finish if link.to_finish else start) - link.lag
            self._limits[link.source] = np.minimum(self._limits[link.source], allowed)
        clock, gate = self._ground.clock(node), self._nodes.gates[node]
        for arrival in self._ground.logic.arrivals[node]:
            self._press_arrival(arrival, clock.latest(finish if arrival.to_finish else start))
        if gate != NOBODY and self._nodes.kinds[node] is Kind.WORK:
            self._limits[2 * gate] = np.minimum(self._limits[2 * gate], clock.latest(start))

    def _event(self, node: int, kind: Kind) -> None:
        limits = self._limits
        if kind is Kind.FIRST:
            limit = self._ground.bounds.group_limits.get(node, FAR)
            limits[2 * node] = np.minimum(limits[2 * node], limit)
            first = self._found.instant(2 * node)
            for member in self._nodes.members[node]:
                is_first = self._found.instant(2 * member) == first
                self._limit(2 * member, np.where(is_first, limits[2 * node], FAR))
            return
        if kind is Kind.LAST:
            for member in self._nodes.members[node]:
                is_event = self._nodes.kinds[member] in _EVENTS
                self._limit(2 * member + (not is_event), limits[2 * node])
        for arrival in self._ground.logic.arrivals[node]:
            self._press_arrival(arrival, limits[2 * node])
        outer = self._nodes.gates[node]
        if kind is Kind.GATE and outer != NOBODY:
            limits[2 * outer] = np.minimum(limits[2 * outer], limits[2 * node])

    def _press_arrival(self, arrival: Arrival, at: Ints) -> None:
        """Take the lag off, and limit the source."""
        if arrival.lag and (near := at < FAR).any():
            clock = self._ground.lag_clock(arrival)
            safe = at if near.all() else np.where(near, at, at.min())
            position = clock.position(safe)
            if arrival.lag < 0:
                position = position - (clock.latest(position) > safe)
            at = np.where(near, clock.latest(position - arrival.lag), at)
        self._limit(arrival.source, at)

    def _limit(self, source: int, at: Ints) -> None:
        """Limit a source by instants."""
        node = source >> 1
        if self._nodes.kinds[node] not in _EVENTS:
            near = at < FAR
            if not near.any():
                return
            safe = at if near.all() else np.where(near, at, at.min())
            clock = self._ground.clock(node)
            position = clock.position(safe)
            if source == 2 * node:
                is_work = np.greater(self._ground.length(node), 0)
                position = position - (is_work & (clock.latest(position) > safe))
            at = np.where(near, position, at)
        self._limits[source] = np.minimum(self._limits[source], at)
