"""How values spread: mean, median, standard deviation."""

from collections.abc import Sequence
from math import sqrt


def mean(values: Sequence[float]) -> float:
    """The arithmetic mean of at least one value."""
    return sum(values) / len(values)


def median(values: Sequence[float]) -> float:
    """The middle of at least one value; the mean of the two in the middle of an even number."""
    ordered, half = sorted(values), len(values) // 2
    return ordered[half] if len(values) % 2 else (ordered[half - 1] + ordered[half]) / 2


def deviation(values: Sequence[float]) -> float | None:
    """The standard deviation of a sample, with n − 1 in the divisor; None of fewer than two values."""
    if len(values) < 2:
        return None
    middle = mean(values)
    return sqrt(sum((value - middle) ** 2 for value in values) / (len(values) - 1))
