"""Tables of workbooks: one for each sheet."""

import io
import warnings
from datetime import date, datetime
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook

from handbook.exchange.tables.table import MOST_COLUMNS, MOST_ROWS, CannotRead, Line, Table, table

_LARGEST = 200 * 1024 * 1024
"""The bytes that a workbook may unpack to: a small file may hold a large one."""


def tables(raw: bytes) -> list[Table]:
    """The tables of a workbook, without those of empty sheets. Raises `CannotRead`."""
    try:
        with ZipFile(io.BytesIO(raw)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _LARGEST:
                raise CannotRead("the workbook is too large")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions that nothing here needs
            book = load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
            found = [table(sheet.title, _lines(sheet)) for sheet in book.worksheets]
    except CannotRead:
        raise
    except BadZipFile:
        raise CannotRead("the file is no workbook") from None
    except Exception as error:  # whatever a broken workbook does to its reader
        raise CannotRead(f"the workbook cannot be read: {error}") from None
    return [one for one in found if one]


def _lines(sheet: Any) -> list[Line]:
    rows = sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS + 1, values_only=True)
    lines = [Line(number, _trimmed(tuple(map(_text, values)))) for number, values in enumerate(rows, 1)]
    width = max((len(line.cells) for line in lines), default=0)
    return [Line(number, cells + ("",) * (width - len(cells))) for number, cells in lines]


def _trimmed(cells: tuple[str, ...]) -> tuple[str, ...]:
    end = max((at for at, cell in enumerate(cells, 1) if cell.strip()), default=0)
    return cells[:end]


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return str(value)
