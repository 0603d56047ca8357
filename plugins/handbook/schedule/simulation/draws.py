"""Draws: which stratum each quantity comes from in each run.

Every stratum of a quantity is used once (Latin hypercube sampling), in an order by chance. Quantities of one
group have their orders bound together by the method of Iman and Conover, "A distribution-free approach to
inducing rank correlation among input variables", 1982, in its form of one common factor: normal scores of
the quantity and of the group are added up, and the order of the sums is taken. The strata, and with them the
distribution of each quantity, stay as they were.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

from handbook.schedule.simulation.distribution import middles, quantiles
from handbook.schedule.simulation.stream import Floats, Ints, Stream
from handbook.schedule.simulation.uncertainty import Event, Spread, Uncertainty

_SHORT = 1 << 31
"""Minutes that need more than four bytes."""

Ranks = npt.NDArray[np.int32]


@dataclass(frozen=True)
class Draws:
    """What was drawn; rows are quantities, columns are runs.

    Attributes:
        ranks: stratum of each spread, from 0 to the number of runs - 1.
        lengths: minutes of each spread.
        occurred: by event, whether it occurs.
        severities: by event, stratum of how much it does.
    """

    ranks: Ranks
    lengths: Ranks | Ints
    occurred: npt.NDArray[np.bool_]
    severities: Ranks


def draws(uncertain: Uncertainty, runs: int, seed: int) -> Draws:
    """The draws of all that is uncertain."""
    count = len(uncertain.spreads)
    is_short = all(spread.high < _SHORT for spread in uncertain.spreads)
    ranks = np.empty((count, runs), np.int32)
    lengths = np.empty((count, runs), np.int32 if is_short else np.int64)
    commons: dict[str, Floats] = {}
    for row, spread in enumerate(uncertain.spreads):
        ranks[row] = _order(spread, uncertain.correlation, commons, runs, seed)
        points = (spread.low, spread.likely, spread.high)
        lengths[row] = quantiles(points, spread.shape, runs)[ranks[row]]
    occurred = np.empty((len(uncertain.events), runs), np.bool_)
    severities = np.empty((len(uncertain.events), runs), np.int32)
    for row, event in enumerate(uncertain.events):
        occurred[row], severities[row] = _event(event, runs, seed)
    return Draws(ranks, lengths, occurred, severities)


def _event(event: Event, runs: int, seed: int) -> tuple[npt.NDArray[np.bool_], Ints]:
    """Whether an event occurs, in as near its share of the runs as can be, and how much it does."""
    occurs = Stream(seed, f"{event.name} occurs").permutation(runs) + 0.5 < event.probability * runs
    return occurs, Stream(seed, f"{event.name} does").permutation(runs)


def _order(spread: Spread, correlation: float, commons: dict[str, Floats], runs: int, seed: int) -> Ints:
    """The strata of a spread by run."""
    own = Stream(seed, spread.name).permutation(runs)
    if not spread.group or correlation <= 0:
        return own
    scores = _scores(runs)
    if spread.group not in commons:
        commons[spread.group] = scores[Stream(seed, f"group {spread.group}").permutation(runs)]
    summed = sqrt(correlation) * commons[spread.group] + sqrt(1 - correlation) * scores[own]
    order = np.empty(runs, np.int64)
    order[np.argsort(summed, kind="stable")] = np.arange(runs)
    return order


@lru_cache(maxsize=4)
def _scores(runs: int) -> Floats:
    """The normal scores of van der Waerden: quantiles of the normal distribution at the mid-points."""
    inverse = NormalDist().inv_cdf
    return np.array([inverse(at) for at in middles(runs).tolist()])
