"""How long tasks take, from what their records say."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from handbook.planning.presence import Presence
from handbook.planning.week import Measure
from handbook.records.kinds.task import Task
from handbook.records.types.duration import Duration


class Length(NamedTuple):
    """A length of work in minutes: working minutes, or minutes of the clock if ``elapsed``."""

    minutes: int
    elapsed: bool = False


class Durations:
    """Turns durations into minutes; a day is a normal day of the project, whoever does the work."""

    def __init__(self, measure: Measure, presence: Presence) -> None:
        self._measure = measure
        self._presence = presence
        self._known: dict[tuple[Decimal, str, bool], int] = {}

    def minutes(self, duration: Duration) -> int:
        """The minutes of a duration."""
        key = (duration.amount, duration.unit, duration.elapsed)
        if key not in self._known:
            self._known[key] = duration.minutes(self._measure.day, self._measure.week)
        return self._known[key]

    def length(self, task: Task) -> Length | None:
        """How long a task takes: its duration, the likely one, or its effort shared by those assigned."""
        given = task.duration or (task.estimate.likely if task.estimate else None)
        if given is not None:
            return Length(self.minutes(given), given.elapsed)
        if task.effort is None or not (units := self._units(task.assigned)):
            return None
        return Length(int(self.minutes(task.effort) / units + 0.5))

    def remaining(self, task: Task, length: Length) -> int | None:
        """The minutes still needed, counted by the clock that the whole length is counted by."""
        left = task.remaining
        return None if left is None else self.minutes(Duration(left.amount, left.unit, length.elapsed))

    def _units(self, assigned: Mapping[str, float]) -> float:
        """Full times that work on a task, one if nobody is assigned; nobody gives more than they have."""
        if not assigned:
            return 1.0
        return sum(min(units, self._capacity(party, units)) for party, units in assigned.items())

    def _capacity(self, party: str, otherwise: float) -> float:
        """Full times that a person, role or team can give; ``otherwise`` if that is not known."""
        team = self._presence.team(party)
        if team is not None and team.capacity is not None:
            return team.capacity
        people = self._presence.people(party)
        return otherwise if people is None else sum(person.capacity for person in people)
