"""How wide a text is, near enough to cut a label that would run into the picture."""

_WIDE = frozenset("MWmw@%&QOGCD")
_SLIM = frozenset(" iljtfrI1.,:;|!'()[]-")


def width(text: str, size: float) -> float:
    """The width of ``text`` in the unit of ``size``, its font size, in a sans-serif face; rather too much."""
    return size * sum(map(_share, text))


def _share(char: str) -> float:
    if char in _SLIM:
        return 0.37
    if char in _WIDE:
        return 0.86
    return 0.61 if ord(char) < 0x1100 else 1.0


def cut(text: str, size: float, room: float) -> str:
    """``text``, or its beginning with an ellipsis if it is wider than ``room``."""
    if width(text, size) <= room:
        return text
    left = room - size
    for number, char in enumerate(text):
        left -= size * _share(char)
        if left < 0:
            return f"{text[:number].rstrip()}…"
    return text
