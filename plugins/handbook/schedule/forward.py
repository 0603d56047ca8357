"""Forward pass: each activity starts as early as the project, its links and its constraint let it.

Kelley and Walker, "Critical-Path Planning and Scheduling", 1959; the four link types with lags are the
precedence diagramming method (PMI, Practice Standard for Scheduling).

Hard constraints (SNLT, FNLT, MSO, MFO) are honoured against links, as Microsoft Project does unless told
otherwise: the activity stands on its date, its float is negative by what the links are over, and the pass
notes what was possible. Only the status date is stronger, since nobody can start in the past.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from handbook.schedule.bounds import Bounds, wanted_start
from handbook.schedule.calendar import FAR
from handbook.schedule.drivers import (
    BY_ACTUAL,
    BY_CONSTRAINT,
    BY_LATE,
    BY_PROJECT_START,
    BY_STATUS,
    by_group,
    group_of,
)
from handbook.schedule.faults import NoWorkingTime
from handbook.schedule.logic import Logic
from handbook.schedule.network import ConstraintType
from handbook.schedule.nodes import NOBODY
from handbook.schedule.progress import Progress


class Pass(NamedTuple):
    """What the forward pass found. A source is 2 * node for the start of a node, 2 * node + 1 for its finish.

    Attributes:
        positions: by source, in the node's calendar; events of groups have none.
        instants: by source.
        starts: by node, position from which its remaining minutes are worked.
        reasons: by node, what drives its start (codes of `drivers`).
        possible: node -> position of the start that its links allow, where a hard constraint demands an
            earlier one.
        barred: node -> reason why that is the earliest, for the same nodes.
    """

    positions: list[int]
    instants: list[int]
    starts: list[int]
    reasons: list[int]
    possible: dict[int, int]
    barred: dict[int, int]


def forward(logic: Logic, bounds: Bounds, held: dict[int, int]) -> Pass:
    """The forward pass; `held` gives nodes a position before which they are held back (as late as possible).

    Raises:
        NoWorkingTime: the working time of an activity's calendar runs out before its work is done.
    """
    return ForwardPass(logic, bounds, held).run()


class ForwardPass:
    """The pass under way: what the steps share. Levelling makes one that also waits for people."""

    def __init__(self, logic: Logic, bounds: Bounds, held: dict[int, int]) -> None:
        count = len(logic.nodes.kinds)
        self.logic = logic
        self.nodes = logic.nodes
        self.bounds = bounds
        self.held = held
        self.positions = [0] * (2 * count)
        self.instants = [0] * (2 * count)
        self.starts = [0] * count
        self.reasons = list(bounds.reasons)
        self.possible: dict[int, int] = {}
        self.barred: dict[int, int] = {}
        self.sequence: Iterable[int] = logic.order

    def run(self) -> Pass:
        """Walk over all nodes in sequence."""
        steps = (self._work, self._begun, self._gate, self._first, self._last)  # by kind
        kinds = self.nodes.kinds
        node = NOBODY
        try:
            for node in self.sequence:
                steps[kinds[node]](node)
        except NoWorkingTime as fault:
            key = self.logic.network.activities[self.nodes.owners[node]].key
            raise NoWorkingTime(fault.calendar, key) from None
        return Pass(self.positions, self.instants, self.starts, self.reasons, self.possible, self.barred)

    def _work(self, node: int) -> None:
        best, why = self._linked(node)
        if node in self.bounds.demanded and best > self.bounds.demanded[node]:
            self.possible[node], self.barred[node] = best, why
            best, why = self.bounds.demanded[node], BY_CONSTRAINT
            status = self.bounds.statuses.get(id(self.nodes.calendars[node]), best)
            if status > best:
                best, why = status, BY_STATUS
        calendar, length = self.nodes.calendars[node], self.nodes.lengths[node]
        self.starts[node] = self.positions[2 * node] = best
        self.positions[2 * node + 1] = best + length
        self.reasons[node] = why
        if length:
            self.instants[2 * node] = calendar.start_at(best)
            self.instants[2 * node + 1] = calendar.finish_at(best + length)
        else:
            self.instants[2 * node] = self.instants[2 * node + 1] = self._milestone(node, best, why)

    def _linked(self, node: int) -> tuple[int, int]:
        """The earliest position for the start of a node, and the reason; a link is named before a date."""
        positions = self.positions
        best, why = self.bounds.earliest[node], self.reasons[node]
        if self.held and self.held.get(node, best) > best:
            best, why = self.held[node], BY_LATE
        for source, offset, link in self.logic.plain[node]:
            position = positions[source] + offset
            if position > best or (position == best and why < 0):
                best, why = position, link
        if self.logic.arrivals[node] or self.nodes.gates[node] != NOBODY:
            return self._arrived(node, best, why)
        return best, why

    def _arrived(self, node: int, best: int, why: int) -> tuple[int, int]:
        calendar = self.nodes.calendars[node]
        reached = [
            (
                arrival.calendar.shift(self.instants[arrival.source], arrival.lag),
                arrival.to_finish,
                arrival.link,
            )
            for arrival in self.logic.arrivals[node]
        ]
        gate = self.nodes.gates[node]
        if gate != NOBODY:
            reached.append((self.instants[2 * gate], False, self.reasons[gate]))
        for at, to_finish, reason in reached:
            position = calendar.position(at) - (self.nodes.lengths[node] if to_finish else 0)
            if position > best or (position == best and why < 0):
                best, why = position, reason
        return best, why

    def _milestone(self, node: int, position: int, why: int) -> int:
        """The very instant of a milestone: 17:00 after work done by then, 08:00 if it opens the day."""
        activities = self.logic.network.activities
        calendar = self.nodes.calendars[node]
        if why >= 0:
            link = self.logic.network.links[why]
            reached = self.instants[self.logic.source(link)]
            at = self.logic.lag_calendar(link).shift(reached, link.lag)
        elif why == BY_LATE:
            at = calendar.finish_at(position)
        elif why == BY_PROJECT_START:
            at = self.bounds.project_start
        elif why == BY_STATUS and self.bounds.status is not None:
            at = self.bounds.status
        else:
            owner = node if why == BY_CONSTRAINT else group_of(why)
            at = activities[owner].constraint_at or 0
        at = calendar.nearest(at)
        return at if calendar.position(at) == position else calendar.start_at(position)

    def _begun(self, node: int) -> None:
        far = self.nodes.progress[node]
        calendar = self.nodes.calendars[node]
        start, why = self._actual_start(node, far)
        first = calendar.position(start)
        self.reasons[node] = why
        if far.finished:
            finish = calendar.add(start, far.done) if far.finish is None else far.finish
            resumed = last = calendar.position(finish)
        else:
            resumed = self._resumed(node, first + far.done)
            last = resumed + far.remaining
            finish = calendar.finish_at(last)
        self.starts[node] = resumed
        self.positions[2 * node : 2 * node + 2] = first, last
        self.instants[2 * node : 2 * node + 2] = start, finish

    def _actual_start(self, node: int, far: Progress) -> tuple[int, int]:
        """The instant at which work that has begun did begin, and the reason."""
        calendar = self.nodes.calendars[node]
        if far.start is not None:
            return far.start, BY_ACTUAL
        if far.finish is not None:
            return calendar.subtract(far.finish, far.done), BY_ACTUAL
        position, why = self._linked(node)
        return calendar.start_at(position), why

    def _resumed(self, node: int, done: int) -> int:
        """Position at which the remaining work goes on."""
        resumed = max(done, self.bounds.statuses.get(id(self.nodes.calendars[node]), done))
        if self.logic.network.activities[node].constraint in {ConstraintType.FNET, ConstraintType.MFO}:
            return max(resumed, wanted_start(self.logic, node))
        return resumed

    def _gate(self, node: int) -> None:
        at, why = self.bounds.group_floors.get(node, -FAR), by_group(node)
        for arrival in self.logic.arrivals[node]:
            reached = arrival.calendar.shift(self.instants[arrival.source], arrival.lag)
            if reached > at:
                at, why = reached, arrival.link
        outer = self.nodes.gates[node]
        if outer != NOBODY and self.instants[2 * outer] > at:
            at, why = self.instants[2 * outer], self.reasons[outer]
        self.instants[2 * node] = self.instants[2 * node + 1] = at
        self.reasons[node] = why

    def _first(self, node: int) -> None:
        at = min(self.instants[2 * member] for member in self.nodes.members[node])
        self.instants[2 * node] = self.instants[2 * node + 1] = at

    def _last(self, node: int) -> None:
        reached = [self.instants[2 * member + 1] for member in self.nodes.members[node]]
        reached += [
            arrival.calendar.shift(self.instants[arrival.source], arrival.lag)
            for arrival in self.logic.arrivals[node]
        ]
        at = max(*reached, self.bounds.group_floors.get(node, -FAR))
        self.instants[2 * node] = self.instants[2 * node + 1] = at
