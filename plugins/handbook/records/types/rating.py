"""Ratings on a scale: a level by name or number, or a share in percent."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated

from pydantic import BeforeValidator, InstanceOf, WithJsonSchema

from handbook.records.types.fault import wrong
from handbook.records.types.meaning import Meaning
from handbook.records.types.percent import read_percent

_NAME = re.compile(r"[a-z][a-z-]{0,39}")
_NUMBERS = {str(level): level for level in range(1, 10)}


@dataclass(frozen=True, slots=True)
class Rating:
    """What was written for a probability or an impact: one of ``level``, ``name`` and ``share`` is set.

    ``level`` counts from 1 on the scale of the settings, ``name`` is the name of a level there, ``share`` a
    probability from 0 to 1. The scale turns each of them into a level.
    """

    level: int | None = None
    name: str | None = None
    share: float | None = None

    def __str__(self) -> str:
        if self.share is not None:
            return f"{self.share * 100:g}%"
        return self.name if self.name is not None else str(self.level)


def read_probability(found: object) -> Rating:
    """A probability: the name of a level, its number, or a percentage. Raises FIELD011 for anything else."""
    if isinstance(found, str) and found.endswith("%"):
        return Rating(share=read_percent(found))
    return _level(found, "a level name, a number from 1, or a percentage like 30%")


def read_impact(found: object) -> Rating:
    """An impact: the name or number of a level. Raises FIELD011 for anything else."""
    return _level(found, "a level name or a number from 1")


def _level(found: object, expected: str) -> Rating:
    if isinstance(found, str):
        return _read_level(found, expected)
    if isinstance(found, Rating):
        return found
    raise wrong("FIELD011", expected, found)


@lru_cache(maxsize=256)  # a scale has few levels, a register many ratings
def _read_level(found: str, expected: str) -> Rating:
    if level := _NUMBERS.get(found):
        return Rating(level=level)
    if _NAME.fullmatch(found):
        return Rating(name=found)
    raise wrong("FIELD011", expected, found)


_SCHEMA = {"anyOf": [{"type": "integer", "minimum": 1, "maximum": 9}, {"type": "string"}]}
Probability = Annotated[
    InstanceOf[Rating],
    BeforeValidator(read_probability),
    WithJsonSchema(_SCHEMA),
    Meaning("probability", ("low", "30%", "2")),
]
Impact = Annotated[
    InstanceOf[Rating],
    BeforeValidator(read_impact),
    WithJsonSchema(_SCHEMA),
    Meaning("impact", ("major", "4")),
]
