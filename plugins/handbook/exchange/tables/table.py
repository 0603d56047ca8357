"""A table as it was found: its heading, its header, and its rows with their lines."""

from typing import NamedTuple

MOST_ROWS = 20_000
MOST_COLUMNS = 200
LONGEST_CELL = 50_000


class Line(NamedTuple):
    """One row: the line of the file, or of the sheet, it stands in, and its cells."""

    number: int
    cells: tuple[str, ...]


class Table(NamedTuple):
    """A table; ``heading`` is what stands over it, ``number`` the line of its header."""

    heading: str
    number: int
    header: tuple[str, ...]
    rows: tuple[Line, ...]

    def __str__(self) -> str:
        return f"line {self.number}: {self.heading or 'a table'} ({', '.join(self.header)})"


class CannotRead(Exception):
    """The file is none that tables can be read from; the message says why."""


def table(heading: str, lines: list[Line]) -> Table | None:
    """The table of some lines, the first of which is its header; None if there is none.

    Raises `CannotRead` for one that is larger than anything people write.
    """
    filled = [line for line in lines if any(cell.strip() for cell in line.cells)]
    if not filled:
        return None
    head, *rest = filled
    if len(rest) > MOST_ROWS or len(head.cells) > MOST_COLUMNS:
        raise CannotRead(f"expected at most {MOST_ROWS} rows and {MOST_COLUMNS} columns, found more")
    width = len(head.cells)
    rows = tuple(Line(number, _sized(cells, width)) for number, cells in rest)
    return Table(heading, head.number, tuple(cell.strip() for cell in head.cells), rows)


def _sized(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    """As many cells as there are columns, and what stands beyond them in the last."""
    cut = [cell.strip()[:LONGEST_CELL] for cell in cells]
    cut += [""] * (width - len(cut))
    beyond = [cell for cell in cut[width:] if cell]
    return (*cut[: width - 1], " ".join([cut[width - 1], *beyond])) if beyond else tuple(cut[:width])
