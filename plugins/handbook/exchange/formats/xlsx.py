"""XLSX: one workbook with a sheet for each register; dates and numbers are such, and nothing is a formula."""

import io
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from handbook.exchange.register import Register, Row

ENDING = ".xlsx"
MANY = False

_LONGEST_CELL = 32_767
_LONGEST_SHEET_NAME = 31
_SAVED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*<")
_WIDEST, _NARROWEST = 60, 8
_THEN = datetime(1980, 1, 1)  # noqa: DTZ001  (the first moment a ZIP archive knows; the same bytes every time)


def write(registers: Sequence[Register], about: Mapping[str, str]) -> dict[str, bytes]:
    """The workbook, called ``handbook``."""
    book = Workbook()
    if book.active is not None:
        book.remove(book.active)
    for register in registers:
        _fill(book.create_sheet(register.name[:_LONGEST_SHEET_NAME]), register)
    if not registers:
        book.create_sheet("empty")
    book.properties.creator = "handbook"
    book.properties.title = about.get("title", "")
    book.properties.created = book.properties.modified = _THEN
    out = io.BytesIO()
    book.save(out)
    return {"handbook": _timeless(out.getvalue())}


def _fill(sheet: Worksheet, register: Register) -> None:
    columns = register.columns
    for at, name in enumerate(columns, 1):
        cell = sheet.cell(1, at, name)
        cell.font = Font(bold=True)
    for number, row in enumerate(register.rows, 2):
        for at, name in enumerate(columns, 1):
            _put(sheet, number, at, _value(row, name))
    for at, name in enumerate(columns, 1):
        longest = max([len(name), *(len(row.cell(name)) for row in register.rows)])
        sheet.column_dimensions[get_column_letter(at)].width = max(_NARROWEST, min(_WIDEST, longest + 2))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(register.rows) + 1}"


def _value(row: Row, column: str) -> Any:
    """A date or a number where the field is one, and else the text of the cell."""
    value = row.fields.get(column)
    if isinstance(value, int | float):
        return value
    text = row.cell(column)
    try:
        return date.fromisoformat(text) if len(text) == len("2026-03-31") else text
    except ValueError:
        return text


def _put(sheet: Worksheet, row: int, column: int, value: Any) -> None:
    """Put a value into a cell; text stays text, whatever it begins with."""
    if value == "":
        return
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)[:_LONGEST_CELL]
        cell.data_type = "s"
        cell.quotePrefix = True
        cell.alignment = Alignment(vertical="top", wrap_text=len(value) > _WIDEST or "\n" in value)
        return
    cell.value = value
    if isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"


def _timeless(archive: bytes) -> bytes:
    """The archive with one moment for all its files: the same records give the same bytes."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(archive)) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            info = ZipInfo(name, _THEN.timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            after.writestr(info, _SAVED.sub(rb"\g<1>1980-01-01T00:00:00Z<", before.read(name)))
    return out.getvalue()
