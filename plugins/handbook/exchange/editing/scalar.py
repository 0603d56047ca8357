"""Text as a YAML scalar that every reader of YAML takes for that text."""

import re

# What YAML 1.1 or the core schema of 1.2 read as something else than text, unless it is in quotes.
_INTEGER = r"[-+]?(?:0b[01_]+|0o?[0-7_]*|[0-9][0-9_]*|0x[0-9a-f_]+|[0-9][0-9_]*(?::[0-5]?[0-9])+)"
_FLOAT = (
    r"[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*(?:e[-+]?[0-9]+)?|[-+]?[0-9][0-9_]*e[-+]?[0-9]+"
    r"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.inf|\.nan"
)
_WORD = r"y|yes|n|no|true|false|on|off|null|~|<<|=|"
_DAY = r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
_TYPED = re.compile(rf"(?:{_INTEGER}|{_FLOAT}|{_WORD}|{_DAY}(?:[Tt \t].*)?)", re.IGNORECASE)
_USUAL = re.compile(rf"(?:0|[1-9][0-9]{{0,14}}|{_DAY})", re.ASCII)

_FIRST = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`]|-(?![\s,\[\]{}-]|\Z)")
_BREAKS = re.compile(r":(?:\s|\Z)|\s#")
_BREAKS_IN_FLOW = re.compile(r"[,\[\]{}:?]")  # some readers end a text at a question mark
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def is_plain(text: str, *, in_flow: bool = False) -> bool:
    """Whether ``text`` can stand without quotes, as a value or a key, and be read as what it is.

    ``in_flow``: inside brackets or braces.
    """
    if text != text.strip() or not text.isprintable() or not _FIRST.match(text) or _BREAKS.search(text):
        return False
    return not (in_flow and _BREAKS_IN_FLOW.search(text))


def is_typed(text: str) -> bool:
    """Whether some reader of YAML takes ``text`` without quotes for a number, a date, a truth or nothing."""
    return _TYPED.fullmatch(text) is not None


def scalar(text: str, *, in_flow: bool = False) -> str:
    """``text`` on one line: without quotes where nobody can read it as anything else.

    Whole numbers and dates stay bare, as people write them; ``NO``, ``12:30`` and ``1.10`` get quotes.
    """
    if is_plain(text, in_flow=in_flow) and (not is_typed(text) or _USUAL.fullmatch(text)):
        return text
    if text.isprintable() and ("\\" in text or '"' in text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
