"""Months: ISO 8601 year and month, the periods in which money is counted."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated

from pydantic import BeforeValidator, InstanceOf, WithJsonSchema

from handbook.records.types.fault import wrong
from handbook.records.types.meaning import Meaning

_PATTERN = r"(\d{4})-(0[1-9]|1[0-2])"
_FORM = re.compile(_PATTERN, re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """One month of one year; months are in the order of time."""

    year: int
    month: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year, self.month, monthrange(self.year, self.month)[1])

    @property
    def number(self) -> int:
        """Months counted without a break from one year to the next."""
        return self.year * 12 + self.month - 1

    @classmethod
    def numbered(cls, number: int) -> "Month":
        """The month with a number."""
        return cls(number // 12, number % 12 + 1)

    @classmethod
    def of(cls, day: date) -> "Month":
        """The month of a day."""
        return cls(day.year, day.month)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"


def read_month(found: object) -> Month:
    """The month that ``found`` says, in the form YYYY-MM. Raises FIELD005 for anything else."""
    if isinstance(found, str):
        return _read(found)
    if isinstance(found, Month):
        return found
    raise wrong("FIELD005", "a month like 2026-03", found, "write year and month with a hyphen: YYYY-MM")


@lru_cache(maxsize=1024)  # the same months stand in every line of a budget
def _read(found: str) -> Month:
    match = _FORM.fullmatch(found)
    if not match or match[1] == "0000":
        raise wrong("FIELD005", "a month like 2026-03", found, "write year and month with a hyphen: YYYY-MM")
    return Month(int(match[1]), int(match[2]))


MonthField = Annotated[
    InstanceOf[Month],
    BeforeValidator(read_month),
    WithJsonSchema({"type": "string", "pattern": f"^{_PATTERN}$"}),
    Meaning("month", ("2026-03",)),
]
