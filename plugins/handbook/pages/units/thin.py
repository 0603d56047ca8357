"""A thin book: the organisation, and of the projects only what rules need that look at all of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from handbook.loading.limits import Limits
from handbook.loading.shape import Raw
from handbook.loading.source import Source
from handbook.loading.tree import Disk, NotRegular, TooLarge, Tree
from handbook.loading.validate import validated
from handbook.pages.places import Reopened
from handbook.pages.units.unit import ORGANISATION, Unit
from handbook.records.book import Book
from handbook.records.kind import kinds
from handbook.records.origin import Locator, Nowhere, Origin
from handbook.records.record import Record


def thin(organisation: Book, units: Sequence[Unit], root: Path) -> Book:
    """The book of the organisation with the records that units have kept, and what they could not read."""
    tree = Disk(root)
    found = {
        record.origin.file + repr(record.origin.path): record
        for unit in units
        for record in _records(unit, tree)
    }
    return replace(
        organisation,
        records=(*organisation.records, *found.values()),
        broken=organisation.broken.union(*(unit.broken for unit in units)),
        impaired=organisation.impaired.union(*(unit.impaired for unit in units)),
    )


def _records(unit: Unit, tree: Tree) -> Iterator[Record]:
    for project, file, body, body_line, plain in unit.kept if unit.folder != ORGANISATION else ():
        raw = Raw(*plain)
        kind = kinds()[raw.kind]
        path = tuple(raw.path)
        locator = Reopened(tree, Limits().file_bytes, file, kind.wrap, body, body_line, Nowhere(file))
        origin = Origin(file, path, raw.line, raw.column, body_line, locator)
        system = {"id": raw.id, "project": project, "parent": raw.parent, "origin": origin}
        record, _ = validated(kind.model, raw.data or {}, system)
        if record is not None:
            yield record


def locator(tree: Tree, file: str) -> Locator:
    """What knows the places in a file of YAML records."""
    try:
        return Source(file, tree.read(file, Limits().file_bytes))
    except (OSError, NotRegular, TooLarge):
        return Nowhere(file)
