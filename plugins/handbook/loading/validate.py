"""Plain data to a record: the model's verdict, and what can be kept of a record that has faults."""

from typing import Any

from pydantic import ValidationError

from handbook.loading.faults import Fault, absent, faults_in, unknown_key, without_echoes
from handbook.loading.marks import required
from handbook.records.origin import Path
from handbook.records.record import SYSTEM_FIELDS, Record


def validated(
    model: type[Record], data: dict[str, Any], system: dict[str, Any]
) -> tuple[Record | None, list[Fault]]:
    """The record that ``data`` says, with the fields that the reader sets, and its faults.

    A record with faults is kept without the fields they are in, so that one fault is one problem; there is
    none if a required field is among them.
    """
    if not SYSTEM_FIELDS.isdisjoint(data):
        return _without_system_fields(model, data, system)
    try:
        record = model.__pydantic_validator__.validate_python(
            {**data, **system}, by_alias=True, by_name=False
        )
    except ValidationError as error:
        return _mended(model, data, system, error)
    return record, []


def _without_system_fields(
    model: type[Record], data: dict[str, Any], system: dict[str, Any]
) -> tuple[Record | None, list[Fault]]:
    own = {name: value for name, value in data.items() if name not in SYSTEM_FIELDS}
    record, faults = validated(model, own, system)
    return record, [unknown_key(model, (name,)) for name in data if name in SYSTEM_FIELDS] + faults


def _mended(
    model: type[Record], data: dict[str, Any], system: dict[str, Any], error: ValidationError
) -> tuple[Record | None, list[Fault]]:
    """The record without the fields that are wrong. Each round takes at least one field away."""
    if empty := set(absent(error, model, data)):
        return validated(model, _without(data, empty), system)
    faults = faults_in(error, model, data)
    bad = {fault.path[:1] for fault in faults}
    if () in bad or any(path[0] in required(model) for path in bad):
        return None, without_echoes(faults)
    record, more = validated(model, _without(data, bad), system)
    return record, without_echoes(faults + more)


def _without(value: Any, paths: set[Path]) -> Any:
    """A copy of plain data without the keys that ``paths`` lead to."""
    if isinstance(value, dict):
        return {
            key: _without(item, {path[1:] for path in paths if path[0] == key and len(path) > 1})
            for key, item in value.items()
            if (key,) not in paths
        }
    if isinstance(value, list) and paths:
        return [
            _without(item, {path[1:] for path in paths if path[0] == number})
            for number, item in enumerate(value)
        ]
    return value
