"""A place in a file: where a value was read, or where a problem is."""

from typing import NamedTuple


class Place(NamedTuple):
    """One position in one file.

    ``file`` is relative to the folder the command was given, with forward slashes; ``line`` and ``column``
    count from 1, the column in characters. Places sort by file, line and column.
    """

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
