"""Which fields of a model name other records, and what they name in one record."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from handbook.records.origin import Path
from handbook.records.types.dependency import Dependency
from handbook.records.types.reference import Reference

EACH = "*"
KEYS = "*key"


class Mention(NamedTuple):
    """One reference as it stands in a record: the text, the kinds it may name, and its path in the record."""

    text: str
    kinds: tuple[str, ...]
    path: Path


def reference_paths(model: type[BaseModel]) -> tuple[tuple[Path, Reference], ...]:
    """The paths of all fields that hold references; ``*`` stands for each item, ``*key`` for each key."""
    return tuple(marked_paths(model, lambda mark: isinstance(mark, Reference)))


def marked_paths(
    model: type[BaseModel], is_mark: Callable[[Any], bool], around: tuple[type[BaseModel], ...] = ()
) -> Iterator[tuple[Path, Any]]:
    """The paths of all fields of ``model`` that bear a mark, with the mark.

    Parts inside the model are searched too, but not a part inside one of its own kind: ``around`` are those
    entered.
    """
    for name, field in model.model_fields.items():
        yield from (((name,), mark) for mark in field.metadata if is_mark(mark))
        inside = _in_type(field.annotation, is_mark, (*around, model))
        yield from (((name, *path), mark) for path, mark in inside)


def part_names(model: type[BaseModel]) -> Iterator[str]:
    """The names of the fields of all parts inside a model, as files write them."""
    waiting, known = [model], {model}
    while waiting:
        for info in waiting.pop().model_fields.values():
            for part in _parts(info.annotation):
                if part not in known:
                    known.add(part)
                    waiting.append(part)
                    yield from (inner.alias or name for name, inner in part.model_fields.items())


def _parts(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _parts(inner)


def mentions_in(record: BaseModel, paths: tuple[tuple[Path, Reference], ...]) -> Iterator[Mention]:
    """The references of ``record`` along ``paths``, in order."""
    for path, mark in paths:
        for value, walked in values_along(record, path):
            text = value.target if isinstance(value, Dependency) else value
            if isinstance(text, str):
                yield Mention(text, mark.kinds, walked)


def values_along(record: BaseModel, path: Path) -> list[tuple[Any, Path]]:
    """The values of ``record`` along a path with `EACH` and `KEYS` in it, each with its own path."""
    value = getattr(record, str(path[0]))
    if not value:
        return []
    found: list[tuple[Any, Path]] = [(value, path[:1])]
    for step in path[1:]:
        found = _inside(found, step)
    return found


def _in_type(
    annotation: Any, is_mark: Callable[[Any], bool], around: tuple[type[BaseModel], ...]
) -> Iterator[tuple[Path, Any]]:
    """The marks inside a type: through unions, lists, mappings and parts."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *marks = get_args(annotation)
        yield from (((), mark) for mark in marks if is_mark(mark))
        yield from _in_type(inner, is_mark, around)
    elif origin in (Union, UnionType):
        for option in get_args(annotation):
            yield from _in_type(option, is_mark, around)
    elif isinstance(origin, type) and issubclass(origin, Mapping):
        key, value = get_args(annotation)
        yield from (((KEYS, *path), mark) for path, mark in _in_type(key, is_mark, around))
        yield from (((EACH, *path), mark) for path, mark in _in_type(value, is_mark, around))
    elif origin in (tuple, list, frozenset):
        for item in get_args(annotation)[:1]:
            yield from (((EACH, *path), mark) for path, mark in _in_type(item, is_mark, around))
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel) and annotation not in around:
        yield from marked_paths(annotation, is_mark, around)


def _inside(found: list[tuple[Any, Path]], step: str | int) -> list[tuple[Any, Path]]:
    """The values one step further in, with their paths."""
    if step == KEYS:
        return [(key, (*walked, key)) for value, walked in found if value for key in value]
    if step == EACH:
        return [(item, (*walked, key)) for value, walked in found if value for key, item in _items(value)]
    return [
        (getattr(value, str(step), None), (*walked, step))
        for value, walked in found
        if isinstance(value, BaseModel)
    ]


def _items(value: Any) -> Iterable[tuple[Any, Any]]:
    return value.items() if isinstance(value, Mapping) else enumerate(value)
