"""Influences: what moves a date, from the runs of a simulation."""

from collections.abc import Iterator

from handbook.analysis.forecast.cases import Case
from handbook.analysis.forecast.forecast import Influence
from handbook.schedule.simulation.measures import Swing, cruciality, date_swings, event_swings, swings
from handbook.schedule.simulation.simulated import Simulated
from handbook.schedule.simulation.stream import Ints

_MOST = 30
_SURE = 3.0
"""Standard errors that an influence must exceed to count as one."""
_LEAST = 0.05
"""Working days that an influence must exceed: less is told as none."""


def influences(case: Case, found: Simulated, finishes: Ints, day: int) -> list[Influence]:
    """What moves a date by more than chance would, the strongest first.

    ``finishes`` are its positions in the project's calendar by run, ``day`` are the minutes of a working day.
    """
    asked = _Influences(case, found, finishes - finishes.min(), day)
    return sorted(asked.all(), key=lambda one: -abs(one.swing))[:_MOST]


class _Influences:
    def __init__(self, case: Case, found: Simulated, late: Ints, day: int) -> None:
        self._case, self._found, self._late, self._day = case, found, late, day

    def all(self) -> Iterator[Influence]:
        """Those of tasks, of risks, and of dates of other projects."""
        yield from self._of_tasks()
        yield from self._of_risks()
        yield from self._of_waits()

    def _of_tasks(self) -> Iterator[Influence]:
        inputs = self._case.inputs
        crucial = cruciality(self._found, self._late)
        for row, swing in enumerate(swings(self._found, self._late)):
            if self._counts(swing):
                critical = self._found.criticality.get(inputs.uncertain.spreads[row].key, 0.0)
                measures = (round(critical, 4), round(crucial[row], 4))
                yield Influence("task", inputs.tasks[row].address, *self._apart(swing), *measures)

    def _of_risks(self) -> Iterator[Influence]:
        inputs = self._case.inputs
        for row, swing in enumerate(event_swings(self._found, self._late)):
            if self._counts(swing):
                probability = round(inputs.uncertain.events[row].probability, 4)
                apart = self._apart(swing)
                yield Influence("risk", inputs.risks[row].address, *apart, probability=probability)

    def _of_waits(self) -> Iterator[Influence]:
        """The dates of other projects; of several ties to the same item, the one that moves most."""
        draft = self._case.settled.draft
        ties = zip(draft.ties, draft.links, strict=False)
        items = {draft.activities[link.pred].key: tie.target for tie, link in ties if tie.inside is None}
        found: dict[str, Influence] = {}
        for key, swing, crucial in date_swings(self._found, self._late):
            item = items[key]
            if self._counts(swing):
                address = "" if item.withheld else item.address
                apart = self._apart(swing)
                one = Influence("wait", address, *apart, cruciality=round(crucial, 4))
                found[item.address] = max(one, found.get(item.address, one), key=lambda it: abs(it.swing))
        yield from found.values()

    def _counts(self, swing: Swing) -> bool:
        """Whether a swing is beyond chance, and large enough to be told."""
        return abs(swing.high - swing.low) > max(_SURE * swing.error, _LEAST * self._day)

    def _apart(self, swing: Swing) -> tuple[float, float]:
        """How far the ends of a swing are from the mean finish, in working days."""
        mean, day = int(self._late.sum()) / len(self._late), self._day
        return round((swing.low - mean) / day, 2), round((swing.high - mean) / day, 2)
