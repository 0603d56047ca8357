"""The backward pass from one chosen activity, for many runs at once; see `schedule.target_float`.

Only one question is asked of it, too: in which runs is an activity critical to the target, that is, has no
float left to it.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from handbook.schedule.bounds import ON_FINISH
from handbook.schedule.calendar import FAR
from handbook.schedule.simulation.backward import BackwardPass
from handbook.schedule.simulation.forward import ForwardPass
from handbook.schedule.simulation.ground import Ground
from handbook.schedule.simulation.stream import Ints

_FAR_OFF = FAR // 2
"""Beyond this a limit, less the lags on the way to it, is none."""


class PassToward(BackwardPass):
    """Late positions that only the finish of one activity sets, in all runs."""

    def __init__(self, ground: Ground, found: ForwardPass, target: int) -> None:
        """``found`` is what was planned; ``target`` is the index of an activity."""
        self._target = target
        self._slack: dict[int, Ints] = {}
        dated = ground.bounds._replace(finish_limits={}, group_limits={})
        super().__init__(replace(ground, bounds=dated), found, ground.all(FAR))

    def total_float(self, node: int, planned: ForwardPass) -> Ints:
        """Float to the target, in minutes of the activity's calendar; far off where nothing leads to it."""
        return self._slack.get(node, self._far)

    def _open_limits(self, end: Ints) -> list[Ints]:
        limits = [self._far] * (2 * len(self._nodes.kinds))
        limits[2 * self._target + 1] = self._found.position(2 * self._target + 1)
        return limits

    def _is_reached(self, node: int) -> bool:
        return any(self._limits[source] is not self._far for source in (2 * node, 2 * node + 1))

    def _work(self, node: int) -> None:
        limits, length = self._limits, self._ground.length(node)
        finish = np.minimum(limits[2 * node + 1], limits[2 * node] + length)
        self._slack[node] = finish - self._found.position(2 * node + 1)
        if node in self._ground.bounds.demanded:
            constraint, demanded = self._ground.constraint(node)
            finish = np.minimum(finish, demanded if constraint in ON_FINISH else demanded + length)
        self._press_on(node, finish - length, finish)

    def _begun(self, node: int) -> None:
        """Work that says when it began waits for nothing any more."""
        far = self._nodes.progress[node]
        if far.finished:
            return
        start, finish = self._limits[2 * node], self._limits[2 * node + 1]
        self._slack[node] = finish - self._found.position(2 * node + 1)
        if far.start is None and far.finish is None:
            length = self._ground.length(node)
            start = np.minimum(start, finish - length - far.done)
            self._press_on(node, start, start + length)

    def _press_on(self, node: int, start: Ints, finish: Ints) -> None:
        """Press, without runs in which nothing of the target hangs on the node."""
        is_free = finish > _FAR_OFF
        if is_free.all():
            return
        if is_free.any():
            start, finish = np.where(is_free, FAR, start), np.where(is_free, FAR, finish)
        self._press(node, start, finish)
