"""Names of records: well formed, unique, and continued by the records inside."""

from datetime import date
from functools import cache
from typing import NamedTuple

from handbook.loading.shape import Raw
from handbook.loading.source import SealedSource, Source
from handbook.problems import Place, Problem
from handbook.records.kind import Naming, kinds
from handbook.records.record import address_of
from handbook.records.types.fault import shown
from handbook.records.types.identifier import id_cure, is_dated_id, is_id, is_month_id


class Item(NamedTuple):
    """A raw record with the file it stands in.

    ``locator`` is what its origin will ask for places; ``hidden_told`` says that hidden characters of the
    file are problems already.
    """

    raw: Raw
    source: Source
    locator: Source | SealedSource
    body_line: int = 0
    hidden_told: bool = False

    @property
    def place(self) -> Place:
        """Where the id of the record stands."""
        return Place(self.source.file, self.raw.line, self.raw.column)

    def address(self, project: str | None) -> str:
        """The address of the record, if it stands in a project or else in the organisation."""
        return address_of(self.raw.kind, self.raw.id, project)


def distinct(
    items: list[Item], project: str | None, problems: list[Problem]
) -> tuple[list[Item], list[Item]]:
    """The items whose ids are well formed and unique, and the others; each of those is told in ``problems``.

    Ids are compared without case, within a project and a kind; kinds that share a file share their ids.
    """
    good: list[Item] = []
    bad: list[Item] = []
    taken: dict[str, dict[str, Item]] = {}
    for item in items:
        if problem := _malformed(item, project):
            problems.append(problem)
            bad.append(item)
            continue
        ids = taken.setdefault(_namespace(item.raw.kind), {})
        if (first := ids.setdefault(item.raw.id.casefold(), item)) is item:
            good.append(item)
        else:
            problems.append(_clash(item, first, project))
    return good, bad


def adopted(items: list[Item]) -> list[Item]:
    """The items, each with a dotted id inside the record that it continues: ``build.api`` in ``build``."""
    ids = {
        (item.raw.kind, item.raw.id.casefold()): item.raw.id for item in items if item.raw.kind in _dotted()
    }
    return [item._replace(raw=_adopted(item.raw, ids)) if "." in item.raw.id else item for item in items]


def _adopted(raw: Raw, ids: dict[tuple[str, str], str]) -> Raw:
    if raw.parent or raw.kind not in _dotted():
        return raw
    outer = raw.id
    while "." in outer:
        outer = outer.rpartition(".")[0]
        if parent := ids.get((raw.kind, outer.casefold())):
            return raw._replace(parent=parent)
    return raw


def _malformed(item: Item, project: str | None) -> Problem | None:
    id_, naming = item.raw.id, _naming(item.raw.kind)
    if (naming != "date" and is_id(id_)) or (naming != "id" and is_dated_id(id_) and _is_date(id_)):
        return None
    if naming == "period" and is_month_id(id_):
        return None
    expected, cure = _EXPECTED[naming]
    return Problem(
        "FIELD007",
        f"expected {expected}, found {shown(id_)}",
        item.place,
        cure=cure or id_cure(id_),
        project=project,
    )


_EXPECTED = {
    "id": ("an id like R-7 or build.api", ""),
    "date": ("a date as its name, like 2026-03-31", "name it by year, month and day: YYYY-MM-DD"),
    "period": ("a month, a date or an id as its name, like 2026-03", "name it by year and month: YYYY-MM"),
}


@cache
def _naming(kind: str) -> Naming:
    return kinds()[kind].naming


def _clash(item: Item, first: Item, project: str | None) -> Problem:
    id_, taken = item.raw.id, first.raw.id
    if kinds()[item.raw.kind].single:
        message, cure = f"the {item.raw.kind} '{id_}' stands in {first.place} already", "keep one of the two"
    elif id_ == taken:
        message, cure = f"the id '{id_}' is taken in {first.place}", "choose another id"
    else:
        message = f"the id '{id_}' is taken as '{taken}' in {first.place}"
        cure = "choose another id; ids are compared without case"
    return Problem("FIELD008", message, item.place, cure=cure, project=project)


@cache
def _namespace(kind: str) -> str:
    return kinds()[kind].file or kind


@cache
def _dotted() -> frozenset[str]:
    return frozenset(nest.kind for kind in kinds().values() for nest in kind.nests if nest.dotted)


def _is_date(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False
