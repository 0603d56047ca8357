"""The milestone trend: forecasts over the days on which they were made, and the line of the present."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from handbook.records.parts import Colour
from handbook.views.drawings.axis import Axis
from handbook.views.drawings.measure import cut, gutter
from handbook.views.drawings.svg import d, layer, path, svg, text
from handbook.views.drawings.timeline import grid, today

_WIDTH, _HEIGHT, _NAMES = 800.0, 420.0, 260.0
_NARROW, _NARROW_HEIGHT, _NARROW_NAMES = 360.0, 400.0, 128.0
_SIZE, _ROW, _FOOT, _LEFT, _APART = 12.0, 14.0, 20.0, 40.0, 16.0


@dataclass(frozen=True, slots=True)
class Track:
    """The forecasts of one milestone: when each was made and what day it named."""

    label: str
    forecasts: Sequence[tuple[date, date]]
    colour: Colour | str = "none"
    reached: bool = False
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Trend:
    """What the picture shows."""

    title: str
    description: str
    tracks: Sequence[Track]
    status_date: date


def wide(trend: Trend) -> str:
    """The picture for a screen."""
    return _drawn(trend, _WIDTH, _HEIGHT, _NAMES)


def narrow(trend: Trend) -> str:
    """The picture for a phone."""
    return _drawn(trend, _NARROW, _NARROW_HEIGHT, _NARROW_NAMES)


@dataclass(frozen=True, slots=True)
class _Plane:
    """Days on which forecasts are made stand across, the days that they name upwards."""

    made: Axis
    named: Axis
    bottom: float

    def x(self, day: date) -> float:
        return self.made.at(day)

    def y(self, day: date) -> float:
        return self.bottom - self.named.at(day)


def _drawn(trend: Trend, across: float, height: float, names: float) -> str:
    made = [day for track in trend.tracks for day, _ in track.forecasts]
    named = [day for track in trend.tracks for _, day in track.forecasts]
    room = gutter(((track.label, _APART) for track in trend.tracks), _SIZE, 0, names)
    axis = Axis(min(made), max(*made, trend.status_date), _LEFT, across - room)
    head = 38.0 if axis.years() else 24.0
    bottom = height - _FOOT
    upwards = Axis(min(*named, axis.first), max(named), 6.0, bottom - head - 6)
    plane = _Plane(axis, upwards, bottom)
    tracks = sorted(trend.tracks, key=lambda one: one.forecasts[-1][1], reverse=True)
    body = (
        *grid(axis, head, bottom),
        *_levels(plane),
        path(d("M", plane.x(axis.first), plane.y(axis.first), "L", *_present(plane)), "hb-due"),
        *today(axis, trend.status_date, head, height),
        *(piece for track in tracks for piece in _track(track, plane)),
        layer(_names(tracks, plane, across, head), "hb-note"),
    )
    return svg(across, height, trend.title, trend.description, body, "trend")


def _present(plane: _Plane) -> tuple[float, float]:
    """Where the line of the present ends: a forecast that names the day on which it is made."""
    last = min(plane.made.last, plane.named.last)
    return plane.x(last), plane.y(last)


def _levels(plane: _Plane) -> Iterator[str]:
    """The months or quarters upwards, each a line with its name at the left."""
    bands = plane.named.bands()
    lines = [d("M", plane.made.left, plane.bottom - band.left, "H", plane.made.right) for band in bands[1:]]
    yield path(d(*lines), "hb-year")
    middles = ((plane.bottom - (band.left + band.right) / 2, band.name) for band in bands if band.name)
    yield layer((text(plane.made.left - 9, y + 4, name) for y, name in middles), "hb-note", "end")


def _track(track: Track, plane: _Plane) -> Iterator[str]:
    places = [(plane.x(made), plane.y(named)) for made, named in track.forecasts]
    line = d(*(step for at, (x, y) in enumerate(places) for step in ("L" if at else "M", x, y)))
    yield path(line, f"hb-slip hb-{track.colour}")
    for at, (x, y) in enumerate(places):
        done = " hb-reached" if track.reached and at == len(places) - 1 else ""
        shape = d("M", x, y - 4.5, *("l", 4.5, 4.5, "l", -4.5, 4.5, "l", -4.5, -4.5, "z"))
        tip = track.tip if at == len(places) - 1 else ""
        yield path(shape, f"hb-diamond hb-{track.colour}{done}", tip)


def _names(tracks: Sequence[Track], plane: _Plane, across: float, head: float) -> Iterator[str]:
    """The names at the right, from the latest down, none over another; a fine line leads to those moved."""
    wanted = [plane.y(track.forecasts[-1][1]) for track in tracks]
    heights = _spaced(wanted, head + 4, plane.bottom)
    left = plane.made.right + _APART
    for track, y, own in zip(tracks, heights, wanted, strict=True):
        if abs(y - own) > 2:
            yield path(d("M", plane.made.right + 2, own, "L", left - 3, y), "hb-fine")
        yield text(left, y + 4, cut(track.label, _SIZE, across - left - 2))


def _spaced(wanted: Sequence[float], top: float, bottom: float) -> list[float]:
    """Heights in order, as near to those wanted as they can be without standing over each other."""
    found: list[float] = []
    for y in wanted:
        found.append(max(y, found[-1] + _ROW if found else top))
    if found and found[-1] > bottom:
        found[-1] = bottom
        for at in range(len(found) - 2, -1, -1):
            found[at] = min(found[at], found[at + 1] - _ROW)
    return found
