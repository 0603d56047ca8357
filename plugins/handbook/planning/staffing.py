"""Staffing: who does each task, and who could do it instead."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, islice, product
from math import ceil

from handbook.planning.parties import Parties
from handbook.records.kinds.levelled import LevelledEntry
from handbook.records.kinds.person import Person
from handbook.records.kinds.role import Role
from handbook.records.kinds.task import Task
from handbook.records.kinds.team import Team

MOST_CHOICES = 24
"""So many ways to staff a task are looked at, in the order in which they are written."""

_ROUNDING = 1e-3

Doers = Mapping[str, float]
"""Who does a task, by reference, with the share of full time that they give to it."""


class Staffing:
    """Who does the tasks of one project: as the levelled schedule says, else as the plan assumes."""

    def __init__(self, parties: Parties, entries: Mapping[str, LevelledEntry], status_date: date) -> None:
        """``entries`` are those of the levelled schedule, by the ids of tasks in lower case."""
        self.entries = entries
        self._parties = parties
        self.status_date = status_date

    def of(self, task: Task) -> Doers:
        """Who does a task: those who were chosen if they still may be, else those it names first."""
        return self.chosen(task) or task.doers

    def is_known(self, party: str) -> bool:
        """Whether it is known how much time a party has."""
        return bool(self._parties.capacity(party))

    def chosen(self, task: Task) -> Doers | None:
        """Whom the levelled schedule chose for a task; None if it chose nobody who fits its record.

        Those assigned stand in it as they are written, or a role or team has people in its place; and one of
        those who may do it stands in it. Skills are not looked at: not every audience may see them, and all
        must see the same plan.
        """
        entry = self.entries.get(task.id.casefold())
        if entry is None or not entry.by:
            return None
        extras = [{party: units} for party, units in task.one_of.items()] or [{}]
        fits = any(self._fits(_plain(entry.by), _together((task.assigned, extra))) for extra in extras)
        return entry.by if fits else None

    def _fits(self, rest: dict[str, float], wanted: Doers) -> bool:
        """Whether what is left, without those wanted, are people in the place of roles and teams."""
        open_units = 0.0
        for party, units in _plain(wanted).items():
            if rest.get(party) == units:
                del rest[party]
            elif isinstance(self._parties.find(party), Role | Team):
                open_units += units
            else:
                return False
        strange = [party for party in rest if not isinstance(self._parties.find(party), Person)]
        return not strange and abs(sum(rest.values()) - open_units) < _ROUNDING

    def choices(self, task: Task) -> tuple[Doers, ...]:
        """All ways to staff a task, at most `MOST_CHOICES`, in order of preference.

        One of those in ``one_of`` is added to those assigned. An assigned role or team with ``skills`` is
        whoever holds them all: of those who can fill the role one, of the members of the team as many as
        the share needs. Nobody is left out where nobody holds them, and who has left is not asked.
        """
        options = [list(self._options(party, units, task)) for party, units in task.assigned.items()]
        if task.one_of:
            options.append([{party: units} for party, units in task.one_of.items()])
        ways = (_together(way) for way in product(*options))
        unlike = {tuple(sorted(way.items())): way for way in islice(ways, MOST_CHOICES)}
        return tuple(unlike.values())

    def _options(self, party: str, units: float, task: Task) -> Iterator[Doers]:
        record = self._parties.find(party) if task.skills else None
        if isinstance(record, Role):
            able = self._able(self._parties.fillers(record), task.skills)
            holder = self._parties.people(party) or ()
            yield from ({party if one in holder else f"@{one.id}": units} for one in able)
        elif isinstance(record, Team):
            number = max(1, ceil(units))
            able = self._able(self._parties.members(record), task.skills)
            for group in combinations(able, number):
                yield {f"@{one.id}": units / number for one in group}
            able = able if len(able) >= number else []
        else:
            able = []
        if not able:
            yield {party: units}

    def _able(self, people: Sequence[Person], skills: Sequence[str]) -> list[Person]:
        wanted = {skill.casefold() for skill in skills}
        return [
            one
            for one in people
            if wanted <= {skill.casefold() for skill in one.skills}
            and not (one.to and one.to < self.status_date)
        ]


def same(one: Doers, other: Doers) -> bool:
    """Whether two ways to staff a task are the same."""
    return _plain(one) == _plain(other)


def _together(way: Sequence[Doers]) -> Doers:
    """Several shares of the same party are one."""
    found: dict[str, float] = {}
    for doers in way:
        for party, units in doers.items():
            found[party] = found.get(party, 0.0) + units
    return found


def _plain(doers: Doers) -> dict[str, float]:
    return {party.casefold(): round(units, 4) for party, units in doers.items()}
