"""Completeness: what may not be called missing, because it is there but was not read or may not be shown."""

from handbook.records.book import Book
from handbook.records.record import Record


def is_complete(book: Book, project: str | None) -> bool:
    """Whether every record of a project, or of the organisation if none is named, was read.

    A rule that finds a counterpart missing (an issue for a risk that occurred) asks this first: the record
    that could not be read may be the one.
    """
    scope = (project or "").casefold()
    return not any(address.rpartition("/")[0] == scope for address in (*book.broken, *book.withheld))


def is_written(record: Record, *path: str | int) -> bool:
    """Whether the file has a value at ``path``, even one that was wrong and is missing from the record."""
    return record.place(*path) != record.place(*path[:-1], "\0")
