"""The signs of a time picture: bars, milestones, promises, spare time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

from handbook.records.parts import Colour
from handbook.views.drawings.axis import Axis
from handbook.views.drawings.svg import HATCH, d, path

_LEAST = 2.5
"""The least width of a bar: a task of an hour is seen too."""

_LAYERS = (
    *("hb-ghost", "hb-spare", "hb-bracket", "hb-bar", "hb-stripes", "hb-done"),
    *("hb-slip", "hb-reach", "hb-whisker", "hb-due", "hb-diamond"),
)


class Mark(NamedTuple):
    """One shape: its CSS classes, the first of which is its layer, its path, what a pointer is told."""

    name: str
    d: str
    tip: str = ""


class Ghost(NamedTuple):
    """Where a baseline has the work of a bar: its first and its last day, and in which of its lines."""

    start: date
    finish: date
    line: int = 0


_SHARE_WORKED = 17 / 24
"""How much of a day has passed when its work is done."""

GHOST = 4.0
"""The height of the line of one baseline."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a time picture.

    ``kind`` tells its sign: a bar of work, the bracket of a summary whose parts are shown, a milestone, or a
    heading without dates. ``done`` is a share from 0 to 1; ``spare`` the moment until which it can be late
    without harm; ``due`` what was promised, or the deadline. ``note`` is said beside a milestone, ``tip``
    where a pointer rests. ``ghosts`` are what baselines say of it. ``likely`` and ``safe`` are the days by
    which a milestone is reached with a chance of 50 and of 80%.
    """

    label: str
    kind: Literal["work", "summary", "milestone", "heading"] = "work"
    start: datetime | None = None
    finish: datetime | None = None
    depth: int = 0
    done: float = 0.0
    critical: bool = False
    spare: datetime | None = None
    due: date | None = None
    reached: bool = False
    colour: Colour | Literal["none"] = "none"
    note: str = ""
    tip: str = ""
    ghosts: tuple[Ghost, ...] = ()
    likely: date | None = None
    safe: date | None = None


def drawn(marks: Iterable[Mark]) -> Iterator[str]:
    """Marks as elements, layer by layer; those that look alike and say nothing are one."""
    layers: dict[str, dict[tuple[str, str], list[str]]] = {layer: {} for layer in _LAYERS}
    for mark in marks:
        layers[mark.name.partition(" ")[0]].setdefault((mark.name, mark.tip), []).append(mark.d)
    for layer, alike in layers.items():
        fill = HATCH if layer == "hb-stripes" else ""
        for (name, tip), shapes in alike.items():
            yield path("".join(shapes), name, tip, fill)


def box(x: float, y: float, width: float, height: float) -> str:
    """A rectangle as a path."""
    return d("M", x, y, "h", width, "v", height, "h", -width, "z")


def work(bar: Bar, axis: Axis, y: float, height: float) -> Iterator[Mark]:
    """The bar of a task: what is done darker, the critical path striped, spare time as a line behind it."""
    if bar.start is None or bar.finish is None:
        return
    left, right = axis.at(bar.start), axis.at(bar.finish)
    width = max(right - left, _LEAST)
    sort = " hb-critical" if bar.critical else ""
    if bar.spare and bar.spare > bar.finish:
        yield Mark("hb-spare", d("M", left + width, y + height / 2, "H", axis.at(bar.spare)))
    yield Mark(f"hb-bar{sort}", box(left, y, width, height), bar.tip)
    done = axis.at(bar.start + (bar.finish - bar.start) * bar.done) - left if bar.done < 1 else width
    if bar.critical and done < width:
        yield Mark("hb-stripes", box(left + done, y, width - done, height))
    if done > 0:
        yield Mark(f"hb-done{sort}", box(left, y, done, height))
    if bar.due and axis.shows(bar.due):
        yield Mark("hb-due", d("M", axis.at(bar.due) + axis.per_day, y - 3, "v", height + 6))


def summary(bar: Bar, axis: Axis, y: float, height: float) -> Iterator[Mark]:
    """The bracket of a summary: thin, with feet at its ends."""
    if bar.start is None or bar.finish is None:
        return
    left, width = axis.at(bar.start), max(axis.at(bar.finish) - axis.at(bar.start), _LEAST)
    top, foot = y + height / 2 - 3, min(width / 2, 4.0)
    shape = d(
        "M", left, top + 8, "v", -8.0, "h", width, "v", 8.0, "l", -foot, -4.0, "h", 2 * foot - width, "z"
    )
    yield Mark("hb-bracket", shape, bar.tip)


def milestone(bar: Bar, axis: Axis, middle: float, size: float = 6.5) -> Iterator[Mark]:
    """A diamond where it is expected, a mark where it was promised, and the slip between them."""
    if bar.finish is None:
        return
    x = axis.at(bar.finish)
    if bar.due and axis.shows(bar.due):
        promised = axis.at(bar.due) + axis.per_day * _share_of_day(bar.finish)
        if abs(promised - x) > 1:
            yield Mark(f"hb-slip hb-{bar.colour}", d("M", promised, middle, "H", x))
        yield Mark("hb-due", d("M", promised, middle - size - 1, "v", 2 * size + 2))
    if bar.likely and bar.safe:
        yield Mark("hb-reach", d("M", x, middle, "H", axis.at(bar.likely) + axis.per_day * _SHARE_WORKED))
        yield Mark("hb-whisker", _whisker(bar.likely, bar.safe, axis, middle))
    state = " hb-reached" if bar.reached else ""
    shape = d("M", x, middle - size, *("l", size, size, "l", -size, size, "l", -size, -size, "z"))
    yield Mark(f"hb-diamond hb-{bar.colour}{state}", shape, bar.tip)


def _whisker(likely: date, safe: date, axis: Axis, middle: float) -> str:
    """A line from the likely day to the safe one, with a foot at both."""
    left, right = (axis.at(day) + axis.per_day * _SHARE_WORKED for day in (likely, safe))
    feet = (d("M", x, middle - 4, "v", 8.0) for x in (left, right))
    return d("M", left, middle, "H", right, *feet)


def ghosts(bar: Bar, axis: Axis, top: float) -> Iterator[Mark]:
    """What baselines say, line by line from ``top`` on: thin bars, small diamonds for milestones."""
    for ghost in bar.ghosts:
        if ghost.finish < axis.first or ghost.start > axis.last:
            continue
        name = "hb-ghost hb-older" if ghost.line else "hb-ghost"
        y = top + GHOST * ghost.line
        left, right = axis.at(ghost.start), axis.at(ghost.finish + timedelta(days=1))
        if bar.kind == "milestone":
            x = left + axis.per_day * _share_of_day(bar.finish) if bar.finish else left
            shape = d("M", x, y - 2.0, *("l", 3.5, 3.5, "l", -3.5, 3.5, "l", -3.5, -3.5, "z"))
        else:
            shape = box(left, y, max(right - left, _LEAST), GHOST - 1.5)
        yield Mark(name, shape)


def _share_of_day(moment: datetime) -> float:
    """How much of its day has passed at a moment: promise and forecast of one day stand in one place."""
    return (moment.hour * 60 + moment.minute) / 1440
