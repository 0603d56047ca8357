"""Percentiles: by which value a share of all runs has come in.

Defined as the smallest value that at least that share of the runs does not exceed: the inverse of the
empirical distribution function, type 1 of Hyndman and Fan, "Sample Quantiles in Statistical Packages", 1996.
It is always a value that occurred, so a date stays a date, and it agrees with `chance`: the chance not to
exceed the 80th percentile is at least 80 %, and with the value before it is less.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from math import ceil, sqrt
from typing import TypeVar

T = TypeVar("T", int, float)

_NORMAL = 1.959964
"""Between minus and plus so many standard deviations lie 95% of a normal distribution."""


def percentile(ordered: Sequence[T], share: float) -> T:
    """The percentile of values in ascending order, at least one; ``share`` is 0.8 for the 80th."""
    rank = ceil(share * len(ordered) - 1e-9)  # 0.07 * 100 is a little more than 7
    return ordered[min(max(rank, 1), len(ordered)) - 1]


def between(ordered: Sequence[T], share: float) -> tuple[T, T]:
    """The values between which the percentile of endless runs lies, with a confidence of 95%.

    How often the percentile is not exceeded in so many runs is binomial, whatever the distribution: its
    confidence interval goes from the value of rank n p - z s to that of rank n p + z s, both rounded up, with
    s² = n p (1 - p) (Conover, "Practical Nonparametric Statistics", 3rd edition, 1999, section 3.2). That is
    for runs drawn independently; Latin hypercube samples come nearer (Stein, "Large sample properties of
    simulations using Latin hypercube sampling", 1987), so the interval is on the safe side.
    """
    count = len(ordered)
    middle, apart = share * count, _NORMAL * sqrt(count * share * (1 - share))
    low, high = (min(max(ceil(rank), 1), count) for rank in (middle - apart, middle + apart))
    return ordered[low - 1], ordered[high - 1]


def margin(share: float, runs: int) -> float:
    """How far a chance found in so many runs may be from that of endless ones, with a confidence of 95%.

    The normal interval of a proportion, on the safe side as `between` is.
    """
    return _NORMAL * sqrt(share * (1 - share) / runs)


def chance(ordered: Sequence[T], limit: T) -> float:
    """The share of values, in ascending order and at least one, that do not exceed a limit."""
    return bisect_right(ordered, limit) / len(ordered)
