"""Hours of a working day: ``8:00-12:00 13:00-17:00``."""

import re
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from handbook.records.types.fault import wrong
from handbook.records.types.meaning import Meaning

_SPAN = re.compile(r"(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})", re.ASCII)
_EXPECTED = "hours like '8:00-12:00 13:00-17:00' or 'free'"

Hours = tuple[tuple[int, int], ...]
"""Spans of work in a day, each from one minute after midnight to another; empty for a free day."""


def read_hours(found: object) -> Hours:
    """The spans of work that ``found`` says, in order. Raises FIELD009 for another form or overlaps."""
    if isinstance(found, tuple):
        return found
    if not isinstance(found, str) or len(found) > 200:
        raise wrong("FIELD009", _EXPECTED, found)
    if found.strip() == "free":
        return ()
    spans = tuple((int(a) * 60 + int(b), int(c) * 60 + int(d)) for a, b, c, d in _SPAN.findall(found))
    rest = _SPAN.sub("", found).replace(",", " ").strip()
    edges = [edge for span in spans for edge in span]
    if not spans or rest or edges != sorted(set(edges)) or edges[-1] > 24 * 60 or "60" in _minutes(found):
        raise wrong(
            "FIELD009",
            _EXPECTED,
            found,
            "write spans in order, from 0:00 to 24:00, with a space between them",
        )
    return spans


def _minutes(text: str) -> list[str]:
    """The minutes of the hours in ``text``; '60' stands for any that no hour has."""
    return ["60" if int(m) > 59 else m for pair in _SPAN.findall(text) for m in (pair[1], pair[3])]


HoursField = Annotated[
    Hours,
    BeforeValidator(read_hours),
    WithJsonSchema({"type": "string"}),
    Meaning("hours", ("8:00-12:00 13:00-17:00", "free")),
]
