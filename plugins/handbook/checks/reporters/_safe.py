"""Safe text: what records say, so that it can neither move a cursor nor command a build server."""

import re

_NARROW = "\u00a0\u202f"  # blanks that keep a number together, which Python does not count as printable
_SURROGATE = re.compile("[\ud800-\udfff]")


def safe(text: str) -> str:
    """``text`` on one line, with every character that is not printed shown as its code."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in _NARROW else _code(c) for c in text)


def encodable(text: str) -> str:
    """``text`` with halves of characters, which names of files may hold, shown as their codes."""
    return _SURROGATE.sub(lambda found: _code(found[0]), text)


def _code(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
