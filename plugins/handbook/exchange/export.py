"""Export: registers as files for other programs."""

from collections.abc import Mapping, Sequence
from types import ModuleType

from handbook.discovery import modules_in
from handbook.exchange.register import register
from handbook.records.book import Book
from handbook.records.kind import Kind, kinds

ROOM = "handbook.exchange.formats"


def formats() -> dict[str, ModuleType]:
    """All formats by the ending of their files, with the point."""
    return {module.ENDING: module for module in modules_in(ROOM)}


def export(
    book: Book, endings: Sequence[str], wanted: Sequence[Kind] = (), projects: Sequence[str] = ()
) -> dict[str, bytes]:
    """The files by their names, in each of the formats with ``endings``: the registers that are not empty.

    ``wanted`` are the kinds, all if none is named; ``projects`` the ids of projects. What the audience of the
    book may not read is not in it, and so in none of the files.
    """
    chosen = tuple(wanted) or tuple(kind for kind in kinds().values() if kind.name != "settings")
    found = [one for kind in chosen if (one := register(book, kind, projects)).rows]
    return {
        f"{name}{ending}": content
        for ending in endings
        for name, content in formats()[ending].write(found, _about(book)).items()
    }


def _about(book: Book) -> Mapping[str, str]:
    return {
        "title": book.settings.title,
        "status_date": book.status_date.isoformat(),
        "audience": book.audience,
    }
