"""Any value of a record as a reader sees it, and as text to compare and to sort by."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from pydantic import BaseModel

from handbook.records.record import Record
from handbook.records.references import marked_paths, reference_paths
from handbook.records.types.dependency import Dependency
from handbook.records.types.meaning import Meaning
from handbook.records.types.money import Money
from handbook.views.block.inline import Phrase
from handbook.views.dates import day
from handbook.views.naming import joined, named
from handbook.views.view import Ground


def shown(ground: Ground, record: Record, field: str) -> Phrase:
    """The value of a field: dates as days, references by name, lists with commas."""
    value = getattr(record, field)
    if isinstance(value, float) and field in _numbers(type(record)):
        return (number(value),)
    return _phrase(ground, record, value, field in _references(type(record)))


def number(value: float | None) -> str:
    """A plain number, without decimals that say nothing; empty for none."""
    return "" if value is None else f"{value:,.4f}".rstrip("0").rstrip(".").replace(",", "\u00a0")


def comparable(value: object) -> tuple[str, ...]:
    """The texts that a value is compared by: one for each item of a list, in lower case."""
    if isinstance(value, (tuple, list, frozenset)):
        return tuple(text for item in value for text in comparable(item))
    if isinstance(value, Mapping):
        return tuple(text for key in value for text in comparable(key))
    return () if value is None else (_text(value).casefold(),)


def sortable(value: object) -> tuple[int, Any]:
    """What a value is sorted by: numbers and dates as such, all else as text; nothing comes last."""
    if isinstance(value, (int, float, Decimal)):
        return 0, float(value)
    if isinstance(value, Money):
        return 0, float(value.amount)
    if isinstance(value, date):
        return 1, value.isoformat()
    texts = comparable(value)
    return (2, " ".join(texts)) if any(texts) else (3, "")


def _phrase(  # noqa: PLR0911  (one line for each type)
    ground: Ground, record: Record, value: object, is_reference: bool
) -> Phrase:
    if value is None or value == "":
        return ()
    if isinstance(value, (tuple, list)):
        return joined((_phrase(ground, record, item, is_reference) for item in value), ", ")
    if isinstance(value, Mapping):
        pairs = (
            (*_phrase(ground, record, key, is_reference), f" {_text(held)}") for key, held in value.items()
        )
        return joined(pairs, ", ")
    if isinstance(value, date):
        return (day(value, ground.status_date),)
    if isinstance(value, Dependency):
        rest = str(value).removeprefix(value.target)
        return (named(ground, value.target, record.project), *((rest,) if rest else ()))
    if is_reference and isinstance(value, str):
        return (named(ground, value, record.project),)
    return (_text(value),)


def _text(value: object) -> str:
    if isinstance(value, BaseModel):
        told = (_text(part) for part in value.__dict__.values() if part not in (None, "", ()))
        return ", ".join(told)
    if isinstance(value, float):
        return f"{value:.0%}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (tuple, list)):
        return ", ".join(map(_text, value))
    return str(value)


@cache
def _references(model: type[Record]) -> frozenset[str]:
    """The fields of a model that are references, or lists or mappings of them."""
    return frozenset(str(path[0]) for path, _ in reference_paths(model) if len(path) < 3)


@cache
def _numbers(model: type[Record]) -> frozenset[str]:
    """The fields of a model that are plain numbers, not shares of a whole."""
    found = marked_paths(model, lambda mark: isinstance(mark, Meaning) and mark.word == "number")
    return frozenset(str(path[0]) for path, _ in found if len(path) == 1)
