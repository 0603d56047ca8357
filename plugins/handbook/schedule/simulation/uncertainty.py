"""What is uncertain about a network: durations in three points, events that may occur, what time costs."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from handbook.schedule.simulation.stream import Ints


class Shape(Enum):
    """The shape of a three-point distribution; `distribution` says what each is."""

    PERT = "pert"
    TRIANGULAR = "triangular"


@dataclass(frozen=True, slots=True)
class Spread:
    """The length of an activity that is still to schedule, as a distribution.

    Attributes:
        key: key of the activity.
        name: name of its stream of chance.
        low, likely, high: minutes of the activity's own clock.
        shape: of the distribution.
        group: durations of one group go together; empty for one that goes its own way.
    """

    key: Hashable
    name: str
    low: int
    likely: int
    high: int
    shape: Shape = Shape.PERT
    group: str = ""


@dataclass(frozen=True, slots=True)
class Delay:
    """What an event does to an activity: minutes more, or less if negative, of the activity's own clock."""

    key: Hashable
    low: int
    likely: int
    high: int


@dataclass(frozen=True, slots=True)
class Event:
    """Something that may occur once, with all that it does.

    How bad it is, is drawn once for all its effects: where it delays much, it costs much.

    Attributes:
        name: name of its stream of chance.
        probability: from 0 to 1.
        delays: activities that it delays, milestones among them.
        costs: low, likely and high, each a sum of money; several are added.
        shape: of the distribution of delays and costs.
    """

    name: str
    probability: float
    delays: tuple[Delay, ...] = ()
    costs: tuple[tuple[float, float, float], ...] = ()
    shape: Shape = Shape.PERT


@dataclass(frozen=True)
class Uncertainty:
    """All that is uncertain about a network.

    Attributes:
        spreads, events: see there.
        correlation: of the durations in one group, from 0 to below 1.
        given: key of a finished activity -> instants by run at which it starts and finishes: what waits for a
            simulation of another network.
        rates: key -> money per minute of the length still to schedule.
        fixed_cost: money that is certain.
    """

    spreads: tuple[Spread, ...] = ()
    events: tuple[Event, ...] = ()
    correlation: float = 0.0
    given: Mapping[Hashable, Ints] = field(default_factory=dict)
    rates: Mapping[Hashable, float] = field(default_factory=dict)
    fixed_cost: float = 0.0
