"""Tables of CSV files: any of the usual encodings and separators."""

import csv
import io

from handbook.exchange.tables.table import CannotRead, Line, Table, table

_SEPARATORS = ",;\t|"
_SAMPLE = 20


def tables(raw: bytes) -> list[Table]:
    """The table of a file: one, or none if the file is empty. Raises `CannotRead`."""
    text = _text(raw)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    lines = []
    start = 1
    try:
        for cells in reader:
            lines.append(Line(start, tuple(cells)))
            start = reader.line_num + 1
    except csv.Error as error:
        raise CannotRead(f"line {reader.line_num} is no CSV: {error}") from None
    found = table("", lines)
    return [found] if found else []


def _text(raw: bytes) -> str:
    """The text of a file; spreadsheet programs write UTF-8, UTF-16 or Windows-1252."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace").replace("\0", "")
    try:
        return raw.decode("utf-8-sig").replace("\0", "")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace").replace("\0", "")


def _separator(text: str) -> str:
    """The sign that separates cells: the one that gives most columns, as many in each of the first lines."""
    sample = text.splitlines()[:_SAMPLE]

    def fitness(sign: str) -> tuple[int, int]:
        rows = list(csv.reader(sample, delimiter=sign))
        first = len(rows[0]) if rows else 0
        return (sum(len(row) == first for row in rows) if first > 1 else 0, first)

    return max(_SEPARATORS, key=fitness)
