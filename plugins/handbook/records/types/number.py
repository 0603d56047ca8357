"""Plain numbers: what a team counts its work in."""

import re
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from handbook.records.types.fault import wrong
from handbook.records.types.meaning import Meaning

_FORM = re.compile(r"\d{1,9}(?:\.\d{1,4})?", re.ASCII)


def read_number(found: object) -> float:
    """A number of at least 0, like ``34`` or ``12.5``. Raises FIELD009 for anything else."""
    if isinstance(found, float):
        return found
    if isinstance(found, str) and _FORM.fullmatch(found):
        return float(found)
    raise wrong("FIELD009", "a number like 34 or 12.5", found)


Number = Annotated[
    float,
    BeforeValidator(read_number),
    WithJsonSchema({"type": "number", "minimum": 0}),
    Meaning("number", ("34", "12.5")),
]
