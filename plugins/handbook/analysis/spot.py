"""Where a record stands, in plain data: it can be kept, and its places be found later."""

from typing import NamedTuple

from handbook.records.record import Record


class Spot(NamedTuple):
    """The name of a record, and its place: as in an `Origin`, but plain."""

    kind: str
    id: str
    project: str | None
    file: str
    path: tuple[str | int, ...]
    line: int
    column: int


def spot_of(record: Record) -> Spot:
    """The spot of a record."""
    origin = record.origin
    return Spot(record.kind, record.id, record.project, origin.file, origin.path, origin.line, origin.column)
