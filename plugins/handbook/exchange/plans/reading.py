"""What all readers of plans share: the fault of a file that is none, and text that can be trusted."""

import re
from decimal import Decimal, InvalidOperation

from handbook.exchange.tables.table import CannotRead

MOST_BYTES = 64 * 1024 * 1024
"""The largest file that is read."""

MOST_TASKS = 20_000
"""The most tasks that are read of a file."""

# What no record may hold: controls but tab and line feed, separators of lines, and what turns text around.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]"
)


def checked_size(raw: bytes) -> bytes:
    """The bytes of a file. Raises `CannotRead` if there are more than anybody's plan has."""
    if len(raw) > MOST_BYTES:
        raise CannotRead(f"expected at most {MOST_BYTES // 2**20} MiB, found {len(raw) // 2**20} MiB")
    return raw


def text_of(raw: bytes) -> str:
    """The text of a file in UTF-8, or in the old encoding of Windows; line feeds only."""
    checked_size(raw)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def line_of_text(text: str, longest: int = 300) -> str:
    """Text as one line without hidden characters, no longer than a line of a record may be."""
    plain = " ".join(_HIDDEN.sub("", text).split())
    return plain if len(plain) <= longest else f"{plain[: longest - 1].rstrip()}…"


def prose(text: str, longest: int = 50_000) -> str:
    """Text of several lines without hidden characters, no longer than that of a record may be."""
    plain = _HIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    return plain if len(plain) <= longest else f"{plain[: longest - 1].rstrip()}…"


def number_in(text: str) -> Decimal | None:
    """A plain number; None for anything else, and for those beyond any plan."""
    try:
        found = Decimal(text.strip())
    except InvalidOperation:
        return None
    return found if found.is_finite() and abs(found) < 10**15 else None
