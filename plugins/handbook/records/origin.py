"""Where a record was read."""

from dataclasses import dataclass
from typing import Any, Protocol

from pydantic_core import CoreSchema, core_schema

from handbook.problems import Place

Path = tuple[str | int, ...]
"""The keys and list positions that lead to a value inside a file or a record."""


class Locator(Protocol):
    """Knows the places of the values of one file; whoever reads files supplies it."""

    def place(self, path: Path, *, key: bool = False) -> Place:
        """The place of the value at ``path``, or of its key; if there is none, of the nearest around it."""


@dataclass(frozen=True, slots=True)
class Nowhere:
    """The locator of records that were built by a program and stand in no file."""

    file: str = "<built>"

    def place(self, path: Path, *, key: bool = False) -> Place:
        """Always the same place: none."""
        return Place(self.file)


@dataclass(frozen=True, slots=True)
class Origin:
    """The file of a record, its path in that file, and the line its id stands on.

    ``body_line`` is the line at which the body of a Markdown record begins, 0 for records of YAML files.
    """

    file: str = "<built>"
    path: Path = ()
    line: int = 1
    column: int = 1
    body_line: int = 0
    locator: Locator = Nowhere()

    def place(self, *path: str | int, key: bool = False) -> Place:
        """The place of the value at ``path`` inside the record; without a path, of the record itself."""
        if not path:
            return Place(self.file, self.line, self.column)
        if self.body_line and path == ("description",):
            return Place(self.file, self.body_line)
        return self.locator.place((*self.path, *path), key=key)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> CoreSchema:
        """Taken as it is: an origin is set by the reader of files, never by a file."""
        return core_schema.any_schema()
