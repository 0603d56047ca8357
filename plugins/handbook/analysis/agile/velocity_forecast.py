"""When an amount of work will be done, by Monte Carlo over the velocity of past iterations."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from math import ceil, isfinite

from handbook.analysis.agile.backlog_forecast import SEED, TRIALS, later
from handbook.analysis.agile.resampling import times_to_finish
from handbook.analysis.agile.spread import median
from handbook.analysis.agile.velocity import Velocity
from handbook.analysis.words import count, number
from handbook.schedule.simulation.percentile import percentile

LEAST = 3
"""With fewer iterations that have ended there is no forecast."""


@dataclass(frozen=True)
class VelocityForecast:
    """The forecast of an ``amount`` from a day on, in what the iterations count."""

    amount: float
    day: date
    velocity: Velocity | None
    trials: int = TRIALS
    seed: int = SEED

    @property
    def why(self) -> str:
        """Why there is no forecast, in a reader's words; empty if there is one."""
        ended = len(self.velocity.results) if self.velocity else 0
        if ended < LEAST:
            return f"a forecast needs {count(LEAST, 'iteration')} that have ended, not {number(ended)}"
        return "" if self.velocity and self.velocity.most else "nothing was completed in any iteration"

    @cached_property
    def length(self) -> int:
        """Days from the start of an iteration to that of the next: the median."""
        found = [one.iteration for one in self.velocity.results] if self.velocity else []
        return int(median([(after.from_ - before.from_).days for before, after in pairwise(found)])) or 1

    def date_at(self, share: float) -> date | None:
        """The day by which the amount is done with a chance; None without a forecast."""
        if self.why or self.velocity is None:
            return None
        times = times_to_finish(self.velocity.completed, self.amount, self.trials, self.seed)
        found = percentile(times, share)
        return later(self.day, ceil(round(self.length * found, 9)) if isfinite(found) else found)
