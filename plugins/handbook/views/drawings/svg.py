"""The few elements that drawings are made of. Text is escaped here and nowhere else."""

from collections.abc import Iterable
from zlib import crc32

from markupsafe import escape


def svg(width: float, height: float, title: str, description: str, body: Iterable[str], name: str) -> str:
    """A drawing of a size, with the title and the description that a screen reader tells.

    ``name`` is its CSS class. ``HATCH`` in the body stands for a fill of stripes; each drawing has one of its
    own, called after its content, so that pages stay alike from build to build and no two drawings share it.
    """
    inside = "".join(body)
    hatch = f"hb-{crc32(inside.encode()):x}"
    pattern = _PATTERN.format(id=hatch) if HATCH in inside else ""
    return (
        f'<svg class="hb-drawing hb-{name}" viewBox="0 0 {_short(width)} {_short(height)}" role="img" '
        f'aria-label="{escape(title)}"><title>{escape(title)}</title><desc>{escape(description)}</desc>'
        f"{pattern}{inside.replace(HATCH, hatch)}</svg>"
    )


HATCH = "hatch-of-this-drawing"
_PATTERN = (
    '<pattern id="{id}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<path class="hb-hatch" d="M0 0V5"/></pattern>'
)


def text(x: float, y: float, words: str, name: str = "", anchor: str = "") -> str:
    """Words at a point; ``anchor`` is ``middle`` or ``end`` where they do not begin there."""
    class_ = f' class="{name}"' if name else ""
    anchored = f' text-anchor="{anchor}"' if anchor else ""
    return f'<text{class_} x="{_short(x)}" y="{_short(y)}"{anchored}>{escape(words)}</text>'


def path(shape: str, name: str, tip: str = "", fill: str = "") -> str:
    """A line or shape of path commands; ``tip`` is said where a pointer rests on it."""
    filled = f' fill="url(#{fill})"' if fill else ""
    begin = f'<path class="{name}"{filled} d="{shape}"'
    return f"{begin}><title>{escape(tip)}</title></path>" if tip else f"{begin}/>"


def layer(pieces: Iterable[str], name: str = "", anchor: str = "") -> str:
    """Elements that share a class and the anchor of their words; nothing without any."""
    inside = "".join(pieces)
    class_ = f' class="{name}"' if name else ""
    anchored = f' text-anchor="{anchor}"' if anchor else ""
    return f"<g{class_}{anchored}>{inside}</g>" if inside else ""


def d(*steps: str | float) -> str:
    """Path commands: ``d("M", 1, 2, "h", 3)`` is ``M1 2h3``; numbers are cut to a tenth."""
    written, after_number = "", False
    for step in steps:
        if isinstance(step, str):
            written, after_number = written + step, False
        else:
            written, after_number = f"{written}{' ' if after_number else ''}{_short(step)}", True
    return written


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def group(inside: str, name: str, keys: str) -> str:
    """Elements that belong together; ``keys`` are the words that a click on them filters by."""
    return f'<g class="{name}" data-keys="{escape(keys)}">{inside}</g>'
