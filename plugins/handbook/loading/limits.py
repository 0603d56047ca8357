"""How much is read before reading stops."""

from dataclasses import dataclass

from handbook.records.types.text import PROSE_LIMIT


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of what a handbook may ask of the machine that reads it; records come from anyone.

    ``depth`` counts lists and mappings inside each other, ``file_bytes`` the size of one file, ``records``
    all records of all projects, ``prose`` the characters of one text, ``evidence_bytes`` the size of a test
    report.
    """

    depth: int = 32
    file_bytes: int = 1024 * 1024
    records: int = 200_000
    prose: int = PROSE_LIMIT
    evidence_bytes: int = 16 * 1024 * 1024
