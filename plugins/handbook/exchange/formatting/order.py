"""The order of fields: that of the model, with what all kinds share in places of its own."""

from functools import cache, lru_cache
from typing import NamedTuple

from pydantic import BaseModel

from handbook.loading.marks import fields, part_at, required
from handbook.records.kind import Kind, kinds
from handbook.records.origin import Path

_LAST = ("audience", "tags", "links", "known_as", "reviewed", "notes")


class Shape(NamedTuple):
    """What a mapping is: a record of a kind, or what stands at ``path`` in one; neither is a free mapping.

    ``records`` is the kind whose records a mapping holds by their ids, ``sections`` are kinds by the keys
    under which a mapping holds such mappings.
    """

    kind: str = ""
    path: Path = ()
    records: str = ""
    sections: tuple[tuple[str, str], ...] = ()

    def inside(self, name: str) -> "Shape":
        """What the mapping under one name of this one is."""
        if self.sections:
            return Shape(records=dict(self.sections).get(name, ""))
        if self.records:
            return Shape(kind=self.records)
        if not self.kind:
            return Shape()
        nest = next((nest for nest in kinds()[self.kind].nests if nest.key == name), None)
        if nest and not self.path:
            return Shape(records=nest.kind)
        return self._replace(path=(*self.path, name))

    @property
    def order(self) -> dict[str, int]:
        """The positions of its fields by name; empty if its keys are free."""
        return _order(self.kind, self.path) if self.kind else {}


@lru_cache(maxsize=4096)
def _order(kind: str, path: Path) -> dict[str, int]:
    if not path:
        return _record_order(kind)
    if kinds()[kind].wrap:
        return {}
    part = part_at(kinds()[kind].model, path)
    return {name: position for position, name in enumerate(fields(part))} if part else {}


@cache
def _record_order(kind: str) -> dict[str, int]:
    held = kinds()[kind]
    if held.wrap:
        return {}
    return {name: position for position, name in enumerate(field_order(held))}


def field_order(kind: Kind) -> list[str]:
    """The names that may stand in a record of a kind, in the order in which they are written.

    The title and the description, who answers for it, what the kind itself has, then what all kinds have;
    records inside it stand last, or behind the field that their nest names.
    """
    order = _own(kind.model)
    if "title" not in order:
        order.insert(int(order[0] in required(kind.model)), "title")
    if "owner" not in order:
        order.insert(order.index("title") + 1, "owner")
    order.insert(order.index("title") + 1, "description")
    order += [name for name in _LAST if name not in order]
    for nest in reversed([nest for nest in kind.nests if nest.after]):
        order.insert(order.index(nest.after) + 1, nest.key)
    order += [nest.key for nest in kind.nests if not nest.after]
    return order


def _own(model: type[BaseModel]) -> list[str]:
    """The fields that a kind declares itself, in order."""
    return [
        model.model_fields[name].alias or name for name in model.__annotations__ if name in model.model_fields
    ]
