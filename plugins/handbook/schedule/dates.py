"""Dates of a forward pass: when everything starts and finishes, and why."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.schedule.drivers import Driver, DriverKind, driver
from handbook.schedule.logic import Logic
from handbook.schedule.network import Link, Network


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """The forecast of all activities, in columns by index, as instants.

    Attributes:
        network, project_start, status: what it was made for.
        start, finish: the forecast: actual dates where there are, late ones for ALAP, early ones otherwise.
    """

    network: Network
    project_start: int
    status: int | None
    start: tuple[int, ...]
    finish: tuple[int, ...]
    _logic: Logic
    _reasons: list[int]

    @property
    def logic(self) -> Logic:
        """The network made ready for the passes, as the dates were made from it."""
        return self._logic

    def driver(self, at: int) -> Driver:
        """What drives the start of the activity with an index."""
        if at in self._logic.tree.children:
            members = self._logic.tree.children[at]
            return Driver(DriverKind.MEMBER, activity=min(members, key=self.start.__getitem__))
        return driver(self._reasons[at], at, self.network.links)

    def decisive(self, link: Link) -> int:
        """Index of the activity that gives a link its date: its predecessor, or the decisive one inside."""
        at = link.pred
        while at in self._logic.tree.children:
            members = self._logic.tree.children[at]
            if link.type.from_finish:
                at = max(members, key=self.finish.__getitem__)
            else:
                at = min(members, key=self.start.__getitem__)
        return at
