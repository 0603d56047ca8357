"""Starts and finishes of activities and groups, and the end of the project, for many runs at once."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from handbook.schedule.nodes import Kind
from handbook.schedule.simulation.forward import ForwardPass
from handbook.schedule.simulation.ground import Ground
from handbook.schedule.simulation.stream import Ints, greatest, least


class Spans:
    """The instants that a forward pass found, by index of the activity or group (`schedule.rollup`)."""

    def __init__(self, ground: Ground, found: ForwardPass) -> None:
        self._ground = ground
        self._found = found

    def start(self, at: int) -> Ints:
        """Starts; of a group the earliest inside it."""
        children = self._ground.logic.tree.children.get(at)
        if children is None:
            return self._found.instant(2 * at)
        return least(self.start(child) for child in children)

    def finish(self, at: int) -> Ints:
        """Finishes; of a group the latest inside it, or where a link or a date holds its end."""
        children = self._ground.logic.tree.children.get(at)
        if children is None:
            return self._found.instant(2 * at + 1)
        ends = [self.finish(child) for child in children]
        last = self._ground.logic.nodes.last.get(at)
        return greatest(ends if last is None else [*ends, self._found.instant(2 * last)])

    def end(self) -> Ints:
        """The latest finish of all."""
        return greatest([*self._own_instants(), *self._by_clock()])

    def _own_instants(self) -> Iterator[Ints]:
        """Finishes that are known as instants already, and those of groups that something holds open."""
        yield self._ground.all(self._ground.bounds.project_start if not self._ground.logic.order else 0)
        for node, kind in enumerate(self._ground.logic.nodes.kinds):
            known = self._found.known_instant(2 * node + 1)
            if known is not None and kind in {Kind.WORK, Kind.BEGUN, Kind.LAST}:
                yield known

    def _by_clock(self) -> Iterator[Ints]:
        """The latest finish in each calendar of what is known as positions: one look-up for all of it."""
        latest: dict[int, Ints] = {}
        for node, kind in enumerate(self._ground.logic.nodes.kinds):
            if kind not in {Kind.WORK, Kind.BEGUN} or self._found.known_instant(2 * node + 1) is not None:
                continue
            position = self._found.position(2 * node + 1)
            number = id(self._ground.logic.nodes.calendars[node])
            if number in latest:
                np.maximum(latest[number], position, out=latest[number])
            else:
                latest[number] = position.copy()
        return (self._ground.clocks[number].finish_at(position) for number, position in latest.items())
