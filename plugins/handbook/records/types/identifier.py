"""Identifiers: the names by which records are addressed."""

import re
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from handbook.records.types.fault import wrong
from handbook.records.types.meaning import Meaning

PATTERN = r"[A-Za-z][A-Za-z0-9_]*(?:[-.][A-Za-z0-9_]+)*"
_FORM = re.compile(PATTERN)
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])", re.ASCII)
_LONGEST = 80


def is_id(text: str) -> bool:
    """Whether ``text`` is an identifier: letters, digits, underscores; parts joined by ``-`` or ``.``."""
    return len(text) <= _LONGEST and _FORM.fullmatch(text) is not None


def is_dated_id(text: str) -> bool:
    """Whether ``text`` is a date, as the id of a report is."""
    return _DATED.fullmatch(text) is not None


def is_month_id(text: str) -> bool:
    """Whether ``text`` is a month, as the id of a baseline may be: ``2026-03``."""
    return _MONTH.fullmatch(text) is not None


def read_id(found: object) -> str:
    """The identifier that ``found`` says. Raises FIELD007 for anything else."""
    if isinstance(found, str) and is_id(found):
        return found
    raise wrong("FIELD007", "an id like R-7 or build.api", found, id_cure(found))


def id_cure(found: object) -> str:
    """What makes an identifier of something that is none."""
    if isinstance(found, str) and not found.isascii():
        odd = next(c for c in found if not c.isascii())
        return f"use ASCII letters only; U+{ord(odd):04X} is not one, though it may look like one"
    return "start with a letter; then letters, digits, underscores; join parts by a hyphen or a dot"


Id = Annotated[
    str,
    BeforeValidator(read_id),
    WithJsonSchema({"type": "string", "pattern": f"^{PATTERN}$"}),
    Meaning("id"),
]
