"""What a model finds wrong, in the words of those who write records."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError
from pydantic_core import PydanticCustomError

from handbook.loading.marks import fields, part_at
from handbook.problems.nearest import did_you_mean, nearest
from handbook.records.origin import Path
from handbook.records.record import SYSTEM_FIELDS, Record
from handbook.records.types.fault import shown
from handbook.records.types.text import read_line

_KEY = "[key]"
_MOST_LISTED = 12


class Fault(NamedTuple):
    """What is wrong with one value of a record.

    ``is_key`` if it is wrong with its key; ``missing`` names the field that is not at ``path``,
    ``meant`` the field that a misspelt key is.
    """

    code: str
    message: str
    cure: str
    path: Path
    is_key: bool = False
    missing: str = ""
    meant: str = ""


def faults_in(error: ValidationError, model: type[Record], data: dict[str, Any]) -> list[Fault]:
    """The faults of a record that was written as ``data``, each told once, in the order of the fields."""
    found: dict[tuple[Path, bool, str], Fault] = {}
    for detail in error.errors(include_url=False):
        path, is_key = _path(detail["loc"], data)
        fault = _fault(dict(detail), model, path, is_key)
        # Of the branches of a union, the last is the most general: it tells best what was expected.
        found[path, is_key, fault.missing] = fault
    return list(found.values())


def without_echoes(faults: list[Fault]) -> list[Fault]:
    """The faults without those that another brings about: a field is missing if its name is misspelt."""
    meant = {(fault.path[:-1], fault.meant) for fault in faults if fault.meant}
    return [fault for fault in faults if not fault.missing or (fault.path, fault.missing) not in meant]


def unknown_key(model: type[BaseModel], path: Path) -> Fault:
    """The fault of a key that the model has no field for."""
    if path[-1] in SYSTEM_FIELDS:
        cure = "remove it: where a record stands says what it is called and belongs to"
        return Fault("FIELD001", f"unknown key {shown(path[-1])}", cure, path, True)
    part = part_at(model, path[:-1]) or model
    meant = _meant(str(path[-1]), part)
    known = ", ".join(sorted(fields(part))) if len(fields(part)) <= _MOST_LISTED else ""
    where = f" in {shown(path[-2])}" if len(path) > 1 and isinstance(path[-2], str) else ""
    cure = f"did you mean '{meant}'?" if meant else f"the keys are {known}" if known else "remove it"
    return Fault("FIELD001", f"unknown key {shown(path[-1])}{where}", cure, path, True, meant=meant)


@lru_cache(maxsize=1024)  # the same key is often misspelt in every record of a file
def _meant(word: str, part: type[BaseModel]) -> str:
    return nearest(word, fields(part)) or ""


def _path(loc: tuple[int | str, ...], data: Any) -> tuple[Path, bool]:
    """The part of ``loc`` that was written; the rest are branches of unions, and missing fields."""
    path: list[str | int] = []
    for step in loc:
        is_there = isinstance(data, dict) and step in data
        if is_there or (isinstance(data, list) and isinstance(step, int) and step < len(data)):
            data = data[step]
            path.append(step)
    return tuple(path), loc[-1:] == (_KEY,)


def _fault(detail: dict[str, Any], model: type[Record], path: Path, is_key: bool) -> Fault:
    type_, context, found = detail["type"], detail.get("ctx", {}), detail["input"]
    if type_.startswith("FIELD"):
        return Fault(type_, context["message"], context["cure"], path, is_key)
    if type_ == "extra_forbidden":
        return unknown_key(model, path)
    if type_ == "missing":
        return _missing(model, path, str(detail["loc"][-1]))
    if type_ == "literal_error":
        values = re.findall(r"'([^']*)'", context["expected"])
        cure = did_you_mean(found, values) if isinstance(found, str) else ""
        return Fault("FIELD004", f"expected {context['expected']}, found {shown(found)}", cure, path, is_key)
    if type_ in _NUMBERS:
        return Fault(
            "FIELD009", f"expected {_NUMBERS[type_](context)}, found {shown(found)}", "", path, is_key
        )
    told = _text_fault(found) if type_.startswith("string_") else None
    return Fault(*(told or _shape_fault(type_, found)), path, is_key)


def _shape_fault(type_: str, found: object) -> tuple[str, str, str]:
    expected = next((words for ending, words in _SHAPES if type_.endswith(ending)), "another value")
    return "FIELD003", f"expected {expected}, found {shown(found)}", ""


def _text_fault(found: object) -> tuple[str, str, str] | None:
    """Code, message and cure of what is wrong with a line of text; None if lines may say it."""
    try:
        read_line(found)
    except PydanticCustomError as error:
        context = error.context or {}
        return error.type, context["message"], context["cure"]
    return None


def _missing(model: type[Record], path: Path, name: str) -> Fault:
    part = part_at(model, path)
    field = fields(part).get(name) if part else None
    says = (field.description or "") if field else ""
    owner = next((f"'{step}'" for step in reversed(path) if isinstance(step, str)), f"the {model.kind}")
    told = says[:1].lower() + says[1:].rstrip(".")
    cure = f"add '{name}': {told}" if told else f"add '{name}'"
    return Fault("FIELD002", f"{owner} has no '{name}'", cure, path, missing=name)


_Words = Callable[[dict[str, Any]], str]
_NUMBERS: dict[str, _Words] = {
    "int_parsing": lambda context: "a whole number",
    "int_parsing_size": lambda context: "a smaller number",
    "int_type": lambda context: "a whole number",
    "int_from_float": lambda context: "a whole number",
    "greater_than_equal": lambda context: f"a number of at least {context['ge']}",
    "greater_than": lambda context: f"a number above {context['gt']}",
    "less_than_equal": lambda context: f"a number of at most {context['le']}",
    "less_than": lambda context: f"a number below {context['lt']}",
}
_SHAPES = (
    ("dict_type", "a mapping: 'name: value' in lines of their own"),
    ("mapping_type", "a mapping: 'name: value' in lines of their own"),
    ("model_type", "fields: 'field: value' in lines of their own"),
    ("model_attributes_type", "fields: 'field: value' in lines of their own"),
    ("tuple_type", "a list"),
    ("list_type", "a list"),
    ("string_type", "text"),
)


def absent(error: ValidationError, model: type[Record], data: dict[str, Any]) -> Iterator[Path]:
    """The paths of fields written without a value and faulty only for that: they count as not written."""
    for detail in error.errors(include_url=False, include_context=False):
        path, is_key = _path(detail["loc"], data)
        if is_key or not path or not isinstance(path[-1], str) or detail["type"] == "extra_forbidden":
            continue
        part = part_at(model, path[:-1])
        if part and path[-1] in fields(part) and _value(data, path) is None:
            yield path


def _value(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data
