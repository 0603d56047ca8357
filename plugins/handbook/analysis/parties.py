"""Parties: who stands behind a reference to a person, a role or a team."""

from handbook.records.book import Book
from handbook.records.kinds.role import Role
from handbook.records.kinds.team import Team


def stands_for(book: Book, party: str) -> frozenset[str]:
    """Addresses, in lower case, of all that a party may mean: itself, a role's holder, a team's lead."""
    record = book.find(party, None, ("person", "role", "team"))
    if record is None:
        return frozenset([party.casefold()])
    behind = record.holder if isinstance(record, Role) else record.lead if isinstance(record, Team) else None
    person = book.find(behind, None, ("person",)) if behind else None
    return frozenset(one.address.casefold() for one in (record, person) if one)


def is_same(book: Book, one: str, other: str) -> bool:
    """Whether two references mean the same party, be it once by name and once by role."""
    return not stands_for(book, one).isdisjoint(stands_for(book, other))


def label(book: Book, party: str) -> str:
    """What a reader calls a party; the reference itself if it is not known."""
    record = book.find(party, None, ("person", "role", "team"))
    return record.label if record else party
