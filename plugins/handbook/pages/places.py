"""Exact places for a book that was read for an audience.

Such a book holds no text of its files, and so knows the places of records but not of their values. Problems
should name the very line, and a comment allows a fault on its line only. A place gives nothing away.
"""

from dataclasses import dataclass, replace
from typing import TypeVar

from handbook.loading.loaded import Loaded
from handbook.loading.source import Source
from handbook.loading.tree import NotRegular, TooLarge, Tree
from handbook.problems import Place
from handbook.records.kind import kinds
from handbook.records.origin import Locator, Path
from handbook.records.record import Record

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Reopened:
    """Finds places in a file by reading it again when asked; as before if it cannot be read any more."""

    tree: Tree
    limit: int
    file: str
    wrap: str
    body: str
    body_line: int
    before: Locator

    def place(self, path: Path, *, key: bool = False) -> Place:
        """The place of the value at ``path``, or of its key."""
        source = self._source()
        return source.place(path, key=key) if source else self.before.place(path, key=key)

    def find(self, path: Path, needle: str, nth: int) -> Place:
        """The place of the ``nth`` (from 0) ``needle`` in the text at ``path``; else of the text."""
        source = self._source()
        return source.find(path, needle, nth) if source else self.before.place(path)

    def _source(self) -> Source | None:
        try:
            raw = self.tree.read(self.file, self.limit)
        except (OSError, NotRegular, TooLarge):
            return None
        return Source(self.file, raw, self.body, self.body_line, self.wrap)


def with_exact_places(loaded: Loaded, tree: Tree, limit: int) -> Loaded:
    """What was loaded, with records that find the places of their values in ``tree``."""
    locators: dict[tuple[str, str], Reopened] = {}
    records = tuple(_placed(record, tree, limit, locators) for record in loaded.book.records)
    settings = _placed(loaded.book.settings, tree, limit, locators)
    return replace(loaded, book=replace(loaded.book, records=records, settings=settings))


def _placed(record: R, tree: Tree, limit: int, locators: dict[tuple[str, str], Reopened]) -> R:
    origin = record.origin
    known = (origin.file, record.kind)
    if known not in locators:
        body = "" if not origin.body_line else _body_of(record)
        wrap = kinds()[record.kind].wrap
        locators[known] = Reopened(tree, limit, origin.file, wrap, body, origin.body_line, origin.locator)
    return record.model_copy(update={"origin": replace(origin, locator=locators[known])})


def _body_of(record: Record) -> str:
    """The field that the body of a Markdown record is."""
    return "purpose" if record.kind == "project" and not record.description else "description"
