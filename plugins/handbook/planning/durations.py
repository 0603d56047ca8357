"""How long tasks take, from what their records say."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from handbook.planning.parties import Parties
from handbook.planning.week import Measure
from handbook.records.kinds.task import Task
from handbook.records.types.duration import Duration


class Length(NamedTuple):
    """A length of work in minutes: working minutes, or minutes of the clock if ``elapsed``."""

    minutes: int
    elapsed: bool = False


class Durations:
    """Turns durations into minutes; a day is a normal day of the project, whoever does the work."""

    def __init__(self, measure: Measure, parties: Parties) -> None:
        self._measure = measure
        self._parties = parties
        self._known: dict[tuple[Decimal, str, bool], int] = {}

    def minutes(self, duration: Duration) -> int:
        """The minutes of a duration."""
        key = (duration.amount, duration.unit, duration.elapsed)
        if key not in self._known:
            self._known[key] = duration.minutes(self._measure.day, self._measure.week)
        return self._known[key]

    def length(self, task: Task, doers: Mapping[str, float]) -> Length | None:
        """How long a task takes: its duration, the likely one, or its effort shared by those who do it."""
        given = task.duration or (task.estimate.likely if task.estimate else None)
        if given is not None:
            return Length(self.minutes(given), given.elapsed)
        if task.effort is None or not (units := self._units(doers)):
            return None
        return Length(int(self.minutes(task.effort) / units + 0.5))

    def remaining(self, task: Task, length: Length) -> int | None:
        """The minutes still needed, counted by the clock that the whole length is counted by."""
        left = task.remaining
        return None if left is None else self.minutes(Duration(left.amount, left.unit, length.elapsed))

    def _units(self, doers: Mapping[str, float]) -> float:
        """Full times that work on a task, one if nobody is named; nobody gives more than they have."""
        if not doers:
            return 1.0
        return sum(min(units, self._capacity(party, units)) for party, units in doers.items())

    def _capacity(self, party: str, otherwise: float) -> float:
        """Full times that a person, role or team can give; ``otherwise`` if that is not known."""
        found = self._parties.capacity(party)
        return otherwise if found is None else found
