"""What a change does to the records, and why one cannot be tried."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from handbook.records.record import Record


class BadChange(ValueError):
    """A change that cannot be read, or cannot be tried.

    Attributes:
        message: what is wrong, in lower case.
        cure: what to write instead; may be empty.
    """

    def __init__(self, message: str, cure: str = "") -> None:
        super().__init__(f"{message} – {cure}" if cure else message)
        self.message = message
        self.cure = cure


@dataclass(frozen=True, slots=True)
class Edit:
    """Records in place of others, records that go, and those that plans count with apart from the book.

    ``idle`` is by address in lower case how many minutes of work that has begun are spent with waiting:
    they make it longer, and cost nothing.
    """

    changed: Iterable[Record] = ()
    without: Iterable[Record] = ()
    counted: Iterable[Record] = ()
    idle: Mapping[str, int] = field(default_factory=dict)
