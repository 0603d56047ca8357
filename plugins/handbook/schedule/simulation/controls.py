"""Control variates: means over some of the runs, without the luck that those runs had with other inputs.

In the runs in which one task takes long, the others happen to take a little more or less than on average.
What that did to the outcome is estimated by least squares and taken off (Lavenberg and Welch, "A perspective
on the use of control variables", 1981). It changes no expected value, since the others are independent of the
one; those that are not, because they are in its group, are left as they are.
"""

from __future__ import annotations

import numpy as np

from handbook.schedule.simulation.simulated import Simulated
from handbook.schedule.simulation.stream import Flags, Floats, Ints

_MOST = 60
"""Inputs whose luck is taken off: the others have little to say."""


class Controls:
    """Means of an outcome; rows are those of spreads, then those of events.

    Attributes:
        whole: the mean over all runs.
        deviation: the standard deviation of what no input explains.
    """

    def __init__(self, found: Simulated, outcome: Ints, importance: list[float]) -> None:
        """``importance`` says by spread which are worth it."""
        spreads = len(importance)
        chosen = sorted(range(spreads), key=lambda row: -abs(importance[row]))[:_MOST]
        self._rows = [*chosen, *range(spreads, spreads + min(len(found.draws.occurred), _MOST))]
        self._groups = [spread.group for spread in found.uncertain.spreads] + [""] * len(found.draws.occurred)
        self._outcome = outcome
        self.whole = int(outcome.sum()) / len(outcome)
        self._inputs = np.array([self._input(found, row, spreads) for row in self._rows])
        self._inputs = self._inputs.reshape(len(self._rows), len(outcome))
        late = outcome.astype(np.float64) - self.whole
        gram = self._inputs @ self._inputs.T + np.eye(len(self._rows)) * 1e-9
        self._slopes: Floats = np.linalg.solve(gram, self._inputs @ late).astype(np.float64)
        self.deviation = float(np.sqrt(np.mean((late - self._slopes @ self._inputs) ** 2)))

    def mean(self, chosen: Flags, row: int | None) -> float:
        """The mean over some of the runs, chosen by the input of a row, or by something else that varies."""
        luck = self._inputs[:, chosen].mean(axis=1) * self._slopes
        if row is not None:
            luck[self._own(row)] = 0.0
        return float(self._outcome[chosen].mean() - luck.sum())

    def _own(self, row: int) -> list[int]:
        """The rows of an input and of all in its group."""
        group = self._groups[row]
        return [
            at for at, one in enumerate(self._rows) if one == row or (group and self._groups[one] == group)
        ]

    @staticmethod
    def _input(found: Simulated, row: int, spreads: int) -> Floats:
        """An input by run, from its mean: the length of a spread, or the delay of an event in strata."""
        if row < spreads:
            values = found.draws.lengths[row].astype(np.float64)
        else:
            event = row - spreads
            values = found.draws.occurred[event] * (1.0 + found.draws.severities[event] / found.runs)
        centred: Floats = values - values.mean()
        return centred
