"""Completeness: what may not be called missing, for it is there but was not read, or may not be shown."""

from collections.abc import Iterable
from functools import lru_cache

from handbook.records.book import Book
from handbook.records.kinds.calendar import Calendar
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.person import Person
from handbook.records.kinds.role import Role
from handbook.records.kinds.task import Task
from handbook.records.kinds.team import Team
from handbook.records.record import Record


def is_complete(book: Book, project: str | None, *models: type[Record]) -> bool:
    """Whether every record of a project, or of the organisation if none is named, was read.

    Records of ``models`` must have been read with all their fields. A rule that finds a counterpart missing
    (an issue for a risk that occurred) asks this first: the record that could not be read may be the one.
    """
    scope = (project or "").casefold()
    if scope in _scopes(book.broken) or scope in _scopes(book.withheld):
        return False
    return not (models and scope in _scopes(book.impaired) and _has_impaired(book, scope, models))


def is_whole(book: Book, record: Record) -> bool:
    """Whether a record may be shown and was read with all its fields."""
    return not record.withheld and f"{record.project or ''}/{record.id}".casefold() not in book.impaired


def has_sound_plan(book: Book, project: str) -> bool:
    """Whether the dates of a project follow from all that is written: work, people and calendars."""
    scopes = _scopes(book.broken) | _scopes(book.impaired)
    if project.casefold() not in scopes and "" not in scopes:
        return True
    broken = _scopes(book.broken)
    return not (
        project.casefold() in broken
        or "" in broken
        or _has_impaired(book, project.casefold(), (Task, Milestone))
        or _has_impaired(book, "", (Person, Role, Team, Calendar))
    )


def is_written(record: Record, *path: str | int) -> bool:
    """Whether the file has a value at ``path``, even one that was wrong and is missing from the record."""
    return record.place(*path) != record.place(*path[:-1], "\0")


def _has_impaired(book: Book, scope: str, models: tuple[type[Record], ...]) -> bool:
    """Whether a record of ``models`` has lost a field."""
    names = {key.rpartition("/")[2] for key in book.impaired if key.rpartition("/")[0] == scope}
    return any(book.get(model, name, scope or None) for model in models for name in names)


@lru_cache(maxsize=8)
def _scopes(addresses: Iterable[str]) -> frozenset[str]:
    """The projects of addresses, '' for the organisation."""
    return frozenset(address.rpartition("/")[0] for address in addresses)
