"""What drives the finish: measures of each spread and each event over the runs of a simulation."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from math import sqrt
from typing import NamedTuple

import numpy as np

from handbook.schedule.simulation.controls import Controls
from handbook.schedule.simulation.draws import Ranks
from handbook.schedule.simulation.simulated import Simulated
from handbook.schedule.simulation.stream import Flags, Ints

_BAND = 0.05
"""Half the width of the band of runs around a percentile of an input."""


class Swing(NamedTuple):
    """The mean outcome where an input is low, and where it is high, in the unit of the outcome.

    ``error`` is the standard error of the difference.
    """

    low: float
    high: float
    error: float


def cruciality(found: Simulated, outcome: Ints) -> list[float]:
    """By spread, the rank correlation of its length with an outcome, as a rule the finish.

    Spearman's correlation, of the stratum that was drawn with the outcome; equal outcomes share their ranks.
    The cruciality index of Williams, "Criticality in stochastic networks", 1992, with ranks as Cho and Yum,
    "An uncertainty importance measure of activities in PERT networks", 1997, recommend where the relation is
    not a straight line. Sums are whole numbers, so that every machine finds the same.
    """
    ranks = _doubled_ranks(outcome)
    own = np.arange(found.runs, dtype=np.int64) * 2 - (found.runs - 1)
    scale = sqrt(int(own @ own)) * sqrt(int(ranks @ ranks))
    if not scale:
        return [0.0] * len(found.draws.ranks)
    return [int(own[row] @ ranks) / scale for row in found.draws.ranks]


def swings(found: Simulated, outcome: Ints) -> Iterator[Swing]:
    """By spread, the mean outcome with the input around its 10th and around its 90th percentile.

    All else is free to vary: the bars of a tornado diagram of conditional means ("change in output mean" of
    Palisade's @RISK), with the chance of all other inputs taken out of them (`controls`).
    """
    controls = Controls(found, outcome, cruciality(found, outcome))
    for row, ranks in enumerate(found.draws.ranks):
        low, high = (_is_near(ranks, share, found.runs) for share in (0.1, 0.9))
        yield _swing(controls, low, high, row)


def event_swings(found: Simulated, outcome: Ints) -> Iterator[Swing]:
    """By event, the mean outcome where it does not occur, and where it does; alike where it always does."""
    controls = Controls(found, outcome, cruciality(found, outcome))
    for row, occurred in enumerate(found.draws.occurred):
        yield _swing(controls, ~occurred, occurred, len(found.draws.ranks) + row)


def date_swings(found: Simulated, outcome: Ints) -> Iterator[tuple[Hashable, Swing, float]]:
    """By key of what another simulation gave dates to, the mean outcome with that date early and late.

    As `swings`, for all of them that differ from run to run; with their cruciality. What spreads and events
    did to the outcome in those runs is taken off: they are told by themselves.
    """
    given = {key: at for key, at in found.uncertain.given.items() if at.min() < at.max()}
    if not given:
        return
    controls = Controls(found, outcome, cruciality(found, outcome))
    late = _doubled_ranks(outcome)
    for key, at in given.items():
        ranks = np.empty(found.runs, np.int32)
        ranks[np.argsort(at, kind="stable")] = np.arange(found.runs)
        low, high = (_is_near(ranks, share, found.runs) for share in (0.1, 0.9))
        yield key, _swing(controls, low, high, None), _correlation(_doubled_ranks(at), late)


def _correlation(ranks: Ints, others: Ints) -> float:
    """Spearman's, of doubled ranks from the middle; nothing where all are equal."""
    scale = sqrt(int(ranks @ ranks)) * sqrt(int(others @ others))
    return int(ranks @ others) / scale if scale else 0.0


def _swing(controls: Controls, low: Flags, high: Flags, row: int | None) -> Swing:
    counts = int(np.count_nonzero(low)), int(np.count_nonzero(high))
    if not all(counts):
        return Swing(controls.whole, controls.whole, 0.0)
    error = controls.deviation * sqrt(sum(1 / count for count in counts))
    return Swing(controls.mean(low, row), controls.mean(high, row), error)


def _is_near(ranks: Ranks, share: float, runs: int) -> Flags:
    near: Flags = np.abs(ranks + 0.5 - share * runs) < max(_BAND * runs, 1)
    return near


def _doubled_ranks(values: Ints) -> Ints:
    """Twice the rank of each value, from the middle; equal values share the mean of their ranks."""
    ordered = np.sort(values)
    first = np.searchsorted(ordered, values, side="left")
    after = np.searchsorted(ordered, values, side="right")
    return (first + after - len(values)).astype(np.int64)
