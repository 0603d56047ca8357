"""When a backlog will be done, by Monte Carlo over the throughput of past weeks."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from math import ceil, floor, isfinite

from handbook.analysis.agile.resampling import amounts_done, times_to_finish
from handbook.analysis.agile.throughput import Week, weeks
from handbook.analysis.agile.work import Work
from handbook.analysis.words import count
from handbook.schedule.simulation.percentile import chance, percentile

SHARES = (0.5, 0.8, 0.85, 0.95)
"""The chances for which dates are told."""

LEAST_WEEKS = 3
"""With fewer weeks of history there is no forecast."""

SOUND_WEEKS = 5
"""With fewer there is a remark: the median of anything lies between the least and the greatest of five random
values in 15 of 16 cases (Hubbard, "How to Measure Anything", the rule of five)."""

TRIALS, SEED = 10_000, 1


@dataclass(frozen=True)
class BacklogForecast:
    """The forecast of ``remaining`` items from a day on; ``growing`` if as many keep coming in as did.

    ``why`` tells why there is no forecast; empty if there is one. Days are counted from the status date.
    """

    remaining: int
    day: date
    weeks: tuple[Week, ...]
    growing: bool = False
    trials: int = TRIALS
    seed: int = SEED

    @cached_property
    def why(self) -> str:
        """Why there is no forecast, in a reader's words; empty if there is one."""
        if len(self.weeks) < LEAST_WEEKS:
            found = count(len(self.weeks), "whole week")
            return f"a forecast needs {count(LEAST_WEEKS, 'whole week')} of work, and there is {found}"
        if not any(week.done for week in self.weeks):
            return f"nothing was finished in the last {count(len(self.weeks), 'week')}"
        return ""

    @property
    def caution(self) -> str:
        """What a reader should know of a forecast that rests on little; empty if there is nothing."""
        if self.why or len(self.weeks) >= SOUND_WEEKS:
            return ""
        return f"it rests on {count(len(self.weeks), 'week')} only and will move"

    @cached_property
    def days(self) -> tuple[float, ...]:
        """Days until all is done in each trial, the shortest first; ``inf`` where it never is."""
        if self.why and self.remaining:
            return ()
        steps = [float(week.done - (week.added if self.growing else 0)) for week in self.weeks]
        found = times_to_finish(steps, self.remaining, self.trials, self.seed)
        return tuple(7 * one if not isfinite(one) else ceil(round(7 * one, 9)) for one in found)

    def date_at(self, share: float) -> date | None:
        """The day by which all is done with a chance; None without a forecast, or beyond ten years."""
        if not self.days:
            return None
        return later(self.day, percentile(self.days, share))

    def chance_by(self, day: date) -> float | None:
        """The chance that all is done by the end of a day; None without a forecast."""
        left = (day - self.day).days
        return chance(self.days, left) if self.days else None

    def items_by(self, day: date, share: float) -> int | None:
        """How many items are done by the end of a day with a chance, if there are so many.

        None without a forecast, and for a day that has passed.
        """
        left = (day - self.day).days
        if self.why or left < 0:
            return None
        done = amounts_done([float(week.done) for week in self.weeks], left / 7, self.trials, self.seed)
        return floor(round(percentile(done, 1 - share), 9))


def later(day: date, days: float) -> date | None:
    """The day some days after another; None if it never comes, or not before the calendar ends."""
    if not isfinite(days) or days > (date.max - day).days:
        return None
    return day + timedelta(days=int(days))


def backlog_forecast(
    work: Work, *, growing: bool = False, number: int | None = None, trials: int = TRIALS, seed: int = SEED
) -> BacklogForecast:
    """The forecast of all that is left of a backlog, or of a number of items."""
    found = weeks(work, work.backlog.weeks)
    remaining = len(work.remaining) if number is None else number
    return BacklogForecast(remaining, work.day, found, growing, trials, seed)
