"""Dates: ISO 8601 calendar dates, and nothing that merely resembles one."""

import re
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from handbook.records.types.fault import wrong

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_EXPECTED = "a date like 2026-03-31"


def read_day(found: object) -> date:
    """The date that ``found`` says, in the form YYYY-MM-DD. Raises FIELD005 for anything else."""
    if isinstance(found, date):
        return found
    if not isinstance(found, str) or not (match := _ISO.fullmatch(found)):
        raise wrong("FIELD005", _EXPECTED, found, "write year, month and day with hyphens: YYYY-MM-DD")
    try:
        return date.fromisoformat(found)
    except ValueError:
        raise wrong("FIELD005", _EXPECTED, found, _cure(*map(int, match.groups()))) from None


def _cure(year: int, month: int, day: int) -> str:
    """What was probably meant by a date that does not exist."""
    if 31 >= month > 12 >= day > 0 and year:
        return f"there is no month {month}; did you mean {year:04}-{day:02}-{month:02}?"
    return f"there is no day {day} in that month" if 1 <= month <= 12 else f"there is no month {month}"


Day = Annotated[date, BeforeValidator(read_day), WithJsonSchema({"type": "string", "format": "date"})]
