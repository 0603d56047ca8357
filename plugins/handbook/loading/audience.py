"""Who may read what: circles of readers, and what is taken away before anything else sees it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from handbook.loading.marks import restricted, values_at
from handbook.loading.shape import Raw
from handbook.records.kind import Kind, kinds
from handbook.records.record import Record


@dataclass(frozen=True, slots=True)
class Circles:
    """The circles of readers, the widest first, and the one the book is read for (None for all)."""

    names: tuple[str, ...]
    default: str
    reader: str | None = None

    def knows(self, name: str) -> bool:
        """Whether there is such a circle."""
        return name in self.names

    def hides(self, name: str) -> bool:
        """Whether what ``name`` may read is kept from the reader; an unknown name is the narrowest circle."""
        return self.reader is not None and self._rank(name) > self._rank(self.reader)

    def marked(self, name: str) -> str:
        """The circle that a mark in our models means: the narrowest, if the circles have other names."""
        return name if self.knows(name) or not self.names else self.names[-1]

    def narrowest(self, *names: str) -> str:
        """The narrowest of some circles."""
        return max(names, key=self._rank)

    def _rank(self, name: str) -> int:
        return self.names.index(name) if name in self.names else len(self.names)


def stated(raw: Raw) -> str | None:
    """The circle that a record names itself, None if it names none; '' if what stands there is no text."""
    found = (raw.data or {}).get("audience")
    return found.strip() if isinstance(found, str) else None if found is None else ""


def of_each(raws: list[Raw], outer: str, circles: Circles) -> list[str]:
    """The circle of each record: its own, that of the record around it, that of its kind, or ``outer``.

    ``outer`` is that of the project; a kind has a circle of its own if it is not for everybody who may read
    the project.
    """
    around = {(raw.kind, raw.id.casefold()): raw for raw in raws}

    def circle(raw: Raw, depth: int = 0) -> str:
        own = stated(raw)
        if own is not None:
            return own
        holder = around.get((_holders().get(raw.kind, ""), raw.parent.casefold()))
        if holder and holder is not raw and depth < len(raws):
            return circle(holder, depth + 1)
        own_kind = kinds()[raw.kind].audience
        return circles.narrowest(outer, circles.marked(own_kind)) if own_kind else outer

    return _as_one(raws, [circle(raw) for raw in raws], circles)


def _as_one(raws: list[Raw], found: list[str], circles: Circles) -> list[str]:
    """The circles, where records that are read as one all have the narrowest of theirs."""
    wholes = [_whole(raw) for raw in raws]
    narrowest: dict[str, str] = {}
    for whole, circle in zip(wholes, found, strict=True):
        narrowest[whole] = circles.narrowest(circle, narrowest.get(whole, circle))
    return [narrowest[whole] if whole else circle for whole, circle in zip(wholes, found, strict=True)]


def _whole(raw: Raw) -> str:
    """The kind of the record that one is part of, if they are read as one; empty if it stands alone."""
    whole = _holders().get(raw.kind, raw.kind)
    return whole if kinds()[raw.kind].audience and kinds()[whole].single else ""


@cache
def _holders() -> Mapping[str, str]:
    """The kind that a nested kind stands in: a deliverable in a project."""
    return {nest.kind: kind.name for kind in kinds().values() for nest in kind.nests}


def blank(kind: Kind, data: dict[str, Any]) -> dict[str, Any] | None:
    """What remains of a record the reader may not see: only what the plan of others depends on, or None."""
    if not kind.blank:
        return None
    return {
        name: value if name in kind.blank else _only(value, parts)
        for name, value in data.items()
        if name in kind.blank or (parts := _parts(kind, name))
    }


def _parts(kind: Kind, name: str) -> frozenset[str]:
    """The fields that remain of the parts in the field ``name``."""
    return frozenset(path.removeprefix(f"{name}.") for path in kind.blank if path.startswith(f"{name}."))


def _only(value: Any, names: frozenset[str]) -> Any:
    """A part, or each part of a list, with no other fields than those of ``names``; bare values stay."""
    if isinstance(value, list):
        return [_only(item, names) for item in value]
    return {key: item for key, item in value.items() if key in names} if isinstance(value, dict) else value


def strip_restricted(model: type[Record], data: dict[str, Any], circles: Circles) -> None:
    """Take away the fields of ``data`` that the reader may not see."""
    for path, name in restricted(model):
        if circles.hides(circles.marked(name)):
            for _, holder in list(values_at(data, path[:-1])):
                if isinstance(holder, dict):
                    holder.pop(str(path[-1]), None)
