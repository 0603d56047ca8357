"""Cells as people fill them, to values as records are written."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo
from yaml import YAMLError

from handbook.exchange.editing.editable import CannotEdit
from handbook.exchange.editing.nodes import composed, data_of
from handbook.exchange.importing.days import Order, day_of
from handbook.exchange.importing.people import Names
from handbook.exchange.neutral import plain
from handbook.records.scales import Scales
from handbook.records.types.meaning import Meaning
from handbook.records.types.reference import Reference

_ITEMS = re.compile(r"\s*[;\n]\s*")
_NAMES = re.compile(r"\s*(?:[;,/&\n]|\band\b)\s*")
_LEVELS = ("very-low", "low", "medium", "high", "very-high")
_SAME_LEVEL = {
    "vl": 0, "very low": 0, "rare": 0, "negligible": 0, "l": 1, "low": 1, "unlikely": 1, "minor": 1,
    "m": 2, "med": 2, "medium": 2, "moderate": 2, "possible": 2, "h": 3, "high": 3, "likely": 3, "major": 3,
    "vh": 4, "very high": 4, "almost certain": 4, "critical": 4, "severe": 4, "catastrophic": 4,
}  # fmt: skip
_OFTEN = {"day": "daily", "week": "weekly", "month": "monthly", "quarter": "quarterly", "year": "yearly"}
_UNITS = {"minute": "min", "hour": "h", "day": "d", "week": "w"}
_SIGNS = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY"}


class Unclear(Exception):
    """A cell that cannot be a value of its field; the message says why."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What is known while cells are read: people by their names, levels by theirs, the order of dates."""

    names: Names
    scales: Scales = field(default_factory=Scales)
    order: Order | None = None

    def value(self, text: str, info: FieldInfo) -> Any:
        """The value that a cell says for a field, as it is written in files. Raises `Unclear`."""
        cell = plain(text).strip()
        if cell[:1] in "{[" and (found := _structured(cell)) is not None:
            return found
        return self._of_type(cell, info.annotation, list(info.metadata))

    def _of_type(self, cell: str, annotation: Any, marks: list[Any]) -> Any:
        origin = get_origin(annotation)
        if origin is Annotated:
            inner, *more = get_args(annotation)
            return self._of_type(cell, inner, [*more, *marks])
        if origin in (Union, UnionType):
            options = [option for option in get_args(annotation) if option is not NoneType]
            return self._of_type(cell, options[-1], marks)
        if origin is tuple:
            return self._items(cell, get_args(annotation)[0])
        if origin is Literal:
            return _choice(cell, get_args(annotation))
        word = next((mark.word for mark in marks if isinstance(mark, Meaning)), "")
        reference = next((mark for mark in marks if isinstance(mark, Reference)), None)
        if reference is not None and not word:
            return self.names.address(cell, reference.kinds)
        return self._of_word(cell, word)

    def _items(self, cell: str, inner: Any) -> list[Any]:
        """The items of a list in one cell: between semicolons; names also between commas."""
        marks = list(get_args(inner)[1:]) if get_origin(inner) is Annotated else []
        is_name = any(isinstance(mark, Reference) for mark in marks)
        parts = [part for part in (_NAMES if is_name else _ITEMS).split(cell) if part]
        return [self._of_type(part, inner, []) for part in parts]

    def _of_word(self, cell: str, word: str) -> Any:
        if word == "date":
            found = day_of(cell, self.order)
            if isinstance(found, str):
                raise Unclear(found)
            return found.isoformat()
        if word in ("probability", "impact"):
            return _level(cell, self.scales, word)
        read: Callable[[str], str] | None = _READ.get(word)
        return read(cell) if read else " ".join(cell.split()) if word == "text" else cell


def _structured(cell: str) -> Any:
    """A list or group of fields in YAML's brackets, as `handbook export` writes it; None if it is none."""
    try:
        found = data_of(composed(cell))
    except (CannotEdit, YAMLError):
        return None
    return found if isinstance(found, dict | list) else None


def _choice(cell: str, choices: tuple[str, ...]) -> str:
    """One of some words, however it is written; YAML's own case does not matter."""
    wanted = re.sub(r"[\s_]+", "-", cell.casefold())
    for choice in choices:
        if str(choice).casefold() == wanted:
            return str(choice)
    raise Unclear(f"'{cell}' is none of {', '.join(map(str, choices))}")


def _level(cell: str, scales: Scales, word: str) -> str:
    """A level of a scale by its name or number, a percentage, or the level that a usual word stands for."""
    levels = [level.name for level in (scales.probability if word == "probability" else scales.impact)]
    name = re.sub(r"[\s_]+", "-", cell.casefold())
    if name in levels or re.fullmatch(r"[1-9]", name):
        return name
    if word == "probability" and (share := re.fullmatch(r"(\d{1,3}(?:\.\d+)?)\s*%|0?\.(\d{1,2})", cell)):
        return f"{share[1]}%" if share[1] else f"{float(f'0.{share[2]}') * 100:g}%"
    rank = _SAME_LEVEL.get(cell.casefold(), _LEVELS.index(name) if name in _LEVELS else None)
    if rank is None or len(levels) != len(_LEVELS):
        raise Unclear(f"'{cell}' is no level of {', '.join(levels)}")
    return levels[rank]


def _frequency(cell: str) -> str:
    plain_ = cell.casefold().strip()
    if match := re.search(r"every (\d+) (day|week)s?", plain_):
        return f"every {match[1]}{match[2][0]}"
    for unit, word in _OFTEN.items():
        if plain_ in (unit, word, f"every {unit}", f"once a {unit}", f"per {unit}"):
            return word
    if re.fullmatch(r"every (mon|tues|wednes|thurs|fri|satur|sun)day", plain_):
        return "weekly"
    return plain_.replace(" ", "-") if "every" not in plain_ else plain_


def _duration(cell: str) -> str:
    match = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(minute|hour|day|week)s?", cell.casefold().strip())
    return f"{match[1]}{_UNITS[match[2]]}" if match else cell.replace(" ", "")


def _percent(cell: str) -> str:
    return f"{cell}%" if re.fullmatch(r"\d{1,3}(\.\d+)?", cell) else cell.replace(" ", "")


def _money(cell: str) -> str:
    """A sum with its currency behind it; commas are thousands only where they can be nothing else."""
    sign = next((code for mark, code in _SIGNS.items() if mark in cell), "")
    bare = "".join(c for c in cell if c not in _SIGNS).strip()
    if re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d{1,2})?( ?[A-Z]{3})?", bare):
        bare = bare.replace(",", "")
    return f"{bare} {sign}".strip() if sign and not bare.endswith(sign) else bare


_READ: Mapping[str, Callable[[str], str]] = {
    "frequency": _frequency,
    "duration": _duration,
    "percent": _percent,
    "units": _percent,
    "money": _money,
    "letters": lambda cell: re.sub(r"\s*([/,])\s*", "/", cell.upper().strip()),
}
