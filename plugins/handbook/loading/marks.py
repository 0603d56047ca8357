"""What the models say about their fields: names in files, which are required, prose or restricted."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from handbook.records.kind import kinds
from handbook.records.origin import Path
from handbook.records.record import SYSTEM_FIELDS
from handbook.records.references import EACH, marked_paths
from handbook.records.types.audience import Audience
from handbook.records.types.text import read_prose


@cache
def fields(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """The fields of a model that files may have, by the names that are written there."""
    own = model.model_fields.items()
    return {field.alias or name: field for name, field in own if name not in SYSTEM_FIELDS}


@cache
def required(model: type[BaseModel]) -> frozenset[str]:
    """The names of the fields that a file must have."""
    return frozenset(name for name, field in fields(model).items() if field.is_required())


@cache
def prose(model: type[BaseModel]) -> tuple[Path, ...]:
    """The paths of the fields of a model that hold prose; `EACH` stands for each item of a collection."""
    marked = marked_paths(model, lambda mark: isinstance(mark, BeforeValidator) and mark.func is read_prose)
    return tuple(_written(path) for path, _ in marked)


@cache
def prose_names(model: type[BaseModel]) -> frozenset[str]:
    """The names of the fields of a model that are prose, or hold some."""
    return frozenset(str(path[0]) for path in prose(model))


@cache
def restricted(model: type[BaseModel]) -> tuple[tuple[Path, str], ...]:
    """The paths of the fields of a model that only a circle of readers may see, with that circle."""
    marked = marked_paths(model, lambda mark: isinstance(mark, Audience))
    return tuple((_written(path), mark.name) for path, mark in marked)


def part_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The model whose fields stand at ``path``; None in a free mapping, where keys are not fields."""
    here: Any = model
    for step in path:
        if isinstance(step, str):
            here = _type_at(here, step)
    return next((option for option in _options(here) if _is_model(option)), None)


def written_name(name: str) -> str:
    """The key that stands in files for the Python name of a field: ``from`` for ``from_``."""
    return _aliases().get(name, name)


def values_at(value: Any, path: Path, walked: Path = ()) -> Iterator[tuple[Path, Any]]:
    """The values along ``path`` in plain data, with their paths; a single value stands for a list of one."""
    if not path:
        yield walked, value
    elif path[0] != EACH:
        if isinstance(value, dict) and path[0] in value:
            yield from values_at(value[path[0]], path[1:], (*walked, path[0]))
    else:
        items = enumerate(value) if isinstance(value, list) else ()
        keyed = value.items() if isinstance(value, dict) else items
        for key, item in keyed:
            yield from values_at(item, path[1:], (*walked, key))
        if not isinstance(value, list):
            yield from values_at(value, path[1:], walked)


def _written(path: Path) -> Path:
    return tuple(written_name(step) if isinstance(step, str) else step for step in path)


@cache
def _aliases() -> Mapping[str, str]:
    """The names of all fields, of kinds and of parts in them, that are written otherwise in files."""
    waiting: list[Any] = [kind.model for kind in kinds().values()]
    found: dict[str, str] = {}
    seen: set[Any] = set()
    while waiting:
        model = waiting.pop()
        if model not in seen:
            seen.add(model)
            found |= {name: field.alias for name, field in model.model_fields.items() if field.alias}
            waiting += [part for field in model.model_fields.values() for part in _models(field.annotation)]
    return found


def _models(annotation: Any) -> Iterator[Any]:
    for option in _options(annotation):
        if _is_mapping(option):
            yield from _models(get_args(option)[1])
        elif _is_model(option):
            yield option


def _type_at(annotation: Any, step: str) -> Any:
    for option in _options(annotation):
        if _is_model(option):
            return fields(option)[step].annotation if step in fields(option) else None
        if _is_mapping(option):
            return get_args(option)[1]
    return None


def _options(annotation: Any) -> Iterator[Any]:
    """What a value of a type may be: through unions, and lists in which one value may stand alone."""
    origin = get_origin(annotation)
    if origin is Annotated or origin in (tuple, list, frozenset):
        yield from _options(get_args(annotation)[0]) if get_args(annotation) else ()
    elif origin in (Union, UnionType):
        for option in get_args(annotation):
            yield from _options(option)
    elif annotation is not NoneType:
        yield annotation


def _is_model(option: Any) -> bool:
    return isinstance(option, type) and issubclass(option, BaseModel)


def _is_mapping(option: Any) -> bool:
    origin = get_origin(option)
    return isinstance(origin, type) and issubclass(origin, Mapping)
