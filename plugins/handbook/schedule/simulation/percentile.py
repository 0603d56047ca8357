"""Percentiles: by which value a share of all runs has come in.

Defined as the smallest value that at least that share of the runs does not exceed: the inverse of the
empirical distribution function, type 1 of Hyndman and Fan, "Sample Quantiles in Statistical Packages", 1996.
It is always a value that occurred, so a date stays a date, and it agrees with `chance`: the chance not to
exceed the 80th percentile is at least 80 %, and with the value before it is less.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from math import ceil
from typing import TypeVar

T = TypeVar("T", int, float)


def percentile(ordered: Sequence[T], share: float) -> T:
    """The percentile of values in ascending order, at least one; ``share`` is 0.8 for the 80th."""
    rank = ceil(share * len(ordered) - 1e-9)  # 0.07 * 100 is a little more than 7
    return ordered[min(max(rank, 1), len(ordered)) - 1]


def chance(ordered: Sequence[T], limit: T) -> float:
    """The share of values, in ascending order and at least one, that do not exceed a limit."""
    return bisect_right(ordered, limit) / len(ordered)
