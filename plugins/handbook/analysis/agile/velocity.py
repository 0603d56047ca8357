"""Velocity: how much a team completes in an iteration, how much that varies, how far it keeps its word."""

from collections.abc import Iterable
from dataclasses import dataclass

from handbook.analysis.agile.iterations import Result
from handbook.analysis.agile.spread import deviation, mean, median

LAST = 6
"""How many iterations are looked back on."""


@dataclass(frozen=True)
class Velocity:
    """What was completed in the last iterations that have ended, in their order. There is at least one."""

    results: tuple[Result, ...]

    @property
    def completed(self) -> tuple[float, ...]:
        """What was completed in each."""
        return tuple(one.completed for one in self.results if one.completed is not None)

    @property
    def mean(self) -> float:
        """The mean."""
        return mean(self.completed)

    @property
    def median(self) -> float:
        """The middle one."""
        return median(self.completed)

    @property
    def deviation(self) -> float | None:
        """The standard deviation of the sample; None of a single iteration."""
        return deviation(self.completed)

    @property
    def least(self) -> float:
        """The least of them."""
        return min(self.completed)

    @property
    def most(self) -> float:
        """The most of them."""
        return max(self.completed)

    @property
    def reliability(self) -> float | None:
        """All that was completed as a share of all that was committed; None if nothing was committed."""
        both = [one for one in self.results if one.share is not None]
        committed = sum(one.committed or 0.0 for one in both)
        return sum(one.completed or 0.0 for one in both) / committed if committed else None

    @property
    def kept(self) -> tuple[int, int]:
        """How many of those that committed to something completed at least that, and of how many."""
        shares = [one.share for one in self.results if one.share is not None]
        return sum(share >= 1 for share in shares), len(shares)


def velocity(results: Iterable[Result], last: int = LAST) -> Velocity | None:
    """The velocity of the last iterations that have ended; None if of none it is known what was completed."""
    ended = [one for one in results if one.has_ended and one.completed is not None]
    return Velocity(tuple(ended[-last:])) if ended else None
