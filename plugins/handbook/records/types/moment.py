"""A day, or a time on it: ``2026-03-31`` or ``2026-03-31 08:00``."""

import re
from datetime import datetime
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from handbook.records.types.fault import wrong
from handbook.records.types.meaning import Meaning

_PATTERN = r"\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?"


def read_moment(found: object) -> datetime:
    """The moment that ``found`` says, of a day its beginning. Raises FIELD005 for anything else."""
    if isinstance(found, datetime):
        return found
    if isinstance(found, str) and re.fullmatch(_PATTERN, found, re.ASCII):
        try:
            return datetime.fromisoformat(found)
        except ValueError:
            pass
    raise wrong("FIELD005", "a day like 2026-03-31, or with a time 2026-03-31 08:00", found)


Moment = Annotated[
    datetime,
    BeforeValidator(read_moment),
    WithJsonSchema({"type": "string", "pattern": f"^{_PATTERN}$"}),
    Meaning("day or time", ("2026-03-31", "2026-03-31 08:00")),
]
