"""How wide a text is, near enough to cut a label that would run into the picture."""

from collections.abc import Iterable

_WIDE = "MWmw@%&QOGCD"
_SLIM = " iljtfrI1.,:;|!'()[]-"


class _Shares(dict[str, float]):
    """The width of each character as a share of the font size."""

    def __missing__(self, char: str) -> float:
        self[char] = 0.61 if ord(char) < 0x1100 else 1.0
        return self[char]


_SHARES = _Shares({**dict.fromkeys(_WIDE, 0.86), **dict.fromkeys(_SLIM, 0.37)})


def width(text: str, size: float) -> float:
    """The width of ``text`` in the unit of ``size``, its font size, in a sans-serif face; rather too much."""
    return size * sum(map(_SHARES.__getitem__, text))


def cut(text: str, size: float, room: float) -> str:
    """``text``, or its beginning with an ellipsis if it is wider than ``room``."""
    if width(text, size) <= room:
        return text
    left = room - size
    for number, char in enumerate(text):
        left -= size * _SHARES[char]
        if left < 0:
            return f"{text[:number].rstrip()}…"
    return text


def gutter(labels: Iterable[tuple[str, float]], size: float, least: float, most: float) -> float:
    """The room that labels with their indents need at the left of a picture, between two bounds."""
    needed = max((indent + width(label, size) + 12 for label, indent in labels), default=least)
    return min(max(needed, least), most)
