"""A scatter of days against sums, in four quadrants: in time or late, within the budget or over it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from handbook.views.drawings.axis import Axis
from handbook.views.drawings.marks import box
from handbook.views.drawings.stacks import round_step, short
from handbook.views.drawings.svg import d, layer, path, svg, text
from handbook.views.drawings.timeline import grid

_WIDTH, _HEIGHT, _NARROW, _NARROW_HEIGHT = 800.0, 360.0, 360.0, 320.0
_LEFT, _TOP, _FOOT, _DOT, _LINE = 46.0, 40.0, 8.0, 2.2, 16.0


class Dot(NamedTuple):
    """One run: the day it finishes on, and what it costs."""

    day: date
    amount: float


@dataclass(frozen=True, slots=True)
class Scatter:
    """What the picture shows. ``by`` and ``limit`` part it; ``corners`` are said in its quadrants.

    Corners: in time and over, late and over, in time and within, late and within.
    """

    title: str
    description: str
    dots: Sequence[Dot]
    by: date | None
    limit: float
    corners: tuple[str, str, str, str]
    unit: str

    @property
    def days(self) -> tuple[date, date]:
        """The days at the ends of the picture."""
        days = [dot.day for dot in self.dots] + ([self.by] if self.by else [])
        first, last = min(days), max(days)
        air = max((last - first).days // 20, 2)
        return _moved(first, -air), _moved(last, air)

    @property
    def ends(self) -> tuple[float, float]:
        """The amounts at the ends of the picture."""
        amounts = [self.limit, *(dot.amount for dot in self.dots)]
        air = (max(amounts) - min(amounts)) * 0.08 or max(amounts) * 0.05 or 1.0
        return min(amounts) - air, max(amounts) + air


@dataclass(frozen=True, slots=True)
class _Plane:
    axis: Axis
    top: float
    bottom: float
    ends: tuple[float, float]

    def x(self, day: date) -> float:
        return self.axis.at(day) + self.axis.per_day

    def y(self, amount: float) -> float:
        low, high = self.ends
        return self.bottom - (amount - low) / (high - low) * (self.bottom - self.top)


def wide(scatter: Scatter) -> str:
    """The picture for a screen."""
    return _drawn(scatter, _WIDTH, _HEIGHT)


def narrow(scatter: Scatter) -> str:
    """The picture for a phone."""
    return _drawn(scatter, _NARROW, _NARROW_HEIGHT)


def _drawn(scatter: Scatter, across: float, height: float) -> str:
    plane = _Plane(Axis(*scatter.days, _LEFT, across - 4), _TOP, height - _FOOT, scatter.ends)
    body = (
        *grid(plane.axis, 24.0 if not plane.axis.years() else 38.0, plane.bottom),
        *_amounts(scatter, plane),
        *_kept(scatter, plane),
        path(d(*(_dot(plane, dot) for dot in scatter.dots)), "hb-dot hb-run"),
        *_limits(scatter, plane),
        *_corners(scatter, plane, across),
    )
    return svg(across, height, scatter.title, scatter.description, body, "scatter")


def _moved(day: date, days: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def _amounts(scatter: Scatter, plane: _Plane) -> Iterator[str]:
    low, high = plane.ends
    step = round_step(high - low)
    values = [at * step for at in range(int(low // step) + 1, int(high // step) + 1)]
    yield path(d(*(d("M", _LEFT, plane.y(value), "H", plane.axis.right) for value in values)), "hb-year")
    yield layer((text(_LEFT - 5, plane.y(value) + 4, short(value)) for value in values), "hb-axis", "end")
    yield text(2, 13, scatter.unit, "hb-axis")


def _kept(scatter: Scatter, plane: _Plane) -> Iterator[str]:
    """The quadrant in which date and budget are kept."""
    right = plane.x(scatter.by) if scatter.by else plane.axis.right
    y = plane.y(scatter.limit)
    yield path(box(_LEFT, y, right - _LEFT, plane.bottom - y), "hb-on-green")


def _dot(plane: _Plane, dot: Dot) -> str:
    """A diamond, whose path is short."""
    return d("M", plane.x(dot.day) - plane.axis.per_day / 2, plane.y(dot.amount) - _DOT) + (
        d("l", _DOT, _DOT, "l", -_DOT, _DOT, "l", -_DOT, -_DOT, "z")
    )


def _limits(scatter: Scatter, plane: _Plane) -> Iterator[str]:
    yield path(d("M", _LEFT, plane.y(scatter.limit), "H", plane.axis.right), "hb-due")
    if scatter.by:
        yield path(d("M", plane.x(scatter.by), plane.top, "V", plane.bottom), "hb-due")


def _corners(scatter: Scatter, plane: _Plane, across: float) -> Iterator[str]:
    lower, upper = plane.bottom - 7, plane.top + 14
    left, right = _LEFT + 6, across - 10
    down = _LINE if across == _NARROW else 0.0
    places = (
        *((left, upper, ""), (right, upper + down, "end")),
        *((left, lower - down, ""), (right, lower, "end")),
    )
    for words, (x, y, anchor) in zip(scatter.corners, places, strict=True):
        if words:
            yield text(x, y, words, "hb-strong", anchor)
