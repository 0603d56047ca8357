"""One sheet read: bytes to raw records, flaws and allowances. Other processes can do this part."""

from __future__ import annotations

from typing import NamedTuple

from handbook.loading.allowances import allowances
from handbook.loading.compose import compose
from handbook.loading.flaw import Flaw, Unreadable
from handbook.loading.front_matter import split
from handbook.loading.guard import guard
from handbook.loading.layout import Sheet
from handbook.loading.limits import Limits
from handbook.loading.salvage import names_in
from handbook.loading.shape import Raw, raws
from handbook.loading.text import text_of


class Reading(NamedTuple):
    """What was found in one sheet.

    ``allowed`` holds code, line, last day and reason. ``lost`` holds the ids of records that the sheet seems
    to have although it could not be read. ``body`` names the field that the body of a Markdown sheet is, and
    ``body_line`` the line it begins on; without a body they are '' and 0.
    """

    raws: tuple[Raw, ...] = ()
    flaws: tuple[Flaw, ...] = ()
    allowed: tuple[tuple[str, int, str, str], ...] = ()
    lost: tuple[str, ...] = ()
    body: str = ""
    body_line: int = 0


def read(sheet: Sheet, raw: bytes, limits: Limits) -> Reading:
    """Read one sheet from its bytes. Never raises: whatever is wrong is a flaw of the reading."""
    flaws: list[Flaw] = []
    text = ""
    try:
        text = text_of(raw, flaws)
        return _read(sheet, text, limits, flaws)
    except Unreadable as end:
        lost = names_in(text or raw.replace(b"\0", b"").decode(errors="ignore"))
        return Reading(flaws=(*flaws, end.flaw), lost=(sheet.id, *lost) if sheet.id else lost or ("*",))


def _read(sheet: Sheet, text: str, limits: Limits, flaws: list[Flaw]) -> Reading:
    fields, body, body_line = split(text) if sheet.is_markdown and text.strip() else (text, "", 0)
    guard(fields, limits.depth)
    node = compose(fields)
    if (node is None and not sheet.is_markdown) or not text.strip():
        flaws.append(Flaw("READ010", "the file is empty", cure="remove it, or write a record"))
        return Reading(flaws=tuple(flaws), lost=(sheet.id,) if sheet.id else ())
    found = list(raws(sheet, node, flaws))
    name = _put_body(found[0], body, body_line, flaws) if body.strip() and found else ""
    allowed = tuple(allowances(text, body_line, flaws))
    return Reading(tuple(found), tuple(flaws), allowed, (), name, body_line if name else 0)


def _put_body(raw: Raw, body: str, body_line: int, flaws: list[Flaw]) -> str:
    """Make the body a field of the record, and name it: a charter's purpose, or else the description."""
    if raw.data is None:
        return ""
    name = "purpose" if raw.kind == "project" and not raw.data.get("purpose") else "description"
    if raw.data.get(name):
        message = f"'{name}' is given among the fields, and again as the body"
        flaws.append(Flaw("READ003", message, body_line, cure="keep one of the two", fatal=True))
        return ""
    raw.data[name] = body
    return name
