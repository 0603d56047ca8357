"""A Markdown record: front matter between two lines of hyphens, then the body."""

import re
from typing import NamedTuple

from handbook.loading.flaw import Unreadable

_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_CURE = "begin the file with '---', the fields, and '---' again"


class FrontMatter(NamedTuple):
    """The two parts of a Markdown record.

    ``fields`` is YAML in which every character stands on the line it has in the file. ``body`` has neither
    blank lines around it nor, if there is none, any text; ``body_line`` is the line its first character
    stands on.
    """

    fields: str
    body: str
    body_line: int


def split(text: str) -> FrontMatter:
    """The parts of a Markdown record. Raises `Unreadable` (READ014) if front matter is missing or open."""
    first, _, rest = text.partition("\n")
    if first.rstrip() != "---":
        raise Unreadable("READ014", "expected front matter, found text", cure=_CURE)
    end = _FENCE.search(rest)
    if not end:
        raise Unreadable(
            "READ014", "the front matter is not closed", cure="write '---' in a line after its last field"
        )
    behind = rest[end.end() :]
    body = behind.lstrip("\n")
    line = 2 + rest.count("\n", 0, end.end()) + len(behind) - len(body)
    return FrontMatter("\n" + rest[: end.start()], body.rstrip("\n"), line)
