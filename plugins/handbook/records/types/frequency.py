"""How often something happens: ``weekly``, ``every 3w``, ``on-demand``."""

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, InstanceOf, WithJsonSchema

from handbook.records.types.fault import wrong
from handbook.records.types.meaning import Meaning

DAYS = {
    "daily": 1,
    "weekly": 7,
    "fortnightly": 14,
    "monthly": 31,
    "quarterly": 92,
    "half-yearly": 184,
    "yearly": 366,
}
"""The words for regular intervals, with the longest number of days from one time to the next."""

IRREGULAR = ("once", "on-demand")
"""The words for what does not come back by itself."""

_EVERY = re.compile(r"every ([1-9]\d{0,2})\s?(d|w)", re.ASCII)
_WORDS = (*DAYS, *IRREGULAR)


@dataclass(frozen=True, slots=True)
class Frequency:
    """How often, as it was written; ``days`` from one time to the next at most, None if not regular."""

    text: str
    days: int | None = None

    def __str__(self) -> str:
        return self.text


def read_frequency(found: object) -> Frequency:
    """The frequency that ``found`` says. Raises FIELD004 for anything else."""
    if isinstance(found, Frequency):
        return found
    text = found.strip() if isinstance(found, str) else ""
    if text in _WORDS:
        return Frequency(text, DAYS.get(text))
    if match := _EVERY.fullmatch(text):
        return Frequency(text, int(match[1]) * {"d": 1, "w": 7}[match[2]])
    raise wrong("FIELD004", f"one of {', '.join(_WORDS)}, or 'every 3w'", found)


FrequencyField = Annotated[
    InstanceOf[Frequency],
    BeforeValidator(read_frequency),
    WithJsonSchema(
        {
            "anyOf": [
                {"enum": list(_WORDS)},
                {"type": "string", "pattern": r"^every [1-9]\d{0,2}\s?(d|w)$"},
            ]
        }
    ),
    Meaning("frequency", ("weekly", "every 3w", "on-demand")),
]
