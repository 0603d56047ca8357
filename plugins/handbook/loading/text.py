"""The bytes of a file to text."""

import re

from handbook.loading.flaw import Flaw, Unreadable

_PLAIN = bytes([9, 10, 13, *range(32, 127)])
_MOST_TOLD = 50

# What a reader cannot see: controls, separators, bidirectional overrides; a lone carriage return.
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
# Those of them that YAML takes for a line break, or refuses together with the whole file.
_BREAKING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def text_of(raw: bytes, flaws: list[Flaw]) -> str:
    """The text of a file, with line feeds only.

    Hidden characters are told in ``flaws``. Those that YAML would read as a line break or would not read at
    all become spaces: the structure is then the one that a person sees. Raises `Unreadable` (READ001) if it
    is not UTF-8.
    """
    text = _decoded(raw, flaws)
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if text.isascii() and not raw.translate(None, _PLAIN) and "\r" not in text:
        return text
    return _cleared(text, flaws)


def _decoded(raw: bytes, flaws: list[Flaw]) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _encoding("found UTF-16", 1, 1)
    if raw.startswith(b"\xef\xbb\xbf"):
        flaws.append(
            Flaw("READ001", "found a byte order mark", cure="save the file as UTF-8 without signature")
        )
        raw = raw[3:]
    if (at := raw.find(b"\0")) >= 0:
        raise _encoding("found a NUL byte", *_position(raw, at))
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        found = f"found the byte 0x{raw[error.start]:02X}"
        raise _encoding(found, *_position(raw, error.start)) from None


def _encoding(found: str, line: int, column: int) -> Unreadable:
    return Unreadable("READ001", f"expected text in UTF-8, {found}", line, column, "save the file as UTF-8")


def _position(raw: bytes, at: int) -> tuple[int, int]:
    start = raw.rfind(b"\n", 0, at) + 1
    return raw.count(b"\n", 0, at) + 1, len(raw[start:at].decode(errors="replace")) + 1


def _cleared(text: str, flaws: list[Flaw]) -> str:
    if not _HIDDEN.search(text):
        return text
    found = [
        (number, hidden)
        for number, line in enumerate(text.split("\n"), 1)
        if (hidden := _HIDDEN.search(line))
    ]
    for told, (number, hidden) in enumerate(found[:_MOST_TOLD], 1):
        more = f", and {len(found) - told} more lines hold such" if told == _MOST_TOLD < len(found) else ""
        message = f"the line holds the hidden character U+{ord(hidden[0]):04X}{more}"
        flaws.append(Flaw("READ015", message, number, hidden.start() + 1, "remove it"))
    return _BREAKING.sub(" ", text)
