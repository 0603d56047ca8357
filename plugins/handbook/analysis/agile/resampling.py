"""What may come if the future is made of the past: periods drawn from those that were, with replacement.

The bootstrap: Efron, "Bootstrap methods: another look at the jackknife", The Annals of Statistics 7 (1979);
for the throughput of teams: Vacanti, "Actionable Agile Metrics for Predictability" (2015), chapter 14.
"""

from collections.abc import Iterator, Sequence
from math import inf, isfinite
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

HORIZON = 520
"""Periods after which a trial is given up: ten years of weeks."""


def times_to_finish(steps: Sequence[float], amount: float, trials: int, seed: int) -> tuple[float, ...]:
    """How many periods it takes to do an amount, in each trial, the shortest first.

    ``steps`` is what was done in each period of the past; a step may be negative where more came in than was
    done. Within a period work is taken to be spread evenly, so that times are fractions. A trial that has not
    finished after `HORIZON` periods takes ``inf``. The same seed draws the same periods, whatever the amount:
    more is never done earlier.
    """
    import numpy as np

    if amount <= 0:
        return (0.0,) * trials
    if max(steps, default=0.0) <= 0:
        return (inf,) * trials
    level, took = np.zeros(trials), np.full(trials, inf)
    for period, step in zip(range(HORIZON), _draws(steps, trials, seed), strict=False):
        arrived = np.isinf(took) & (level + step >= amount)
        took[arrived] = period + (amount - level[arrived]) / step[arrived]
        level += step
        if not np.isinf(took).any():
            break
    return tuple(map(float, np.sort(took)))


def amounts_done(steps: Sequence[float], periods: float, trials: int, seed: int) -> tuple[float, ...]:
    """How much is done in a number of periods, in each trial, the least first.

    Of a last period that is not whole, its part counts.
    """
    import numpy as np

    total = np.zeros(trials)
    if not steps or not isfinite(periods):
        return (0.0,) * trials
    draws = _draws(steps, trials, seed)
    for _ in range(int(periods)):
        total += next(draws)
    total += (periods - int(periods)) * next(draws)
    return tuple(map(float, np.sort(total)))


def _draws(steps: Sequence[float], trials: int, seed: int) -> "Iterator[NDArray[np.float64]]":
    """For each period one step for each trial."""
    import numpy as np

    from handbook.schedule.simulation.stream import Stream

    values, stream = np.asarray(steps, dtype=np.float64), Stream(seed, "throughput")
    while True:
        yield values[(stream.uniforms(trials) * len(steps)).astype(np.int64)]
