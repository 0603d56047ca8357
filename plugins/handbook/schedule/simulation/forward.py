"""The forward pass for many runs at once; `schedule.forward` says what it does, and why.

Dates are kept as positions. Instants are worked out only where something asks for them: between calendars,
for milestones, and for groups.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from handbook.schedule.bounds import LOWER, ON_FINISH
from handbook.schedule.calendar import FAR
from handbook.schedule.network import ConstraintType
from handbook.schedule.nodes import NOBODY, Kind
from handbook.schedule.progress import Progress
from handbook.schedule.simulation.floors import Floors
from handbook.schedule.simulation.ground import Ground
from handbook.schedule.simulation.stream import Ints, least


@dataclass
class _Reached:
    """How far something holds a node back: the best so far of all that does.

    ``at`` are instants, kept only for what may be a milestone; ``linked`` tells where a link is the reason.
    """

    position: Ints
    at: Ints | None
    linked: Ints

    def take(self, position: Ints, at: Ints | None, *, is_link: bool = True) -> None:
        """Another bound; a link is named before a date, and the first of equals before the others."""
        if self.at is not None and at is not None:
            better = position > self.position
            if is_link:
                better |= (position == self.position) & ~self.linked
            self.at = np.where(better, at, self.at)
            self.linked = np.where(better, is_link, self.linked)
        self.position = np.maximum(self.position, position)


class ForwardPass:
    """A forward pass over all runs.

    Attributes:
        possible: node -> position of the start that its links allow, where a hard constraint may demand an
            earlier one.
    """

    def __init__(self, ground: Ground, held: Mapping[int, Ints]) -> None:
        """``held`` gives nodes positions before which they are held back (as late as possible)."""
        count = len(ground.logic.nodes.kinds)
        self._ground = ground
        self._nodes = ground.logic.nodes
        self._bounds = ground.bounds
        self._held = held
        self._floors = Floors(ground)
        self._positions = [ground.all(0)] * (2 * count)
        self._instants: list[Ints | None] = [None] * (2 * count)
        self.possible: dict[int, Ints] = {}
        steps = {
            Kind.WORK: self._work,
            Kind.BEGUN: self._begun,
            Kind.GATE: self._gate,
            Kind.FIRST: self._first,
            Kind.LAST: self._last,
        }
        for node in ground.logic.order:
            steps[self._nodes.kinds[node]](node)

    def position(self, source: int) -> Ints:
        """The positions of a source."""
        return self._positions[source]

    def instant(self, source: int) -> Ints:
        """The instants of a source."""
        found = self._instants[source]
        if found is None:
            clock = self._ground.clock(source >> 1)
            found = (clock.finish_at if source & 1 else clock.start_at)(self.position(source))
            self._instants[source] = found
        return found

    def known_instant(self, source: int) -> Ints | None:
        """The instants of a source, if something has asked for them already."""
        return self._instants[source]

    def _work(self, node: int) -> None:
        length = self._ground.length(node)
        best = self._linked(node, is_dated=self._ground.can_be_nothing(node))
        if node in self._bounds.demanded:
            self._demand(node, best)
        self._positions[2 * node] = best.position
        self._positions[2 * node + 1] = best.position + length
        if best.at is not None:
            self._place(node, best.at, length)

    def _place(self, node: int, at: Ints, length: Ints | int) -> None:
        """The very instants of a milestone: 17:00 after work done by then, 08:00 if it opens the day."""
        clock, position = self._ground.clock(node), self.position(2 * node)
        at = clock.nearest(at)
        fits = clock.position(at) == position
        if not fits.all():
            at = np.where(fits, at, clock.start_at(position))
        if isinstance(length, int):
            self._instants[2 * node] = self._instants[2 * node + 1] = at
            return
        for source, worked in ((2 * node, clock.start_at), (2 * node + 1, clock.finish_at)):
            self._instants[source] = np.where(length > 0, worked(self.position(source)), at)

    def _linked(self, node: int, *, is_dated: bool) -> _Reached:
        """The earliest position for the start of a node; with its instant if ``is_dated``."""
        best = self._earliest(node, is_dated=is_dated)
        if node in self._held:
            late = self._held[node]
            best.take(late, self._ground.clock(node).finish_at(late) if is_dated else None, is_link=False)
        length = self._ground.length(node)
        for link in self._ground.plain[node]:
            position = self.position(link.source)
            if link.lag or link.to_finish:
                position = position + (link.lag - length if link.to_finish else link.lag)
            best.take(position, self._shifted(node, link.link, link.source) if is_dated else None)
        for at, to_finish in self._arriving(node):
            position = self._ground.clock(node).position(at)
            best.take(position - length if to_finish else position, at)
        return best

    def _shifted(self, node: int, link: int, source: int) -> Ints:
        """Where a plain link puts a milestone."""
        lag = self._ground.logic.network.links[link].lag
        return self._ground.clock(node).shift(self.instant(source), lag)

    def _arriving(self, node: int) -> Iterator[tuple[Ints, bool]]:
        """The instants that links between calendars and the gate of the group allow, and for which end."""
        for arrival in self._ground.logic.arrivals[node]:
            reached = self._ground.lag_clock(arrival).shift(self.instant(arrival.source), arrival.lag)
            yield reached, arrival.to_finish
        gate = self._nodes.gates[node]
        if gate != NOBODY:
            yield self.instant(2 * gate), False

    def _earliest(self, node: int, *, is_dated: bool) -> _Reached:
        """What project start, own constraint and status date say; the later rule wins a tie, as there."""
        bounds = self._bounds
        activity = self._ground.logic.network.activities[node]
        position = self._floors.position(node)
        at = self._ground.all(bounds.project_start) if is_dated else None
        if activity.constraint in LOWER and activity.constraint_at is not None:
            wanted = self._wanted_start(node)
            if at is not None:
                at = np.where(wanted >= position, activity.constraint_at, at)
            position = np.maximum(position, wanted)
        status = bounds.statuses.get(id(self._nodes.calendars[node]))
        if status is not None and self._nodes.kinds[node] is Kind.WORK:
            if at is not None:
                at = np.where(status > position, bounds.status or 0, at)
            position = np.maximum(position, status)
        return _Reached(position, at, np.zeros(self._ground.runs, dtype=bool))

    def _wanted_start(self, node: int) -> Ints | int:
        """Positions of the start that put an activity on the date of its constraint."""
        constraint, position = self._ground.constraint(node)
        return position - self._ground.length(node) if constraint in ON_FINISH else position

    def _demand(self, node: int, best: _Reached) -> None:
        """Put work on the date that a hard constraint demands, though not before the status date."""
        demanded = self._wanted_start(node)
        over = best.position > demanded
        if not over.any():
            return
        self.possible[node] = best.position
        status = self._bounds.statuses.get(id(self._nodes.calendars[node]), -FAR)
        if best.at is not None:
            dated = self._ground.logic.network.activities[node].constraint_at or 0
            instant = np.where(np.greater(status, demanded), self._bounds.status or 0, dated)
            best.at = np.where(over, instant, best.at)
        best.position = np.where(over, np.maximum(demanded, status), best.position)

    def _begun(self, node: int) -> None:
        far = self._nodes.progress[node]
        clock = self._ground.clock(node)
        if node in self._ground.given:
            at = self._ground.given[node]
            self._settle(node, (at, at), (clock.position(at), clock.position(at)))
            return
        start = self._actual_start(node, far)
        first = clock.position(start)
        if far.finished:
            finish = clock.shift(start, far.done) if far.finish is None else self._ground.all(far.finish)
            self._settle(node, (start, finish), (first, clock.position(finish)))
            return
        last = self._resumed(node, first + far.done) + self._ground.length(node)
        self._settle(node, (start, None), (first, last))

    def _settle(self, node: int, instants: tuple[Ints, Ints | None], positions: tuple[Ints, Ints]) -> None:
        self._instants[2 * node : 2 * node + 2] = instants
        self._positions[2 * node : 2 * node + 2] = positions

    def _actual_start(self, node: int, far: Progress) -> Ints:
        clock = self._ground.clock(node)
        if far.start is not None:
            return self._ground.all(far.start)
        if far.finish is not None:
            return self._ground.all(clock.calendar.subtract(far.finish, far.done))
        return clock.start_at(self._linked(node, is_dated=False).position)

    def _resumed(self, node: int, done: Ints) -> Ints:
        """Positions at which the remaining work goes on."""
        status = self._bounds.statuses.get(id(self._nodes.calendars[node]), -FAR)
        resumed = np.maximum(done, status)
        constraint = self._ground.logic.network.activities[node].constraint
        if constraint in {ConstraintType.FNET, ConstraintType.MFO}:
            resumed = np.maximum(resumed, self._wanted_start(node))
        return resumed

    def _gate(self, node: int) -> None:
        at = self._ground.all(self._bounds.group_floors.get(node, -FAR))
        for reached, _ in self._arriving(node):
            at = np.maximum(at, reached)
        self._instants[2 * node] = self._instants[2 * node + 1] = at

    def _first(self, node: int) -> None:
        at = least(self.instant(2 * member) for member in self._nodes.members[node])
        self._instants[2 * node] = self._instants[2 * node + 1] = at

    def _last(self, node: int) -> None:
        at = self._ground.all(self._bounds.group_floors.get(node, -FAR))
        for member in self._nodes.members[node]:
            at = np.maximum(at, self.instant(2 * member + 1))
        for reached, _ in self._arriving(node):
            at = np.maximum(at, reached)
        self._instants[2 * node] = self._instants[2 * node + 1] = at
