"""Which table of a file is meant, and what of the file is not read."""

from collections.abc import Sequence
from typing import NamedTuple

from handbook.exchange.importing.columns import columns
from handbook.exchange.importing.imported import Imported, Remark
from handbook.exchange.importing.matrix import matrix_of
from handbook.exchange.importing.rows import Wish, records_of
from handbook.exchange.tables import csv, markdown, workbook
from handbook.exchange.tables.table import CannotRead, Table
from handbook.loading.marks import fields
from handbook.records.book import Book

ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".md", ".markdown")


class Found(NamedTuple):
    """The tables of a file, and its other lines."""

    tables: list[Table]
    others: list[tuple[int, str]]


def found_in(raw: bytes, ending: str) -> Found:
    """What a file holds. Raises `CannotRead` if it is none that tables are read from."""
    if ending in (".xlsx", ".xlsm"):
        return Found(workbook.tables(raw), [])
    if ending in (".md", ".markdown"):
        return Found(*markdown.page(raw))
    if ending in ENDINGS:
        return Found(csv.tables(raw), [])
    raise CannotRead(f"expected a file that ends in {', '.join(ENDINGS)}, found '{ending}'")


def chosen(tables: Sequence[Table], wish: Wish, named: str) -> Table:
    """The table that ``named`` means – its number, from 1, or words of its heading – or that fits best.

    Raises `CannotRead` if there is none.
    """
    if not tables:
        raise CannotRead("found no table")
    if not named:
        return max(tables, key=lambda table: _fitness(table, wish))
    if named.isdigit() and 0 < int(named) <= len(tables):
        return tables[int(named) - 1]
    found = [table for table in tables if named.casefold() in table.heading.casefold()]
    if len(found) == 1:
        return found[0]
    listed = "; ".join(f"{number} {table.heading}".strip() for number, table in enumerate(tables, 1))
    raise CannotRead(f"expected one of the tables {listed}, found '{named}'")


def imported(found: Found, table: Table, wish: Wish, book: Book) -> Imported:
    """The records of a table, and remarks on all that stands beside it in the file."""
    made = (matrix_of if wish.kind.wrap else records_of)(table, wish, book)
    others = [(one.number, f"the table '{one.heading}'") for one in found.tables if one is not table]
    unread = sorted([*others, *((line, f"'{_short(text)}'") for line, text in found.others)])
    made.remarks += [Remark(line, f"not read: {what}") for line, what in unread]
    return made


def _fitness(table: Table, wish: Wish) -> float:
    """How many columns of a table are clear; of a matrix, how many cells are letters."""
    if wish.kind.wrap:
        cells = [cell for line in table.rows for cell in line.cells[1:] if cell]
        return (
            sum(set(cell.upper()) <= set("RASCI/, ") for cell in cells) / (len(cells) or 1)
            + len(table.rows) / 1e6
        )
    known = [column for column in columns(table.header, fields(wish.kind.model), wish.given) if column.field]
    needed = {name for name, field in fields(wish.kind.model).items() if field.is_required()}
    heading = wish.kind.name.replace("-", " ")[:-1] in table.heading.casefold()
    return len(known) + 2 * len(needed & {column.field for column in known}) + 2 * heading


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
