"""What came of a table: records, and every cell that could not become part of one."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from handbook.exchange.importing.columns import Column


class Remark(NamedTuple):
    """Something that somebody should look at: the line of the table it is about, and what it is."""

    line: int
    text: str


@dataclass(slots=True)
class Imported:
    """Records by their ids, as they are written; the columns they came from; and what was not clear.

    ``lacking`` are required fields that records do not have, with how many of them.
    """

    columns: tuple[Column, ...]
    records: dict[str, Any] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    lacking: dict[str, int] = field(default_factory=dict)

    def remark(self, line: int, text: str) -> None:
        """Note something about a line."""
        self.remarks.append(Remark(line, text))
