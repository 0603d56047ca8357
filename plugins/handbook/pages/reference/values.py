"""What may be written for a field, in the words of the manual."""

from collections.abc import Iterator, Mapping
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from handbook.records.types.meaning import Meaning
from handbook.records.types.reference import Reference

_PARTY = ("person", "role", "team")


def value_of(field: FieldInfo) -> str:
    """What a field may hold: ``date``, ``list of text``, ```threat`, `opportunity```."""
    return _told(field.annotation, field.metadata)


def parts_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The groups of fields that a type holds, through lists, mappings and choices, in order."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    else:
        for inner in get_args(annotation):
            yield from parts_in(inner)


def spoken(part: type[BaseModel]) -> str:
    """The name of a group of fields as words: ``Change impact``."""
    words = "".join(f" {c.lower()}" if c.isupper() else c for c in part.__name__).strip()
    return words[:1].upper() + words[1:]


def _told(annotation: Any, marks: list[Any]) -> str:
    if meaning := next((mark for mark in marks if isinstance(mark, Meaning)), None):
        return meaning.word
    if reference := next((mark for mark in marks if isinstance(mark, Reference)), None):
        return _reference(reference)
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        return _told(inner, more)
    if origin in (Union, UnionType):
        told = (_told(option, []) for option in get_args(annotation) if option is not NoneType)
        return " or ".join(dict.fromkeys(told))
    if origin is Literal:
        return ", ".join(f"`{value}`" for value in get_args(annotation))
    return _collection(annotation, origin, marks)


def _collection(annotation: Any, origin: Any, marks: list[Any]) -> str:
    if origin in (tuple, list, frozenset):
        return f"list of {_told(get_args(annotation)[0], [])}"
    if isinstance(origin, type) and issubclass(origin, Mapping):
        key, value = get_args(annotation)
        return f"{_told(key, [])}: {_told(value, [])}"
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return f"[{spoken(annotation).lower()}](#{spoken(annotation).lower().replace(' ', '-')})"
    if annotation is int:
        return _number(marks)
    return "yes or no" if annotation is bool else "text"


def _reference(mark: Reference) -> str:
    if not mark.kinds:
        return "record"
    if mark.kinds == _PARTY:
        return "party"
    return " or ".join(kind.replace("-", " ") for kind in mark.kinds)


def _number(marks: list[Any]) -> str:
    low = next((mark.ge for mark in marks if isinstance(mark, Ge)), None)
    high = next((mark.le for mark in marks if isinstance(mark, Le)), None)
    if low is not None and high is not None:
        return f"{low} to {high}"
    return "whole number" if low is None else f"whole number from {low}"
