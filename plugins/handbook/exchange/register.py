"""A register: all records of a kind as one table."""

from collections.abc import Sequence
from dataclasses import dataclass

from handbook.exchange.editing.writing import flow
from handbook.exchange.written import Plain, written
from handbook.loading.marks import fields
from handbook.records.book import Book
from handbook.records.kind import Kind
from handbook.records.record import Record

_COMMON = tuple(fields(Record))

SEPARATOR = "; "
"""Stands between the items of a list in one cell."""


@dataclass(frozen=True, slots=True)
class Row:
    """One record: where it belongs, and its fields as they are written."""

    record: Record
    fields: dict[str, Plain]

    def cell(self, column: str) -> str:
        """The text of a cell; empty if the record does not say it."""
        if column == "project":
            return self.record.project or ""
        if column == "id":
            return self.record.id
        return cell_text(self.fields[column]) if column in self.fields else ""


@dataclass(frozen=True, slots=True)
class Register:
    """All records of a kind in the order they were written, with the columns that any of them fills."""

    kind: Kind
    rows: tuple[Row, ...]

    @property
    def name(self) -> str:
        """What its file is called: that of the records (``risks``), or the kind for those inside others."""
        file = "" if self.kind.under else self.kind.file
        return file.removesuffix(".yml") or self.kind.name

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns: project, id and title, what the kind adds, and what every record has."""
        used = {name for row in self.rows for name in row.fields}
        place = ("id",) if self.kind.organisation else ("project", "id")
        own = [name for name in fields(self.kind.model) if name not in _COMMON]
        return (*place, *(name for name in ("title", *own, *_COMMON[1:]) if name in used))


def register(book: Book, kind: Kind, projects: Sequence[str] = ()) -> Register:
    """The records of a kind in a book, of all projects or of those that are named; blanks are left out."""
    wanted = {project.casefold() for project in projects}
    records = (record for record in book.of(kind.model) if not record.withheld)
    chosen = (r for r in records if not wanted or kind.organisation or (r.project or "").casefold() in wanted)
    return Register(kind, tuple(Row(record, written(record)) for record in chosen))


def cell_text(value: Plain) -> str:
    """A value as the text of a cell: items between semicolons, groups of fields in YAML's brackets."""
    if isinstance(value, dict):
        return flow(_texts(value))
    if isinstance(value, list):
        if any(isinstance(item, (dict, list)) or SEPARATOR.strip() in str(item) for item in value):
            return flow(_texts(value))
        return SEPARATOR.join(_text(item) for item in value)
    return _text(value)


def _texts(value: Plain) -> Plain:
    if isinstance(value, dict):
        return {name: _texts(item) for name, item in value.items()}
    return [_texts(item) for item in value] if isinstance(value, list) else _text(value)


def _text(value: Plain) -> str:
    """A scalar as it is written in files."""
    return str(value).lower() if isinstance(value, bool) else str(value)
