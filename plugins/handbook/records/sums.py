"""Sums of money: where a record says some, whatever its kind."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pydantic import BaseModel, BeforeValidator

from handbook.records.origin import Path
from handbook.records.record import Record
from handbook.records.references import marked_paths, values_along
from handbook.records.types.money import Money, read_money


class Sum(NamedTuple):
    """A sum of money and its path in the record that says it."""

    money: Money
    path: Path


def sums(record: Record) -> Iterator[Sum]:
    """Every sum of money of a record, in the order of its fields."""
    for path in _paths(type(record)):
        for value, walked in values_along(record, path):
            if isinstance(value, Money):
                yield Sum(value, tuple(step if isinstance(step, int) else str(step) for step in walked))


def foreign_sums(record: Record, currency: str) -> Iterator[Sum]:
    """The sums of a record that are in another currency than this one."""
    return (one for one in sums(record) if one.money.currency not in {None, currency})


@cache
def has_sums(model: type[BaseModel]) -> bool:
    """Whether records of a model may say any."""
    return bool(_paths(model))


@cache
def _paths(model: type[BaseModel]) -> tuple[Path, ...]:
    marked = marked_paths(model, lambda mark: isinstance(mark, BeforeValidator) and mark.func is read_money)
    return tuple(dict.fromkeys(path for path, _ in marked))
