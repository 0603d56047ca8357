"""Days and months as the bounds of what a view shows."""

import re
from datetime import date, timedelta
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from handbook.records.types.day import read_day

_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])", re.ASCII)


def read_first(found: object) -> date:
    """The day that ``found`` says, or the first day of a month like 2026-03. Raises FIELD005 otherwise."""
    return read_day(f"{found}-01" if _is_month(found) else found)


def read_last(found: object) -> date:
    """The day that ``found`` says, or the last day of a month like 2026-03. Raises FIELD005 otherwise."""
    if not _is_month(found):
        return read_day(found)
    first = read_day(f"{found}-01")
    return date(first.year + first.month // 12, first.month % 12 + 1, 1) - timedelta(days=1)


def _is_month(found: object) -> bool:
    return isinstance(found, str) and _MONTH.fullmatch(found) is not None


_SCHEMA = WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}(-\d{2})?$"})
FirstDay = Annotated[date, BeforeValidator(read_first), _SCHEMA]
LastDay = Annotated[date, BeforeValidator(read_last), _SCHEMA]
