"""Dates: ISO 8601 calendar dates, and nothing that merely resembles one."""

import re
from datetime import date
from functools import lru_cache
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from handbook.records.types.fault import wrong
from handbook.records.types.meaning import Meaning

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_EXPECTED = "a date like 2026-03-31"
_CURE = "write year, month and day with hyphens: YYYY-MM-DD"


def read_day(found: object) -> date:
    """The date that ``found`` says, in the form YYYY-MM-DD. Raises FIELD005 for anything else."""
    if isinstance(found, str):
        return _read(found)
    if isinstance(found, date):
        return found
    raise wrong("FIELD005", _EXPECTED, found, _CURE)


@lru_cache(maxsize=4096)  # the same days stand in many records
def _read(found: str) -> date:
    match = _ISO.fullmatch(found)
    if not match:
        raise wrong("FIELD005", _EXPECTED, found, _CURE)
    try:
        return date.fromisoformat(found)
    except ValueError:
        raise wrong("FIELD005", _EXPECTED, found, _cure(*map(int, match.groups()))) from None


def _cure(year: int, month: int, day: int) -> str:
    """What was probably meant by a date that does not exist."""
    if 31 >= month > 12 >= day > 0 and year:
        return f"there is no month {month}; did you mean {year:04}-{day:02}-{month:02}?"
    return f"there is no day {day} in that month" if 1 <= month <= 12 else f"there is no month {month}"


Day = Annotated[
    date,
    BeforeValidator(read_day),
    WithJsonSchema({"type": "string", "format": "date"}),
    Meaning("date", ("2026-03-31",)),
]
