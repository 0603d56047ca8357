"""Floors: how early nodes can start before their links count, for many runs at once.

`schedule.bounds` says what they are. They differ from run to run only behind work that must finish on a date
before the start of the project.
"""

from __future__ import annotations

import numpy as np

from handbook.schedule.bounds import LOWER, ON_FINISH
from handbook.schedule.logic import before
from handbook.schedule.nodes import Kind
from handbook.schedule.simulation.ground import Ground
from handbook.schedule.simulation.stream import Ints, least


class Floors:
    """The positions before which no link and no constraint is needed to hold nodes back."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        own = {node: at for node in ground.logic.order if (at := self._own(node)) is not None}
        self._instants = self._spread(own) if own else {}

    def position(self, node: int) -> Ints:
        """By run, the position before which a node cannot start whatever its links say."""
        clock = self._ground.clock(node)
        if node in self._instants:
            return clock.position(self._instants[node])
        return self._ground.all(clock.calendar.position(self._ground.bounds.project_start))

    def _own(self, node: int) -> Ints | None:
        """The instants that a date of its own, before the project's start, puts the start of a node at."""
        logic, start = self._ground.logic, self._ground.bounds.project_start
        kind = logic.nodes.kinds[node]
        if kind is Kind.FIRST or kind is Kind.LAST:
            return None
        activity = logic.network.activities[node]
        dated = activity.actual_start if kind is Kind.BEGUN else None
        if dated is None and activity.constraint in LOWER:
            dated = activity.constraint_at
        if dated is None or dated >= start:
            return None
        if activity.constraint in ON_FINISH and dated == activity.constraint_at:
            clock, length = self._ground.clock(node), self._ground.length(node)
            begun = clock.start_at(self._ground.all(clock.calendar.position(dated)) - length)
            return np.where(np.greater(length, 0), begun, dated)
        return self._ground.all(dated)

    def _spread(self, own: dict[int, Ints]) -> dict[int, Ints]:
        """What follows a node that may start early may follow it there."""
        logic = self._ground.logic
        found: dict[int, Ints] = {}
        for node in logic.order:
            candidates = [found[one] for one in before(logic, node) if one in found]
            if node in own:
                candidates.append(own[node])
            if candidates:
                found[node] = least(candidates)
        return found
