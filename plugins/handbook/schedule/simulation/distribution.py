"""Distributions of three points: what a duration may turn out to be, as quantiles in whole minutes.

* triangular(low, likely, high), with its density falling in straight lines to both ends;
* PERT: the beta distribution over low to high with mean (low + 4 likely + high) / 6, that is with parameters
  1 + 4 (likely - low) / (high - low) and 1 + 4 (high - likely) / (high - low) (Malcolm, Roseboom, Clark and
  Fazar, "Application of a Technique for Research and Development Program Evaluation", 1959; Vose, "Risk
  Analysis", 2008, as the PERT distribution).

Quantiles are those at the mid-points of equal strata, so that with one run in each stratum the runs follow
the distribution as closely as so many runs can (Latin hypercube sampling: McKay, Beckman and Conover, 1979).
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from handbook.schedule.simulation.stream import Floats, Ints
from handbook.schedule.simulation.uncertainty import Shape

_CELLS = 512
_TINY = 1e-300


def quantiles(points: tuple[float, float, float], shape: Shape, strata: int) -> Ints:
    """The quantiles at the mid-points of so many strata, rounded to whole numbers, ascending.

    ``points`` are low, likely and high. Points out of order are put in order, with the middle one likely.
    """
    low, likely, high = sorted(points)
    if low == high:
        return np.full(strata, round(low), dtype=np.int64)
    unit = (_pert if shape is Shape.PERT else _triangular)((likely - low) / (high - low), strata)
    return np.rint(low + (high - low) * unit).astype(np.int64)


@lru_cache(maxsize=4)
def middles(strata: int) -> Floats:
    """The mid-points of so many equal strata of the unit interval."""
    return (np.arange(strata) + 0.5) / strata


def _triangular(mode: float, strata: int) -> Floats:
    """Quantiles of the triangular distribution over the unit interval, by the inverse of its distribution."""
    at = middles(strata)
    rising = np.sqrt(mode * at)
    falling = 1 - np.sqrt((1 - mode) * (1 - at))
    return np.where(at < mode, rising, falling)


@lru_cache(maxsize=64)
def _pert(mode: float, strata: int) -> Floats:
    """Quantiles of the PERT distribution over the unit interval.

    The distribution function is summed up by Simpson's rule over cells that grow finer towards both ends,
    x = t² (3 - 2t), and read backwards.
    """
    x, steps, log_low, log_high = _cells()
    density = np.exp(4 * mode * log_low + 4 * (1 - mode) * log_high) * steps
    summed = np.cumsum(density[:-2:2] + 4 * density[1::2] + density[2::2])
    reached = np.concatenate([[0.0], summed / summed[-1]])
    return np.interp(middles(strata), reached, x[::2])


@lru_cache(maxsize=1)
def _cells() -> tuple[Floats, Floats, Floats, Floats]:
    """The ends and middles of all cells: x, how fast it grows, and the logarithms of x and of 1 - x."""
    t = np.linspace(0, 1, 2 * _CELLS + 1)
    x = t * t * (3 - 2 * t)
    return x, t * (1 - t), np.log(np.maximum(x, _TINY)), np.log(np.maximum(1 - x, _TINY))
