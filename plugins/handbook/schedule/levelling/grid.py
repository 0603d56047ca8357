"""The plan on the common timeline, in whole numbers: what the heuristics and the solver work on.

It never asks for more than the network does: where calendars make it too intricate to be exact (elapsed
durations, lags in other calendars) it asks for less. So every real plan is one on the grid, and what is the
least possible there is a bound for real plans.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from handbook.schedule.levelling.placing import Demands
from handbook.schedule.levelling.timeline import Pauses, Timeline

NEVER = 1 << 50
"""A time later than any on a grid."""


class Arc(NamedTuple):
    """An event waits for another: time of `succ` >= time of `pred` + lag."""

    pred: int
    from_finish: bool
    succ: int
    to_finish: bool
    lag: int


@dataclass(frozen=True, slots=True)
class Option:
    """One way of one node.

    Attributes:
        way: index among the ways of the activity.
        length: time of its own calendar that it takes; if pauses are None, the least on the timeline.
        pauses: when its calendar rests and the timeline goes on; None if that is not known.
        earliest, latest: bounds of its start on the timeline.
        demands: (resource, units) that it holds.
    """

    way: int
    length: int
    pauses: Pauses | None
    earliest: int
    latest: int = NEVER
    demands: Demands = ()

    @property
    def is_plain(self) -> bool:
        """Whether it takes its length wherever it stands."""
        return not self.length or not self.pauses or not self.pauses.at

    def fit(self, time: int) -> int:
        """The first time, from a time on, at which its work can begin."""
        if self.is_plain or self.pauses is None:
            return time
        return self.pauses.start(self.pauses.own(time))

    def finish(self, start: int) -> int:
        """The time at which it is done if it starts at a time that fits."""
        if self.is_plain or self.pauses is None:
            return start + self.length
        return self.pauses.finish(self.pauses.own(start) + self.length)


@dataclass(frozen=True, slots=True)
class Grid:
    """The plan on the timeline; nodes are those of `Logic`, times are units since the origin.

    Attributes:
        timeline: the timeline, in minutes.
        unit: minutes of a unit.
        order: nodes, each after those it waits for.
        options: node -> its ways; what has begun, or must be on a date, has one of fixed start.
        arcs: what waits for what.
        gathered: first event of a group -> nodes of which it is the earliest start.
        floors: events -> time before which they cannot be.
        holds: (resource, start, finish, units) of what nobody can move.
        capacities: by resource.
        weights: node -> priority of its job.
        leaders: piece of a paused job -> the first piece, which is done in the same way.
        ends: (weight, nodes) of which the latest finish is to be small.
    """

    timeline: Timeline
    unit: int
    order: tuple[int, ...]
    options: dict[int, tuple[Option, ...]]
    arcs: tuple[Arc, ...]
    gathered: dict[int, tuple[int, ...]]
    floors: dict[int, int]
    holds: tuple[tuple[int, int, int, int], ...]
    capacities: tuple[int, ...]
    weights: dict[int, int]
    leaders: dict[int, int]
    ends: tuple[tuple[int, tuple[int, ...]], ...]

    def at(self, instant: int) -> int:
        """Where an instant stands, rounded up to a unit."""
        return -(-self.timeline.at(instant) // self.unit)

    def instant(self, time: int) -> int:
        """The instant at which work begins at a time."""
        return self.timeline.start_at(time * self.unit)

    def cost(self, finishes: dict[int, int]) -> int:
        """The sum of weights times finishes."""
        return sum(weight * max(finishes[node] for node in nodes) for weight, nodes in self.ends)
