"""A book with a few records changed, as if their files said something else; nothing is written."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from handbook.records.book import Book
from handbook.records.record import Record


def overlaid(
    book: Book,
    changed: Iterable[Record] = (),
    without: Iterable[Record] = (),
    counted: Iterable[Record] = (),
) -> Book:
    """The book with ``changed`` records in place of those of the same kind, project and id.

    Those that are new come last. Records in ``without`` are left out. ``counted`` are those that stand in
    place of what plans count with of records that are not for the audience.
    """
    new = {_key(record): record for record in changed}
    gone = {_key(record) for record in without}
    apart = {_key(record): record for record in counted}
    records = [new.pop(_key(one), one) for one in book.records if _key(one) not in gone]
    unseen = tuple(apart.get(_key(one), one) for one in book.unseen)
    return replace(book, records=(*records, *new.values()), unseen=unseen)


def narrowed(book: Book, projects: Collection[str]) -> Book:
    """The book with nothing but the organisation's records and those of some projects, in lower case."""
    kept = (one for one in book.records if one.project is None or one.project.casefold() in projects)
    return replace(book, records=tuple(kept))


def _key(record: Record) -> tuple[str, str, str]:
    return record.kind, (record.project or "").casefold(), record.id.casefold()
