"""One schema for each file of records, and one for a record that is a file of its own.

JSON Schema, draft 2020-12: https://json-schema.org/draft/2020-12. Descriptions and examples come from the
models. Where the reader of records takes any scalar as text, so do the schemas: ``title: 2026`` is no fault.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from handbook.exchange.schemas.definitions import definitions, name_of
from handbook.records.kind import Kind, kinds
from handbook.records.types.identifier import PATTERN
from handbook.records.types.meaning import Json

DRAFT = "https://json-schema.org/draft/2020-12/schema"

_IDS = {
    "id": f"^{PATTERN}$",
    "date": r"^\d{4}-\d{2}-\d{2}$",
    "period": rf"^(?:\d{{4}}-\d{{2}}(?:-\d{{2}})?|{PATTERN})$",
}


def file_schemas(known: Mapping[str, tuple[str, ...]]) -> dict[str, Json]:
    """The schemas by name: that of a file (``risks``), and that of a file with one record (``risk.record``).

    ``known`` are ids by kind; they are offered where a record of that kind may be named.
    """
    found: dict[str, Json] = {}
    for file, held in _files().items():
        found[file.removesuffix(".yml")] = _schema(_of_file(held), held, known)
    for kind in kinds().values():
        if kind.folder:
            found[f"{kind.name}.record"] = _schema({"$ref": _ref(kind)}, (kind,), known)
    return dict(sorted(found.items()))


@cache
def _files() -> Mapping[str, tuple[Kind, ...]]:
    files: dict[str, tuple[Kind, ...]] = {}
    for kind in kinds().values():
        if kind.file:
            files[kind.file] = (*files.get(kind.file, ()), kind)
    return files


def _schema(content: Json, held: tuple[Kind, ...], known: Mapping[str, tuple[str, ...]]) -> Json:
    """A whole schema: what a file holds, and the definitions that are needed for it."""
    found = definitions(_with_nested(held), known)
    for kind in _with_nested(held):
        found[name_of(kind)] = _of_record(kind, found[name_of(kind)])
    return {"$schema": DRAFT, **content, "$defs": dict(sorted(_needed(content, found).items()))}


def _of_file(held: tuple[Kind, ...]) -> Json:
    first = held[0]
    if first.single:
        return {"$ref": _ref(first)}
    if first.under:
        sections = {kind.under: _mapping(kind, kind.naming) for kind in held}
        return {"type": "object", "properties": sections, "additionalProperties": False}
    return _mapping(first, first.naming)


def _mapping(kind: Kind, naming: str) -> Json:
    """A mapping from ids to records of a kind."""
    ids = {"pattern": _IDS[naming], "maxLength": 80}
    title = kind.name.replace("-", " ")
    return {
        "type": "object",
        "description": f"Each key is the id of a {title}.",
        "propertyNames": ids,
        "additionalProperties": {"$ref": _ref(kind)},
    }


def _of_record(kind: Kind, model: Json) -> Json:
    """The schema of a record: its fields with the records inside it, the one mapping it is, or a text."""
    if kind.wrap:
        return {"description": model.get("description", ""), **model["properties"][kind.wrap]}
    properties = dict(model["properties"])
    for nest in kind.nests:
        properties[nest.key] = _mapping(kinds()[nest.kind], "id")
    whole = {**model, "properties": properties}
    return {"anyOf": [whole, {"type": "string", "description": _bare(kind)}]} if kind.bare else whole


def _bare(kind: Kind) -> str:
    field = kind.model.model_fields[kind.bare]
    return f"The {kind.bare}: {(field.description or '')[:1].lower()}{(field.description or '')[1:]}"


def _with_nested(held: Iterable[Kind]) -> tuple[Kind, ...]:
    """The kinds and all that stand inside them."""
    found: dict[str, Kind] = {}
    waiting = list(held)
    while waiting:
        kind = waiting.pop(0)
        if kind.name not in found:
            found[kind.name] = kind
            waiting += [kinds()[nest.kind] for nest in kind.nests]
    return tuple(found.values())


def _ref(kind: Kind) -> str:
    return f"#/$defs/{name_of(kind)}"


def _needed(content: Json, found: Mapping[str, Json]) -> dict[str, Json]:
    """The definitions that a schema refers to, directly or through others."""
    needed: dict[str, Json] = {}
    waiting = list(_refs(content))
    while waiting:
        name = waiting.pop()
        if name not in needed:
            needed[name] = found[name]
            waiting += _refs(found[name])
    return needed


def _refs(value: Any) -> Iterable[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "$ref":
                yield inner.rpartition("/")[2]
            else:
                yield from _refs(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _refs(inner)
