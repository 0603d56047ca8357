"""A grid of five by five steps with names in its cells: influence upwards, interest to the right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from handbook.views.drawings.marks import box
from handbook.views.drawings.measure import cut, width
from handbook.views.drawings.svg import d, layer, path, svg, text

_WIDE, _HIGH, _LEFT, _TOP, _STEPS, _SIZE = 66.0, 46.0, 24.0, 4.0, 5, 12.0
_LINE, _MOST = 14.0, 3
_MIDDLE = 3


class Spot(NamedTuple):
    """A name on the grid: its step upwards and to the right, from 1 to 5; ``short`` if more is wanted."""

    name: str
    up: int
    right: int
    short: bool = False
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Quadrants:
    """What the grid shows. ``corners`` are the names of its quadrants: upper left, upper right, and below."""

    title: str
    description: str
    spots: Sequence[Spot]
    up: str
    right: str
    corners: tuple[str, str, str, str]


def quadrants(grid: Quadrants) -> str:
    """The grid; names that share a cell stand beneath each other, two abreast if there are many."""
    width_, height = _LEFT + _STEPS * _WIDE + 2, _TOP + _STEPS * _HIGH + 20
    body = (
        *_ground(),
        *_corners(grid),
        *_axes(grid, height),
        layer(piece for up in range(1, 6) for right in range(1, 6) for piece in _cell(grid, up, right)),
    )
    return svg(width_, height, grid.title, grid.description, body, "quadrants")


def _ground() -> Iterator[str]:
    """The shaded quadrant of those who matter most, the lines of the steps, the cross of the middle."""
    right, bottom = _LEFT + _STEPS * _WIDE, _TOP + _STEPS * _HIGH
    yield path(box(_LEFT + _MIDDLE * _WIDE, _TOP, 2 * _WIDE, 2 * _HIGH), "hb-band")
    lines = [d("M", _LEFT + at * _WIDE, _TOP, "V", bottom) for at in range(6)]
    lines += [d("M", _LEFT, _TOP + at * _HIGH, "H", right) for at in range(6)]
    yield path("".join(lines), "hb-year")
    cross = d("M", _LEFT + _MIDDLE * _WIDE, _TOP, "V", bottom, "M", _LEFT, _TOP + 2 * _HIGH, "H", right)
    yield path(cross, "hb-fence")


def _corners(grid: Quadrants) -> Iterator[str]:
    right, bottom = _LEFT + _STEPS * _WIDE - 4, _TOP + _STEPS * _HIGH - 5
    upper = _TOP + 2 * _HIGH - 5
    places = ((_LEFT + 4, upper, ""), (right, upper, "end"), (_LEFT + 4, bottom, ""), (right, bottom, "end"))
    for name, (x, y, anchor) in zip(grid.corners, places, strict=True):
        yield text(x, y, name, "hb-axis", anchor)


def _axes(grid: Quadrants, height: float) -> Iterator[str]:
    yield text(_LEFT + _STEPS * _WIDE / 2, height - 5, f"{grid.right} →", "hb-axis hb-strong", "middle")
    yield text(-(_TOP + _STEPS * _HIGH / 2), 15, f"{grid.up} →", "hb-axis hb-strong hb-up", "middle")


def _cell(grid: Quadrants, up: int, right: int) -> Iterator[str]:
    spots = [spot for spot in grid.spots if (spot.up, spot.right) == (up, right)]
    x, y = _LEFT + (right - 1) * _WIDE, _TOP + (_STEPS - up) * _HIGH
    two = len(spots) > 2
    room = _WIDE / 2 - 4 if two else _WIDE - 8
    shown = spots if len(spots) <= _MOST + 1 else spots[:_MOST]
    for at, spot in enumerate(shown):
        column, row = (at % 2, at // 2) if two else (0, at)
        yield _name(spot, x + 5 + column * _WIDE / 2, y + 14 + row * _LINE, room)
    if len(shown) < len(spots):
        yield text(x + 5 + _WIDE / 2, y + 14 + _LINE, f"+{len(spots) - len(shown)}", "hb-axis")


def _name(spot: Spot, x: float, y: float, room: float) -> str:
    sign = "▲" if spot.short else ""
    words = f"{sign}{cut(spot.name, _SIZE, room - width(sign, _SIZE))}"
    return text(x, y, words, "hb-strong hb-amber" if spot.short else "hb-strong")
