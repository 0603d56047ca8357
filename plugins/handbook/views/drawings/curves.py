"""Amounts over time: lines, areas, boxes and dots above a calendar, with levels across and days marked."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from handbook.views.drawings.amounts import Box, Curve, Curves, Dot, Level, Spot
from handbook.views.drawings.area_name import area_name
from handbook.views.drawings.axis import Axis
from handbook.views.drawings.day_names import day_names
from handbook.views.drawings.line_names import Ending, Frame, Line, placed
from handbook.views.drawings.marks import box
from handbook.views.drawings.measure import width
from handbook.views.drawings.plane import Plane
from handbook.views.drawings.stacks import round_step, short
from handbook.views.drawings.svg import d, layer, path, svg, text
from handbook.views.drawings.timeline import grid, today

_WIDTH, _HEIGHT, _NARROW, _NARROW_HEIGHT, _SIZE = 800.0, 300.0, 360.0, 260.0, 12.0
_TOP, _FOOT, _ROW = 24.0, 20.0, 15.0
_PERCENT = "%"


def wide(curves: Curves) -> str:
    """The picture for a screen."""
    return _drawn(curves, _WIDTH, _HEIGHT)


def narrow(curves: Curves) -> str:
    """The picture for a phone."""
    return _drawn(curves, _NARROW, _NARROW_HEIGHT)


def _drawn(curves: Curves, across: float, height: float) -> str:
    step = round_step(curves.most)
    labels = _labels(curves, step)
    axis = _axis(curves, labels, across)
    head = _TOP + (14.0 if axis.years() else 0.0)
    days = day_names(curves.marked, axis)
    top = head + _ROW * (1 + max((one.row for one in days), default=0))
    plane = Plane(axis, top, height - _FOOT, curves.most * 1.04)
    body = (
        *grid(axis, head, plane.bottom),
        *_amounts(plane, step, labels, "" if curves.unit == _PERCENT else curves.unit, head),
        *(_area(curve, plane) for curve in curves.curves if curve.filled),
        *_boxes(curves, plane),
        *(_level(level, plane) for level in curves.levels),
        *(_line(curve, plane) for curve in curves.curves if not curve.filled),
        *(path(d("M", one.line, head + one.row * _ROW, "V", plane.bottom), "hb-fine") for one in days),
        *(_dot(dot, plane) for dot in curves.dots),
        *(today(axis, curves.status_date, head, height, curves.passed) if curves.status_date else ()),
        layer((text(axis.right + 4, y + 4, name) for name, y in _spaced(curves.levels, plane)), "hb-note"),
        layer(text(one.x, head + 12 + one.row * _ROW, one.text, "", one.anchor) for one in days),
        *_line_names(curves, plane, across),
        *(_area_name(curve, plane) for curve in curves.curves if curve.filled and curve.name),
    )
    return svg(across, height, curves.title, curves.description, body, curves.name)


def _labels(curves: Curves, step: float) -> list[str]:
    """The round amounts from nothing up; percent is said at the topmost of them."""
    found = [short(at * step) for at in range(int(curves.most / step) + 1)]
    return [*found[:-1], f"{found[-1]}{_PERCENT}"] if curves.unit == _PERCENT else found


def _axis(curves: Curves, labels: Sequence[str], across: float) -> Axis:
    """The days, with room for the amounts at the left and the names of levels at the right.

    All digits are as wide as each other in most faces.
    """
    left = max(width(label.replace("1", "0"), _SIZE) for label in labels) + 8
    room = max((width(level.name, _SIZE) for level in curves.levels), default=0.0) + 8
    return Axis(curves.first, curves.last, left, across - room)


def _amounts(plane: Plane, step: float, labels: Sequence[str], unit: str, head: float) -> Iterator[str]:
    """Lines at round amounts with the amounts at the left; the unit at their top."""
    heights = [plane.y(at * step) for at in range(len(labels))]
    yield path(d(*(d("M", plane.axis.left, y, "H", plane.axis.right) for y in heights)), "hb-year")
    yield layer(
        (text(plane.axis.left - 5, y + 4, label) for y, label in zip(heights, labels, strict=True)),
        "hb-note",
        "end",
    )
    if unit:
        yield text(plane.axis.left + 4, head + 12, unit, "hb-axis")


def _area(curve: Curve, plane: Plane) -> str:
    floor = curve.floor or [Spot(spot.day, 0.0) for spot in curve.spots]
    down = "".join(_way(list(reversed(floor)), plane)).replace("M", "L", 1)
    return path(f"{''.join(_way(curve.spots, plane))}{down}z", f"hb-area hb-{curve.sort}")


def _line(curve: Curve, plane: Plane) -> str:
    return path("".join(_way(curve.spots, plane, curve.stepped)), f"hb-curve hb-{curve.sort}")


def _way(spots: Sequence[Spot], plane: Plane, stepped: bool = False) -> Iterator[str]:
    """The way along some spots; those on a straight line between others are left out."""
    kept = [
        spot
        for at, spot in enumerate(spots)
        if at in (0, len(spots) - 1) or not spots[at - 1].amount == spot.amount == spots[at + 1].amount
    ]
    for at, spot in enumerate(kept):
        x, y = plane.x(spot.day), plane.y(spot.amount)
        yield d("H", x, "V", y) if stepped and at else d("L" if at else "M", x, y)


def _line_names(curves: Curves, plane: Plane, across: float) -> Iterator[str]:
    """The names of lines at their ends, clear of what else is drawn."""
    lines = [_corners(curve, plane) for curve in curves.curves if not curve.filled]
    lines += [plane.across(level.amount) for level in curves.levels]
    if curves.status_date:
        x = plane.axis.at(curves.status_date) + plane.axis.per_day * curves.passed
        lines.append([(x, plane.top), (x, plane.bottom)])
    endings = [
        Ending(curve.name, plane.x(curve.spots[-1].day), plane.y(curve.spots[-1].amount), curve.sort)
        for curve in curves.curves
        if curve.name and not curve.filled
    ]
    frame = Frame(
        plane.axis.left, plane.top - _ROW, plane.axis.right if curves.levels else across, plane.bottom
    )
    for one in placed(endings, lines, frame):
        yield text(
            one.x,
            one.y,
            one.ending.name,
            f"hb-of-{one.ending.sort}",
            "" if one.anchor == "start" else one.anchor,
        )


def _corners(curve: Curve, plane: Plane) -> Line:
    found: list[tuple[float, float]] = []
    for spot in curve.spots:
        x, y = plane.x(spot.day), plane.y(spot.amount)
        found += [(x, found[-1][1])] if curve.stepped and found else []
        found.append((x, y))
    return found


def _area_name(curve: Curve, plane: Plane) -> str:
    floor = curve.floor or [Spot(spot.day, 0.0) for spot in curve.spots]
    sides = [
        (plane.x(over.day), plane.y(over.amount), plane.y(under.amount))
        for over, under in zip(curve.spots, floor, strict=True)
    ]
    return area_name(curve.name, sides, plane.axis.right, f"hb-within hb-in-{curve.sort}")


def _boxes(curves: Curves, plane: Plane) -> Iterator[str]:
    """The boxes, on the plane or on a scale of their own."""
    look = "hb-amount"
    if curves.tallest:
        most = max((one.amount for one in curves.boxes), default=0.0) or 1.0
        plane, look = replace(plane, most=most / curves.tallest), "hb-amount hb-pale"
    yield from (_box(one, plane, look) for one in curves.boxes)


def _box(one: Box, plane: Plane, look: str) -> str:
    left, right = plane.axis.at(one.first), plane.x(one.last)
    gap = min(1.5, (right - left) / 8)
    top = plane.y(one.amount)
    return path(box(left + gap, top, max(right - left - 2 * gap, 1.0), plane.bottom - top), look, one.tip)


def _dot(dot: Dot, plane: Plane) -> str:
    """A circle, or a square where there is trouble: not told by colour alone."""
    x, y = plane.x(dot.day) - plane.axis.per_day / 2, plane.y(dot.amount)
    if dot.strong:
        return path(box(x - 4.5, y - 4.5, 9, 9), "hb-dot hb-trouble", dot.tip)
    arc = "a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z"
    return path(f"{d('M', x - 4, y)}{arc}", "hb-dot", dot.tip)


def _level(level: Level, plane: Plane) -> str:
    return path(d("M", plane.axis.left, plane.y(level.amount), "H", plane.axis.right), "hb-due")


def _spaced(levels: Sequence[Level], plane: Plane) -> Iterator[tuple[str, float]]:
    """The names of levels with their heights, from the highest down, none over another."""
    free = plane.top - _ROW
    for level in sorted(levels, key=lambda one: -one.amount):
        free = max(plane.y(level.amount), free + _ROW - 1)
        yield level.name, min(free, plane.bottom)
