"""Text: one line or several, bounded in length, without characters that hide what is written."""

import re
from typing import Annotated

from pydantic import BeforeValidator, StringConstraints, WithJsonSchema

from handbook.records.types.fault import fault, wrong
from handbook.records.types.meaning import Meaning

LINE_LIMIT = 300
PROSE_LIMIT = 50_000
# Controls, line and paragraph separators, bidirectional overrides and isolates, zero-width characters.
_HIDDEN = "\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff"
_HIDDEN_IN_LINE = re.compile(f"[{_HIDDEN}]")
HIDDEN_IN_PROSE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")


def read_line(found: object) -> str:
    """One line of text, stripped. Raises FIELD003 for no text, FIELD012 for length, FIELD013 for controls."""
    if not isinstance(found, str):
        raise wrong("FIELD003", "one line of text", found)
    text = found.strip()
    if len(text) > LINE_LIMIT:
        raise fault("FIELD012", f"expected at most {LINE_LIMIT} characters, found {len(text)}", _SHORTEN)
    if not text.isprintable() and (hidden := _HIDDEN_IN_LINE.search(text)):
        cure = "write it on one line" if hidden[0] == "\n" else "remove it"
        raise fault("FIELD013", f"a line of text holds the character U+{ord(hidden[0]):04X}", cure)
    return text


def read_prose(found: object) -> str:
    """Markdown text of any number of lines. Raises FIELD003 for a list or mapping and FIELD012 for length."""
    if not isinstance(found, str):
        raise wrong("FIELD003", "text", found)
    if len(found) > PROSE_LIMIT:
        raise fault("FIELD012", f"expected at most {PROSE_LIMIT} characters, found {len(found)}", _SHORTEN)
    return found.strip("\n")


_SHORTEN = "shorten it, or move the detail to a page of the project"

# pydantic finds a line that is wrong by itself, in a tenth of the time; `read_line` then tells what is wrong.
Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=LINE_LIMIT, pattern=f"^[^{_HIDDEN}]*$"),
    WithJsonSchema({"type": ["string", "number", "boolean"], "maxLength": LINE_LIMIT}),
    Meaning("text"),
]
Prose = Annotated[
    str,
    BeforeValidator(read_prose),
    WithJsonSchema({"type": "string", "maxLength": PROSE_LIMIT}),
    Meaning("prose"),
]
