"""Records as they are written in files: plain data that reads back as the same record."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from handbook.records.record import SYSTEM_FIELDS, Record
from handbook.records.types.meaning import Meaning
from handbook.records.types.money import Money

Plain = str | bool | int | float | list["Plain"] | dict[str, "Plain"]
"""Text, yes or no, a number, a list or a mapping; plain numbers are numbers, all else is text."""


def written(record: Record) -> dict[str, Plain]:
    """The fields of a record that say something, by their names in files, in the order of the model."""
    return _fields(record)


def _fields(model: BaseModel) -> dict[str, Plain]:
    found = ((name, field, getattr(model, name)) for name, field in type(model).model_fields.items())
    return {
        field.alias or name: _plain(value, field.annotation, _mark(field))
        for name, field, value in found
        if name not in SYSTEM_FIELDS and not _says_nothing(value, field)
    }


def _says_nothing(value: Any, field: FieldInfo) -> bool:
    if value is None or value == field.get_default():
        return True
    return not field.is_required() and value in ("", (), {})


def _plain(value: Any, annotation: Any, mark: str) -> Plain:
    """A value in its written form; ``mark`` is what its type is called, which tells shares from numbers."""
    if isinstance(value, BaseModel):
        return _fields(value)
    if write := _WRITE.get(mark):
        return write(value)
    if isinstance(value, tuple):
        inner = _inner(annotation)
        return [_plain(item, *inner[0]) for item in value]
    if isinstance(value, Mapping):
        key, held = _inner(annotation)
        return {str(_plain(name, *key)): _plain(item, *held) for name, item in value.items()}
    return _scalar(value)


def _scalar(value: Any) -> Plain:
    if isinstance(value, Money):
        return _money(value)
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}".removesuffix(" 00:00")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return value
    if isinstance(value, float):
        return int(value) if value == int(value) else value
    return value if isinstance(value, int) else str(value)


def _inner(annotation: Any) -> tuple[tuple[Any, str], ...]:
    """The types inside a list or mapping, each with its mark, through annotations and options."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _inner(get_args(annotation)[0])
    if origin in (Union, UnionType):
        options = (_inner(option) for option in get_args(annotation) if option is not NoneType)
        return next(filter(None, options))
    return tuple(_marked(inner) for inner in get_args(annotation) if inner is not Ellipsis)


def _marked(annotation: Any) -> tuple[Any, str]:
    if get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        return inner, _word(marks)
    return annotation, ""


def _mark(field: FieldInfo) -> str:
    """What the type of a field is called; of a type or nothing, what that type is called."""
    if word := _word(field.metadata):
        return word
    if get_origin(field.annotation) in (Union, UnionType):
        words = {mark for option in get_args(field.annotation) if (mark := _marked(option)[1])}
        return words.pop() if len(words) == 1 else ""
    return ""


def _word(marks: Any) -> str:
    return next((mark.word for mark in marks if isinstance(mark, Meaning)), "")


def _money(money: Money) -> str:
    amount = f"{money.amount.normalize():f}"
    return f"{amount} {money.currency}" if money.currency else amount


def _share(share: float) -> str:
    return f"{round(share * 100, 4):g}%"


def _hours(spans: tuple[tuple[int, int], ...]) -> str:
    def clock(minutes: int) -> str:
        return f"{minutes // 60}:{minutes % 60:02}"

    return " ".join(f"{clock(start)}-{clock(end)}" for start, end in spans) or "free"


_WRITE: dict[str, Callable[[Any], Plain]] = {
    "percent": _share,
    "units": _share,
    "number": lambda value: int(value) if value == int(value) else value,
    "hours": _hours,
    "letters": "/".join,
}
