"""Those who work on a plan as records: those that are there are used, others are written."""

from collections.abc import Mapping
from typing import Any

from pydantic_core import PydanticCustomError

from handbook.exchange.editing.ids import word_id
from handbook.exchange.plans.model import PlanFile, PlanResource
from handbook.exchange.plans.notes import Notes
from handbook.exchange.plans.recording.lengths import money, share
from handbook.records.book import Book
from handbook.records.kinds.person import Person
from handbook.records.kinds.role import Role
from handbook.records.kinds.team import Team
from handbook.records.record import Record
from handbook.records.types.web import read_email

_MODELS: Mapping[str, type[Record]] = {"person": Person, "team": Team, "role": Role}
Fields = dict[str, Any]


class Parties:
    """How each resource is addressed, by its key, and the records to be written by kind and id."""

    def __init__(
        self, book: Book, plan: PlanFile, calendars: Mapping[str, str], day_minutes: int, notes: Notes
    ) -> None:
        self._book = book
        self._plan = plan
        self._calendars = calendars
        self._day_minutes = day_minutes
        self._notes = notes
        self._taken = [record.id for model in _MODELS.values() for record in book.of(model)]
        self.addresses: dict[str, str] = {}
        self.records: dict[str, dict[str, Fields]] = {"person": {}, "team": {}, "role": {}}
        for one in sorted(plan.resources, key=lambda one: one.kind == "person"):
            self.addresses[one.key] = self._address(one)

    def called(self, name: str) -> str:
        """The address of whoever bears a name; empty if nobody does."""
        return next(filter(None, (self._known(kind, name) for kind in _MODELS)), "") if name else ""

    def named(self, kind: str, name: str) -> str:
        """The address of somebody called by a name, written if nobody is."""
        return self._known(kind, name) or self._written(kind, {_name_of(kind): name}, name)

    def _address(self, one: PlanResource) -> str:
        known = self._by_code(one) or self._by_mail(one) or self._known(one.kind, one.name)
        if known:
            return known
        word = one.code.lstrip("@").rpartition("/")[2] or one.name
        return self._written(one.kind, self._fields(one), word)

    def _by_code(self, one: PlanResource) -> str:
        """The address that the file knows, if somebody has it."""
        kind, name = (
            ("person", one.code[1:]) if one.code.startswith("@") else (one.kind, one.code.rpartition("/")[2])
        )
        found = self._book.get(_MODELS[kind], name) if one.code else None
        return _address_of(kind, found.id) if found else ""

    def _by_mail(self, one: PlanResource) -> str:
        mail = one.email.casefold()
        people = (
            person for person in self._book.of(Person) if mail and (person.email or "").casefold() == mail
        )
        return next((person.id for person in people), "")

    def _known(self, kind: str, name: str) -> str:
        """The address of the one of a kind that bears a name, in the book or among those to be written."""
        for record in self._book.of(_MODELS[kind]):
            if record.label.casefold() == name.casefold():
                return _address_of(kind, record.id)
        for id_, fields in self.records[kind].items():
            if fields[_name_of(kind)].casefold() == name.casefold():
                return _address_of(kind, id_)
        return ""

    def _written(self, kind: str, fields: Fields, word: str) -> str:
        id_ = word_id(word, self._taken)
        if id_ in ("", "n"):
            id_ = word_id(f"{kind} {len(self._taken)}", self._taken)
        self._taken.append(id_)
        self.records[kind][id_] = fields
        return _address_of(kind, id_)

    def _fields(self, one: PlanResource) -> Fields:
        fields: Fields = {_name_of(one.kind): one.name}
        notes = [one.notes] if one.notes else []
        if one.kind == "person":
            fields |= self._of_person(one, notes)
        elif one.kind == "team":
            fields["capacity"] = f"{min(one.units, 999):g}"
        if one.rate and one.kind != "person":
            self._notes.add(one.line, f"resource '{one.name}': not read: its rate – only people have one")
        if notes:
            fields["notes"] = "\n".join(notes)
        if one.number is not None:
            fields["known_as"] = {self._plan.origin: f"{one.number}"}
        return fields

    def _of_person(self, one: PlanResource, notes: list[str]) -> Fields:
        fields: Fields = {}
        if one.email:
            try:
                fields["email"] = read_email(one.email)
            except PydanticCustomError:
                notes.append(f"E-mail: {one.email}")
        if one.group:
            fields["team"] = self.named("team", one.group).removeprefix("team/")
        if one.units != 1:
            fields["capacity"] = share(one.units)
        if one.calendar in self._calendars:
            fields["calendar"] = self._calendars[one.calendar]
        if one.absences:
            fields["leave"] = [{"from": f"{first}", "to": f"{last}"} for first, last in one.absences]
        if one.rate:
            fields["rate"] = money(one.rate * self._day_minutes / 60, self._plan.currency)
        return fields


def _name_of(kind: str) -> str:
    return "name" if kind == "person" else "title"


def _address_of(kind: str, id_: str) -> str:
    return id_ if kind == "person" else f"{kind}/{id_}"
