"""Rows of a table to records: what a cell cannot say is kept as a note, and told."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from handbook.exchange.editing.ids import next_id, word_id
from handbook.exchange.importing.cells import Reader, Unclear
from handbook.exchange.importing.columns import Column, columns
from handbook.exchange.importing.days import Order, order_of
from handbook.exchange.importing.imported import Imported
from handbook.exchange.importing.people import Names, Unknown
from handbook.exchange.tables.table import Line, Table
from handbook.loading.marks import fields
from handbook.loading.validate import validated
from handbook.records.book import Book
from handbook.records.kind import Kind, kinds
from handbook.records.record import Record
from handbook.records.types.identifier import is_dated_id, is_id

_COMMON = tuple(fields(Record))
_CALLED = ("title", "name", "text", "role", "event", "what")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a table is to become: records of a kind in a project (None for the organisation's own).

    ``given`` are fields by the names of columns, ``defaults`` values by field for rows without one, ``order``
    how dates are written.
    """

    kind: Kind
    project: str | None
    given: Mapping[str, str]
    defaults: Mapping[str, str]
    order: Order | None = None


def records_of(table: Table, wish: Wish, book: Book) -> Imported:
    """The records that the rows of a table are."""
    found = Imported(columns(table.header, fields(wish.kind.model), wish.given))
    order = wish.order or order_of(cell for line in table.rows for cell in line.cells)
    ids = next((column.at for column in found.columns if column.field == "id"), None)
    coming = (line.cells[ids] for line in table.rows) if ids is not None else ()
    reader = Reader(Names(book, wish.project, coming), book.settings.scales, order)
    taken = _taken(book, wish)
    for line in table.rows:
        data = _data(line, wish, found, reader)
        if data is None:
            continue
        id_ = _id(data.pop("id", ""), data, wish.kind, taken)
        taken.append(id_)
        found.records[id_] = _checked(line, data, id_, wish, found)
    return found


def _taken(book: Book, wish: Wish) -> list[str]:
    """The ids in use: of all kinds that share a file, and of records that could not be read."""
    scope = (wish.project or "").casefold()
    sharing = [kind for kind in kinds().values() if kind.file == wish.kind.file]
    ids = [r.id for kind in sharing for r in book.of(kind.model) if (r.project or "").casefold() == scope]
    hidden = (key.partition("/") for key in (*book.broken, *book.withheld))
    return [*ids, *(name.upper() for project, _, name in hidden if project == scope)]


def _data(line: Line, wish: Wish, found: Imported, reader: Reader) -> dict[str, Any] | None:
    """The fields that a row says, with what is unclear as notes; None if the row is of another project."""
    data: dict[str, Any] = {}
    kept: list[str] = []
    for column in found.columns:
        text = line.cells[column.at]
        if not text or (column.name in wish.given and not column.field):
            continue
        if column.field == "project":
            if wish.project and text.casefold() != wish.project.casefold():
                found.remark(line.number, f"belongs to project '{text}' and was not read")
                return None
        elif column.field == "id":
            data["id"] = text
        elif not column.field:
            kept.append(f"{column.name}: {text}")
        else:
            _put(data, column, text, reader, wish, found, line, kept)
    for name, text in wish.defaults.items():
        if name not in data:
            data[name] = reader.value(text, fields(wish.kind.model)[name])
    return _with_notes(data, kept)


def _put(
    data: dict[str, Any],
    column: Column,
    text: str,
    reader: Reader,
    wish: Wish,
    found: Imported,
    line: Line,
    kept: list[str],
) -> None:
    """Put the value of a cell into the fields, or keep it as it is if it cannot be one."""
    try:
        data[column.field] = reader.value(text, fields(wish.kind.model)[column.field])
    except (Unclear, Unknown) as error:
        found.remark(line.number, f"{column.name}: {error} – kept in 'notes'")
        kept.append(f"{column.name}: {text}")


def _with_notes(data: dict[str, Any], kept: list[str]) -> dict[str, Any]:
    if kept:
        notes = [data["notes"]] if data.get("notes") else []
        data["notes"] = "\n".join([*notes, *kept])
    return data


def _id(written: str, data: Mapping[str, Any], kind: Kind, taken: list[str]) -> str:
    """The id of a row if it can be one, and else a new one."""
    used = {id_.casefold() for id_ in taken}
    fits = is_dated_id(written) if kind.naming == "date" else is_id(written)
    if fits and written.casefold() not in used:
        return written
    if kind.prefix and (following := next_id(kind, taken)):
        return following
    called = next((str(data[name]) for name in _CALLED if data.get(name)), kind.name)
    return word_id(called, taken)


def _checked(line: Line, data: dict[str, Any], id_: str, wish: Wish, found: Imported) -> dict[str, Any]:
    """The fields without those that are wrong; these become notes, and what is missing is counted."""
    _, faults = validated(wish.kind.model, data, {"id": id_, "project": wish.project})
    kept = []
    for fault in faults:
        if fault.missing and not fault.path:
            found.lacking[fault.missing] = found.lacking.get(fault.missing, 0) + 1
        elif fault.path and fault.path[0] in data:
            name = str(fault.path[0])
            found.remark(line.number, f"{name}: {fault.message} – kept in 'notes'")
            kept.append(f"{name}: {data.pop(name)}")
    return _with_notes(_ordered(data, wish.kind), kept)


def _ordered(data: dict[str, Any], kind: Kind) -> dict[str, Any]:
    """The fields in the order in which people write them: the title, what the kind adds, and the rest."""
    own = [name for name in fields(kind.model) if name not in _COMMON]
    return {name: data[name] for name in ("title", *own, *_COMMON) if name in data}
