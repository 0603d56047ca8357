"""The pool: the people and teams that work of several projects draws on."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise

from handbook.planning.parties import Parties
from handbook.planning.presence import Presence
from handbook.planning.staffing import Doers
from handbook.records.kinds.person import Person
from handbook.records.kinds.role import Role
from handbook.records.kinds.team import Team
from handbook.schedule import WorkingCalendar
from handbook.schedule.instants import instant
from handbook.schedule.levelling import FULL_TIME, Absence, Resource

Party = Person | Team


class Pool:
    """People, and the teams that are assigned to something as a whole.

    What a member of such a team does counts in the team, too. Who is not known, or has no time, is always
    there and gets no place in the pool.
    """

    def __init__(self, parties: Parties, assigned: Iterable[str]) -> None:
        """``assigned`` are the references by which anything is assigned to anybody."""
        self._parties = parties
        found = [self._party(name) for name in dict.fromkeys(assigned)]
        self._teams = {one.id: one for one in found if isinstance(one, Team) and self._capacity(one)}
        self._teams_of: dict[str, list[str]] = {}
        for team in self._teams.values():
            for person in parties.members(team):
                self._teams_of.setdefault(person.id, []).append(team.id)
        people = {one.id: one for one in found if isinstance(one, Person) and self._capacity(one)}
        self.members: tuple[Party, ...] = (*people.values(), *self._teams.values())
        self._index = {(one.kind, one.id): at for at, one in enumerate(self.members)}

    def demands(self, doers: Doers) -> tuple[tuple[int, int], ...]:
        """What those who do a task give: (index of a member, percent of a full time).

        Nobody gives more than they have.
        """
        units: dict[int, int] = {}
        for name, share in doers.items():
            for at in self._places(name):
                units[at] = units.get(at, 0) + round(FULL_TIME * share)
        return tuple((at, min(one, self._capacity(self.members[at]))) for at, one in units.items())

    def resources(self, presence: Presence, largest: Mapping[int, int], first: date) -> tuple[Resource, ...]:
        """The members as the engine knows them.

        ``largest`` is the most that one task asks of each; a team can always give as much, be somebody away
        or not: work goes on with those who are there. Absences count from ``first`` on.
        """
        return tuple(
            Resource(
                (one.kind, one.id),
                presence.person(one) if isinstance(one, Person) else presence.base,
                self._capacity(one),
                tuple(self._absences(one, largest.get(at, 0), first)) if isinstance(one, Team) else (),
            )
            for at, one in enumerate(self.members)
        )

    def _places(self, name: str) -> Iterator[int]:
        one = self._party(name)
        if one is None or (one.kind, one.id) not in self._index:
            return
        yield self._index[one.kind, one.id]
        if isinstance(one, Person):
            yield from (self._index["team", team] for team in self._teams_of.get(one.id, ()))

    def _party(self, name: str) -> Party | None:
        """The person or team that a reference means; of a role its holder."""
        found = self._parties.find(name)
        if isinstance(found, Role):
            return next(iter(self._parties.people(name) or ()), None)
        return found

    def _capacity(self, one: Party) -> int:
        if isinstance(one, Team) and one.capacity is None:
            return round(FULL_TIME * sum(person.capacity for person in self._parties.members(one)))
        return round(FULL_TIME * (one.capacity or 0))

    def _absences(self, team: Team, largest: int, first: date) -> Iterator[Absence]:
        """The times in which members are away; never more than leaves what one task asks for.

        Members with work of their own are left out: that counts in the team through their leave as it is.
        """
        if team.capacity is not None:
            return
        people = [one for one in self._parties.members(team) if ("person", one.id) not in self._index]
        leaves = [(leave, one) for one in people for leave in one.leave if leave.to >= first]
        days = sorted({day for leave, _ in leaves for day in (leave.from_, leave.to + timedelta(1))})
        spare = max(0, self._capacity(team) - largest)
        for start, finish in pairwise(days):
            away = {one.id: one.capacity for leave, one in leaves if leave.from_ <= start <= leave.to}
            missing = min(spare, round(FULL_TIME * sum(away.values())))
            if missing:
                yield Absence(instant(start, 0), instant(finish, 0), missing)


def employed(people: Iterable[Person], calendar: WorkingCalendar, first: date, last: date) -> WorkingCalendar:
    """A calendar without the days, from ``first`` to ``last``, on which one of ``people`` has no contract."""
    away: set[int] = set()
    for person in people:
        if person.from_ and person.from_ > first:
            away.update(range(first.toordinal(), min(person.from_, last).toordinal()))
        if person.to and person.to < last:
            away.update(range(max(person.to, first).toordinal() + 1, last.toordinal() + 1))
    if not away:
        return calendar
    return WorkingCalendar(calendar.week, {**calendar.exceptions, **dict.fromkeys(sorted(away), ())})
