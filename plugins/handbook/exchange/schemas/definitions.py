"""The models of records and of their parts as definitions of JSON Schema, in the words of the manual."""

import inspect
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from handbook.records.kind import Kind
from handbook.records.references import EACH, KEYS, reference_paths
from handbook.records.types.meaning import Json

_NULL = {"type": "null"}
_MOST_OFFERED = 500


class _Words(GenerateJsonSchema):
    """Without the titles that pydantic makes of names: a description says more."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Never."""
        return False


def name_of(kind: Kind) -> str:
    """The name of the definition of a kind."""
    return kind.model.__name__


def definitions(held: Iterable[Kind], known: Mapping[str, tuple[str, ...]]) -> dict[str, Json]:
    """The definitions of kinds and of all parts in them, by their names.

    ``known`` are ids by kind, offered where a record of that kind may be named.
    """
    models: list[type[BaseModel]] = [kind.model for kind in held]
    _, found = models_json_schema(
        [(model, "validation") for model in models],
        by_alias=True,
        ref_template="#/$defs/{model}",
        schema_generator=_Words,
    )
    defs: dict[str, Json] = {name: _plain(schema) for name, schema in found["$defs"].items()}
    for model in models:
        _describe(defs[model.__name__], model)
        _describe_fields(defs[model.__name__], model)
        _offer(defs[model.__name__], model, known)
    return defs


def _describe(schema: Json, model: type[BaseModel]) -> None:
    schema["description"] = inspect.cleandoc(model.__doc__ or "").partition("\n")[0].replace("``", "`")


def _describe_fields(schema: Json, model: type[BaseModel]) -> None:
    """Say what a field means where pydantic leaves it out, beside a default that is a group of fields."""
    for name, field in model.model_fields.items():
        told = schema["properties"].get(field.alias or name)
        if told is not None and field.description:
            told.setdefault("description", field.description)


def _plain(value: Any) -> Any:
    """A schema without null, which nobody writes, without titles of models, and without empty defaults."""
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if not isinstance(value, dict):
        return value
    found = {
        key: _plain(item)
        for key, item in value.items()
        if not (key == "title" and isinstance(item, str)) and not (key == "default" and _is_empty(item))
    }
    options = found.get("anyOf")
    if isinstance(options, list) and _NULL in options:
        rest = [option for option in options if option != _NULL]
        found = {key: item for key, item in found.items() if key != "anyOf"}
        found = {**rest[0], **found} if len(rest) == 1 else {**found, "anyOf": rest}
    return found


def _is_empty(default: Any) -> bool:
    return default is None or default in ("", [], {}) or isinstance(default, (dict, list))


def _offer(schema: Json, model: type[BaseModel], known: Mapping[str, tuple[str, ...]]) -> None:
    """Offer known ids in the fields of a record that name others."""
    for path, mark in reference_paths(model):
        ids = [id_ for kind in mark.kinds for id_ in known.get(kind, ())][:_MOST_OFFERED]
        name = model.model_fields[str(path[0])].alias or str(path[0])
        if ids and name in schema["properties"]:
            _offer_at(schema["properties"][name], path[1:], ids)


def _offer_at(field: Json, path: tuple[str | int, ...], ids: list[str]) -> None:
    """Put ids beside the texts that a field, its items or its keys may be."""
    if not path:
        rest = {key: field.pop(key) for key in list(field) if key != "description"}
        field["anyOf"] = [{"enum": ids}, rest]
    elif path == (EACH,):
        for option in field.get("anyOf", [field]):
            inner = option.get("items", option)
            if inner.get("type") == "string":
                _offer_at(inner, (), ids)
    elif path == (KEYS,) and isinstance(field.get("additionalProperties"), dict):
        field["properties"] = {id_: dict(field["additionalProperties"]) for id_ in ids}
