"""Parties: the people, teams and roles that work is assigned to, as a plan counts with them."""

from collections.abc import Iterable
from functools import cached_property

from handbook.records.book import Book
from handbook.records.kinds.person import Person
from handbook.records.kinds.role import Role
from handbook.records.kinds.team import Team

_PARTIES = ("person", "role", "team")


class Parties:
    """Who a reference to a person, role or team stands for, be it shown to this audience or not.

    A reference is looked up once, for the same few people stand in all tasks of a project.
    """

    def __init__(self, book: Book) -> None:
        self.book = book
        self._members: dict[str, list[Person]] | None = None
        self._found: dict[str, Person | Role | Team | None] = {}
        self._capacities: dict[str, float | None] = {}

    def find(self, party: str) -> Person | Role | Team | None:
        """The record that a reference names; None if it is unknown or ambiguous."""
        if party not in self._found:
            record = self.book.counted(party, _PARTIES)
            self._found[party] = record if isinstance(record, Person | Role | Team) else None
        return self._found[party]

    def people(self, party: str) -> list[Person] | None:
        """The people that a reference stands for: of a team its members, of a role its holder.

        None if that is not known.
        """
        record = self.find(party)
        if isinstance(record, Role):
            return self._holder(record) or None
        if isinstance(record, Team):
            return self.members(record) or None
        return [record] if isinstance(record, Person) else None

    def team(self, party: str) -> Team | None:
        """The team that a reference names, if it names one."""
        record = self.find(party)
        return record if isinstance(record, Team) else None

    def capacity(self, party: str) -> float | None:
        """Full times that a person, role or team can give; None if that is not known."""
        if party not in self._capacities:
            self._capacities[party] = self._capacity(party)
        return self._capacities[party]

    def _capacity(self, party: str) -> float | None:
        team = self.team(party)
        if team is not None and team.capacity is not None:
            return team.capacity
        people = self.people(party)
        return None if people is None else sum(person.capacity for person in people)

    def fillers(self, role: Role) -> list[Person]:
        """Who can fill a role: its holder, then all whose own record names it."""
        names = {role.id.casefold(), f"role/{role.id.casefold()}"}
        able = [one for one in self.everybody if names & {name.casefold() for name in one.roles}]
        return list({person.id: person for person in (*self._holder(role), *able)}.values())

    def members(self, team: Team) -> list[Person]:
        """The members of a team: those it lists, and those whose own record names it."""
        if self._members is None:
            self._members = {}
            for person in self.everybody:
                self._members.setdefault((person.team or "").casefold(), []).append(person)
        named = (self.book.counted(member, ("person",)) for member in team.members)
        own = self._members.get(team.id.casefold(), []) + self._members.get(f"team/{team.id.casefold()}", [])
        return list({person.id: person for person in (*named, *own) if isinstance(person, Person)}.values())

    @cached_property
    def everybody(self) -> Iterable[Person]:
        """All people; of those who are not for this audience, what remains of them."""
        unseen = {person.id: person for person in self.book.unseen if isinstance(person, Person)}
        seen = {person.id: person for person in self.book.of(Person) if person.id not in unseen}
        return tuple((unseen | seen).values())

    def _holder(self, role: Role) -> list[Person]:
        holder = self.book.counted(role.holder, ("person",)) if role.holder else None
        return [holder] if isinstance(holder, Person) else []
