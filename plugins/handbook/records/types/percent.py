"""Shares of a whole, written in percent."""

import re
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from handbook.records.types.fault import wrong
from handbook.records.types.meaning import Meaning

_FORM = re.compile(r"(\d{1,4}(?:\.\d{1,4})?)\s?%", re.ASCII)


def read_percent(found: object) -> float:
    """The share, 1.0 for the whole, that ``found`` says in percent. Raises FIELD009 outside 0 % to 100 %."""
    share = read_units(found, "a percentage like 40%")
    if share > 1:
        raise wrong("FIELD009", "a percentage from 0% to 100%", found)
    return share


def read_units(found: object, expected: str = "units like 50% or 1") -> float:
    """A share that may exceed the whole: in percent, or as a bare number (``1`` is one full time)."""
    if isinstance(found, float):
        return found
    text = found if isinstance(found, str) else ""
    if match := _FORM.fullmatch(text):
        return float(match[1]) / 100
    if expected.startswith("units") and re.fullmatch(r"\d{1,3}(\.\d{1,4})?", text, re.ASCII):
        return float(text)
    cure = f"write {text}%" if re.fullmatch(r"\d{1,3}(\.\d+)?", text, re.ASCII) else ""
    raise wrong("FIELD009", expected, found, cure)


def _read_units(found: object) -> float:
    return read_units(found)  # pydantic would take the second argument for its own


Percent = Annotated[
    float,
    BeforeValidator(read_percent),
    WithJsonSchema({"type": "string", "pattern": r"^\d{1,3}(\.\d{1,4})?\s?%$"}),
    Meaning("percent", ("40%",)),
]
Units = Annotated[
    float,
    BeforeValidator(_read_units),
    WithJsonSchema(
        {"anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^\d{1,4}(\.\d{1,4})?\s?%?$"}]}
    ),
    Meaning("units", ("50%", "1")),
]
