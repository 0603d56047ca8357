"""Values of records as expressions see them: text, numbers, true and false, lists, mappings, nothing."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from handbook.checks.own.expression import Type
from handbook.records.types.duration import Duration
from handbook.records.types.money import Money
from handbook.records.types.rating import Rating


class Units(NamedTuple):
    """What amounts are counted in: the currency of bare sums, and the minutes of a working day and week.

    The minutes are asked for only where there is a duration, for it takes a plan to know them.
    """

    currency: str
    working_time: Callable[[], tuple[int, int]]


def plain(value: object, units: Units, words: frozenset[str] | None = None) -> object:
    """A value of a record: dates as ``2026-03-31``, durations in days, money with its currency.

    Of a group of fields only those in ``words`` are told; all without.
    """
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [plain(item, units, words) for item in value]
    if isinstance(value, BaseModel):
        return {
            name: plain(getattr(value, key), units, words)
            for name, key in _fields(type(value)).items()
            if words is None or name in words
        }
    if isinstance(value, Mapping):
        return {str(key): plain(item, units, words) for key, item in value.items()}
    return _amount(value, units)


@cache
def _fields(model: type[BaseModel]) -> Mapping[str, str]:
    """The attributes of a group of fields, by the names that files use."""
    return {info.alias or name: name for name, info in model.model_fields.items()}


def _amount(value: object, units: Units) -> object:
    """A number with a unit; what is none, like a rating or a dependency, as it was written."""
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, Duration):
        day, week = units.working_time()
        return value.minutes(day, week) / (24 * 60 if value.elapsed else day)
    if isinstance(value, Money):
        return {"amount": float(value.amount), "currency": value.currency or units.currency}
    if isinstance(value, Rating) and value.share is not None:
        return value.share
    return str(value)


def type_of(annotation: Any) -> Type:
    """What a field with this annotation may stand for in an expression."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return type_of(get_args(annotation)[0])
    if origin is Literal or annotation is str or annotation is date:
        return "text"
    if origin is tuple:
        return "list"
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return "map"
    if origin in (Union, UnionType):
        kinds = {type_of(option) for option in get_args(annotation)}
        return kinds.pop() if len(kinds) == 1 else "any"
    return "map" if isinstance(annotation, type) and issubclass(annotation, BaseModel) else "any"


def shown(value: object) -> str:
    """A value in a message: a number without needless decimals, a list with commas."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{round(value, 4):g}"
    if isinstance(value, list):
        return ", ".join(map(shown, value)) or "nothing"
    if isinstance(value, dict):
        return _shown_group(value)
    return str(value)


def _shown_group(group: dict[str, object]) -> str:
    """A sum as a sum, a project as its id, and any other group as its fields that are given."""
    if group.keys() == {"amount", "currency"}:
        return f"{shown(group['amount'])} {group['currency']}"
    if "id" in group:
        return str(group["id"])
    return ", ".join(f"{key}: {shown(value)}" for key, value in group.items() if value not in (None, "", []))
