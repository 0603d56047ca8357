"""What a simulation found, run by run."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from handbook.schedule.simulation.draws import Draws
from handbook.schedule.simulation.stream import Floats, Ints
from handbook.schedule.simulation.uncertainty import Uncertainty


@dataclass(frozen=True)
class Simulated:
    """The runs of a simulation.

    Attributes:
        uncertain, runs, seed: what it was made for.
        finish: instants of the project's finish, by run.
        starts, finishes: key of a watched activity -> its instants, by run.
        criticality: key of an activity or group -> share of the runs in which it is critical, as
            `Scheduled.critical` has it (the criticality index: Van Slyke, "Monte Carlo methods and the PERT
            problem", 1963), or has no float to the target that was named; finished activities are not in it.
        cost: what is still to be spent, by run.
        draws: what was drawn.
    """

    uncertain: Uncertainty
    runs: int
    seed: int
    finish: Ints
    starts: Mapping[Hashable, Ints]
    finishes: Mapping[Hashable, Ints]
    criticality: Mapping[Hashable, float]
    cost: Floats
    draws: Draws
