"""What the passes of a simulation share: the network made ready, its clocks, and the lengths of all runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from handbook.schedule.bounds import Bounds
from handbook.schedule.logic import Arrival, Logic
from handbook.schedule.network import ConstraintType
from handbook.schedule.nodes import Kind
from handbook.schedule.simulation.clock import Clock
from handbook.schedule.simulation.stream import Ints


@dataclass(frozen=True, slots=True)
class Plain:
    """A link inside one calendar, as `Logic.plain` has it, with its lag apart from the length.

    Attributes:
        source: where it comes from.
        lag: minutes.
        to_finish: whether it bounds the finish of the node.
        link: index of the link.
    """

    source: int
    lag: int
    to_finish: bool
    link: int


@dataclass(frozen=True)
class Ground:
    """A network made ready for many runs; arrays are by run.

    Attributes:
        logic, bounds: what the deterministic passes use.
        clocks: id of a calendar -> its clock.
        plain: by node, the links that stay inside one calendar.
        lengths: node -> minutes still to schedule, of those nodes whose length differs from run to run.
        given: node -> instants of its start and finish, of finished work whose date differs from run to run.
        runs: how many runs there are.
    """

    logic: Logic
    bounds: Bounds
    clocks: Mapping[int, Clock]
    plain: list[list[Plain]]
    lengths: Mapping[int, Ints]
    given: Mapping[int, Ints]
    runs: int

    def clock(self, node: int) -> Clock:
        """The clock of a node."""
        return self.clocks[id(self.logic.nodes.calendars[node])]

    def lag_clock(self, arrival: Arrival) -> Clock:
        """The clock that the lag of a link counts by."""
        return self.clocks[id(arrival.calendar)]

    def length(self, node: int) -> Ints | int:
        """Minutes of a node still to schedule: by run if they differ."""
        return self.lengths.get(node, self.logic.nodes.lengths[node])

    def constraint(self, node: int) -> tuple[ConstraintType, int]:
        """The constraint of the activity at a node, and the position of its date."""
        activity = self.logic.network.activities[node]
        return activity.constraint, self.logic.nodes.calendars[node].position(activity.constraint_at or 0)

    def part(self, block: slice) -> Ground:
        """The ground of some of the runs."""
        return replace(
            self,
            lengths={node: minutes[block] for node, minutes in self.lengths.items()},
            given={node: at[block] for node, at in self.given.items()},
            runs=block.stop - block.start,
        )

    def can_be_nothing(self, node: int) -> bool:
        """Whether there are runs in which an activity takes no time."""
        return bool(np.min(self.length(node)) == 0)

    def all(self, value: int) -> Ints:
        """The same value in all runs."""
        return np.full(self.runs, value, dtype=np.int64)


def clocks_of(logic: Logic) -> dict[int, Clock]:
    """A clock for each calendar that counts in the network; equal calendars share one."""
    made: dict[int, Clock] = {}
    equals: dict[object, Clock] = {}
    used = [*logic.nodes.calendars, *(one.calendar for coming in logic.arrivals for one in coming)]
    for calendar in used:
        if id(calendar) not in made:
            made[id(calendar)] = equals.setdefault(calendar, Clock(calendar))
    return made


def plain_links(logic: Logic) -> list[list[Plain]]:
    """The plain links of all nodes."""
    links = logic.network.links
    return [
        [Plain(source, links[at].lag, links[at].type.to_finish, at) for source, _, at in incoming]
        for incoming in logic.plain
    ]


def is_open(logic: Logic, node: int) -> bool:
    """Whether something of the activity at a node is left to do."""
    kind = logic.nodes.kinds[node]
    return kind is Kind.WORK or (kind is Kind.BEGUN and not logic.nodes.progress[node].finished)
