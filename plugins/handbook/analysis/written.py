"""Values as they are written: whether the text of a change request says what a field of a record holds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from handbook.loading.marks import fields
from handbook.records.kind import kinds
from handbook.records.record import Record
from handbook.records.types.dependency import Dependency
from handbook.records.types.duration import Duration
from handbook.records.types.money import Money

_NOTHING = frozenset({"", "-", "–", "none", "nothing"})


@dataclass(frozen=True, slots=True)
class Measure:
    """What units mean where a value is compared: the minutes of a day and a week, and the own currency."""

    day_minutes: int = 480
    week_minutes: int = 2400
    currency: str | None = None


def known_fields(record: Record) -> Iterator[str]:
    """The names that may stand in a record's file: its fields, and the keys of records inside it."""
    yield from fields(type(record))
    yield from (nest.key for nest in kinds()[record.kind].nests)


def holds(record: Record, field: str, text: str, measure: Measure) -> bool | None:
    """Whether a field of a record holds what ``text`` says; None if that cannot be compared.

    ``field`` is as it is written in the file, with points between the parts of a part (``constraint.date``).
    Values are compared by what they mean: ``2w`` is ``10d`` in a week of five days, ``12k EUR`` is ``12 000``
    in a project that counts in euros. Prose, mappings and lists of parts are not compared.
    """
    model: type[BaseModel] = type(record)
    owner: Any = record
    *outer, name = field.split(".")
    for step in outer:
        if step not in fields(model):
            return None
        owner = None if owner is None else getattr(owner, _attribute(model, step))
        if not (inner := _part(model, step)):
            return None
        model = inner
    if name not in fields(model):
        return None
    value = None if owner is None else getattr(owner, _attribute(model, name))
    return _says(model, name, text, value, measure)


def _says(model: type[BaseModel], name: str, text: str, value: Any, measure: Measure) -> bool | None:
    if text.strip().casefold() in _NOTHING:
        return value is None or value in ("", ())
    if value is None:
        return False if _read(model, name, text) is not None else None
    meant = _read(model, name, text if not isinstance(value, tuple) else _items(text))
    if meant is None:
        return None
    found, wanted = _plain(value, measure), _plain(meant, measure)
    return None if found is None or wanted is None else found == wanted


def _read(model: type[BaseModel], name: str, found: object) -> Any:
    """The value that the field's type makes of what was found; None if it makes none."""
    try:
        return _adapter(model, name).validate_python(found)
    except ValidationError:
        return None


@cache
def _adapter(model: type[BaseModel], name: str) -> TypeAdapter[Any]:
    field = fields(model)[name]
    type_: Any = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
    return TypeAdapter(type_)


def _plain(value: Any, measure: Measure) -> object | None:
    """A value in a form in which equal ones are equal; None for what cannot be compared."""
    match value:
        case Duration():
            plain: object = (value.elapsed, value.minutes(measure.day_minutes, measure.week_minutes))
        case Money():
            plain = (value.amount, value.currency or measure.currency)
        case str() | Dependency():
            plain = " ".join(str(value).split()).casefold()
        case float():
            plain = round(value, 6)
        case bool() | int() | date() | Decimal():
            plain = value
        case tuple():
            items = [_plain(one, measure) for one in value]
            plain = None if None in items else frozenset(items)
        case _:
            plain = None
    return plain


def _items(text: str) -> list[str]:
    """``a, b`` or ``[a, b]`` as a list."""
    inside = text.strip().removeprefix("[").removesuffix("]")
    return [item.strip().strip("'\"") for item in inside.split(",") if item.strip()]


def _part(model: type[BaseModel], step: str) -> type[BaseModel] | None:
    """The model of a field that is one part; None for any other field."""
    annotation = fields(model)[step].annotation
    options = getattr(annotation, "__args__", (annotation,))
    found = [one for one in options if isinstance(one, type) and issubclass(one, BaseModel)]
    is_many = getattr(annotation, "__origin__", None) in (tuple, list, Mapping)
    return found[0] if len(found) == 1 and not is_many else None


def _attribute(model: type[BaseModel], written: str) -> str:
    """The Python name of a field that is called ``written`` in files."""
    return next(name for name, field in model.model_fields.items() if (field.alias or name) == written)
