"""Durations in working time (``3d``, ``2w``, ``4h``, ``1.5d``) or elapsed time (``3ed``)."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, InstanceOf, WithJsonSchema

from handbook.records.types.fault import wrong
from handbook.records.types.meaning import Meaning

_PATTERN = r"(\d{1,6}(?:\.\d{1,4})?)\s?(e?)(min|h|d|w)"
_FORM = re.compile(_PATTERN, re.ASCII)
_ELAPSED_MINUTES = {"min": 1, "h": 60, "d": 24 * 60, "w": 7 * 24 * 60}
_EXPECTED = "a duration like 3d, 2w, 4h or 1.5d"


@dataclass(frozen=True, slots=True)
class Duration:
    """An amount of time in the unit it was written in.

    ``unit`` is ``min``, ``h``, ``d`` or ``w``. Working durations count working time of a calendar, in which a
    day and a week have as many hours as the calendar says; ``elapsed`` ones run day and night.
    """

    amount: Decimal
    unit: str
    elapsed: bool = False

    def minutes(self, day_minutes: int, week_minutes: int) -> int:
        """Whole minutes, rounded half up, given the working minutes of one day and of one week."""
        working = {"min": 1, "h": 60, "d": day_minutes, "w": week_minutes}
        per_unit = (_ELAPSED_MINUTES if self.elapsed else working)[self.unit]
        return int(self.amount * per_unit + Decimal("0.5"))

    def __str__(self) -> str:
        return f"{self.amount.normalize():f}{'e' if self.elapsed else ''}{self.unit}"


def read_duration(found: object) -> Duration:
    """The duration that ``found`` says. Raises FIELD006 for anything else, and for a bare number."""
    if isinstance(found, Duration):
        return found
    if not isinstance(found, str) or not (match := _FORM.fullmatch(found)):
        raise wrong("FIELD006", _EXPECTED, found, _cure(found))
    amount, elapsed, unit = match.groups()
    return Duration(Decimal(amount), unit, bool(elapsed))


def _cure(found: object) -> str:
    if isinstance(found, str) and re.fullmatch(r"\d+(\.\d+)?", found, re.ASCII):
        return f"add a unit: {found}d for working days"
    return "write a number and a unit: h, d or w; ed for elapsed days"


DurationField = Annotated[
    InstanceOf[Duration],
    BeforeValidator(read_duration),
    WithJsonSchema({"type": "string", "pattern": f"^{_PATTERN}$"}),
    Meaning("duration", ("3d", "2w", "4h", "1.5d", "3ed")),
]
