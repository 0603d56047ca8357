"""A tornado: bars to both sides of a middle, the longest on top."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handbook.views.drawings.marks import box
from handbook.views.drawings.measure import cut, width
from handbook.views.drawings.stacks import round_step
from handbook.views.drawings.svg import d, layer, path, svg, text

_WIDTH, _LABELS, _ROW, _BAR, _SIZE = 800.0, 290.0, 26.0, 15.0, 12.0
_NARROW, _NARROW_ROW, _NARROW_SIZE = 360.0, 40.0, 13.0
_HEAD, _ROOM, _LEAST = 24.0, 52.0, 1.5


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: how far it reaches to the left and to the right of the middle. ``hatched`` ones are events."""

    label: str
    low: float
    high: float
    hatched: bool = False
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Tornado:
    """What the picture shows; ``unit`` names what the axis counts."""

    title: str
    description: str
    bars: Sequence[Bar]
    unit: str

    @property
    def ends(self) -> tuple[float, float]:
        """The least and the greatest value of the axis."""
        values = [value for bar in self.bars for value in (bar.low, bar.high)]
        return min(0.0, *values), max(0.0, *values)


@dataclass(frozen=True, slots=True)
class _Scale:
    left: float
    right: float
    ends: tuple[float, float]

    def x(self, value: float) -> float:
        low, high = self.ends
        return self.left + (value - low) / ((high - low) or 1.0) * (self.right - self.left)


def wide(tornado: Tornado) -> str:
    """The picture for a screen: labels beside the bars."""
    scale = _Scale(_LABELS + _ROOM, _WIDTH - _ROOM, tornado.ends)
    height = _HEAD + _ROW * len(tornado.bars) + 8
    rows = [(bar, _HEAD + _ROW * at) for at, bar in enumerate(tornado.bars)]
    body = (
        text(2, 13, tornado.unit, "hb-axis"),
        *_ground(tornado, scale, height),
        *(piece for bar, y in rows for piece in _bar(bar, scale, y + (_ROW - _BAR) / 2)),
        layer(text(2, y + 17, cut(bar.label, _SIZE, _LABELS - 8)) for bar, y in rows),
        layer((piece for bar, y in rows for piece in _ends(bar, scale, y + 17)), "hb-note"),
    )
    return svg(_WIDTH, height, tornado.title, tornado.description, body, "tornado")


def narrow(tornado: Tornado) -> str:
    """The picture for a phone: labels above the bars."""
    scale = _Scale(_ROOM, _NARROW - _ROOM, tornado.ends)
    height = _HEAD + _NARROW_ROW * len(tornado.bars) + 8
    rows = [(bar, _HEAD + _NARROW_ROW * at) for at, bar in enumerate(tornado.bars)]
    body = (
        *_ground(tornado, scale, height),
        *(piece for bar, y in rows for piece in _bar(bar, scale, y + 22)),
        layer((text(2, y + 16, cut(bar.label, _NARROW_SIZE, _NARROW - 4)) for bar, y in rows), "hb-label"),
        layer((piece for bar, y in rows for piece in _ends(bar, scale, y + 34)), "hb-note"),
    )
    return svg(_NARROW, height, tornado.title, tornado.description, body, "tornado")


def _ground(tornado: Tornado, scale: _Scale, height: float) -> Iterator[str]:
    """The lines of whole steps, their values, and the middle."""
    low, high = tornado.ends
    step = round_step(max(high - low, 0.1)) if high > low else 1.0
    values = [
        at * step for at in range(int(low / step) - 1, int(high / step) + 2) if low <= at * step <= high
    ]
    yield path(d(*(d("M", scale.x(value), _HEAD - 4, "V", height - 4) for value in values)), "hb-year")
    for value in values:
        yield text(
            scale.x(value), 13, f"{value:+g}".replace("-", "−") if value else "mean", "hb-axis", "middle"
        )
    yield path(d("M", scale.x(0), _HEAD - 4, "V", height - 4), "hb-fine")


def _bar(bar: Bar, scale: _Scale, y: float) -> Iterator[str]:
    left, right = sorted((scale.x(bar.low), scale.x(bar.high)))
    middle = min(max(scale.x(0), left), right)
    sort = "hb-bar hb-event" if bar.hatched else "hb-bar"
    yield path(box(left, y, max(middle - left, _LEAST), _BAR), f"{sort} hb-lower", bar.tip)
    yield path(box(middle, y, max(right - middle, _LEAST), _BAR), f"{sort} hb-upper", bar.tip)


def _ends(bar: Bar, scale: _Scale, y: float) -> Iterator[str]:
    low, high = sorted((bar.low, bar.high))
    for value, anchor, gap in ((low, "end", -5.0), (high, "", 5.0)):
        words = f"{value:+.1f}".replace("-", "−")
        yield text(min(scale.x(value) + gap, _WIDTH - width(words, _SIZE)), y, words, "", anchor)
