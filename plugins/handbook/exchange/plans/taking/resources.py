"""Those who do the work of a plan, as far as the audience may know them."""

from datetime import date
from decimal import Decimal

from handbook.exchange.plans.model import PlanResource
from handbook.exchange.plans.notes import Notes
from handbook.exchange.plans.taking.calendars import CalendarParts
from handbook.exchange.plans.taking.known import ORIGIN, number_of
from handbook.planning.parties import Parties
from handbook.records.book import Book
from handbook.records.kinds.person import Person
from handbook.records.kinds.role import Role
from handbook.records.kinds.team import Team
from handbook.records.types.money import Money

_PARTIES = ("person", "role", "team")


class ResourceParts:
    """Resources by their keys, which are addresses; each is made when it is asked for."""

    def __init__(
        self, book: Book, calendars: CalendarParts, usual: str, day_minutes: int, currency: str, notes: Notes
    ) -> None:
        self._book = book
        self._parties = Parties(book)
        self._calendars = calendars
        self._usual = usual
        self._day_minutes = day_minutes
        self._currency = currency
        self._notes = notes
        self.found: dict[str, PlanResource] = {}

    def key(self, party: str) -> str:
        """The key of a party; empty if it is unknown or not for this audience."""
        record = self._book.find(party, None, _PARTIES)
        if record is None or record.withheld or not isinstance(record, Person | Role | Team):
            return ""
        if record.address not in self.found:
            self.found[record.address] = self._part(record)
        return record.address

    def name(self, party: str | None) -> str:
        """What a party is called; empty if it is unknown or not for this audience."""
        record = self._book.find(party, None, _PARTIES) if party else None
        return "" if record is None or record.withheld else record.label

    def _part(self, record: Person | Role | Team) -> PlanResource:
        units = self._parties.capacity(record.address)
        rate = record.rate if isinstance(record, Person) else None
        return PlanResource(
            key=record.address,
            name=record.label,
            kind="person" if isinstance(record, Person) else "team" if isinstance(record, Team) else "role",
            code=record.address,
            email=(record.email or "") if isinstance(record, Person) else "",
            group=self._group(record),
            units=1.0 if units is None else units,
            rate=None if rate is None else self._hourly(record, rate),
            calendar=self._calendar(record),
            absences=_absences(record),
            notes=record.notes,
            number=number_of(record.known_as.get(ORIGIN, "")),
        )

    def _group(self, record: Person | Role | Team) -> str:
        if not isinstance(record, Person) or not record.team:
            return ""
        return self.name(f"team/{record.team.removeprefix('team/')}")

    def _calendar(self, record: Person | Role | Team) -> str:
        key = self._calendars.key(record.calendar) if isinstance(record, Person) else ""
        return "" if key == self._usual else key

    def _hourly(self, record: Person | Role | Team, rate: Money) -> Decimal | None:
        if rate.currency not in (None, self._currency):
            self._notes.add(0, f"not written: the rate of {record.label}, which is in {rate.currency}")
            return None
        return rate.amount * 60 / self._day_minutes


def _absences(record: Person | Role | Team) -> tuple[tuple[date, date], ...]:
    leave = record.leave if isinstance(record, Person) else ()
    return tuple((one.from_, one.to) for one in leave if one.from_ <= one.to)
