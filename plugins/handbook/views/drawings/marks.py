"""The signs of a time picture: bars, milestones, promises, spare time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from handbook.records.parts import Colour
from handbook.views.drawings.axis import Axis
from handbook.views.drawings.svg import HATCH, d, path, rect

_LEAST = 2.5
"""The least width of a bar: a task of an hour is seen too."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a time picture.

    ``kind`` tells its sign: a bar of work, the bracket of a summary whose parts are shown, a milestone, or a
    heading without dates. ``done`` is a share from 0 to 1; ``spare`` the moment until which it can be late
    without harm; ``due`` what was promised, or the deadline. ``note`` is said beside a milestone, ``tip``
    where a pointer rests.
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


def work(bar: Bar, axis: Axis, y: float, height: float, tips: bool = True) -> Iterator[str]:
    """The bar of a task: what is done darker, the critical path striped, spare time as a line behind it."""
    if bar.start is None or bar.finish is None:
        return
    left, right = axis.at(bar.start), axis.at(bar.finish)
    width = max(right - left, _LEAST)
    sort = " hb-critical" if bar.critical else ""
    middle = y + height / 2
    if bar.spare and bar.spare > bar.finish:
        yield path(d("M", left + width, middle, "H", axis.at(bar.spare)), "hb-spare")
    yield rect(left, y, width, height, f"hb-bar{sort}", bar.tip if tips else "")
    done = axis.at(bar.start + (bar.finish - bar.start) * bar.done) - left if bar.done < 1 else width
    if bar.critical and done < width:
        yield rect(left + done, y, width - done, height, "hb-stripes", fill=HATCH)
    if done:
        yield rect(left, y, done, height, f"hb-done{sort}")
    if bar.due and axis.shows(bar.due):
        yield path(d("M", axis.at(bar.due) + axis.per_day, y - 3, "v", height + 6), "hb-due")


def summary(bar: Bar, axis: Axis, y: float, height: float) -> Iterator[str]:
    """The bracket of a summary: thin, with feet at its ends."""
    if bar.start is None or bar.finish is None:
        return
    left, width = axis.at(bar.start), max(axis.at(bar.finish) - axis.at(bar.start), _LEAST)
    top = y + height / 2 - 3
    yield path(
        d(
            "M",
            left,
            top + 8,
            "v",
            -8.0,
            "h",
            width,
            "v",
            8.0,
            "l",
            -4.0,
            -4.0,
            "h",
            -max(width - 8, 0.0),
            "z",
        )
        if width > 8
        else d("M", left, top, "h", width, "v", 4.0, "h", -width, "z"),
        "hb-bracket",
        bar.tip,
    )


def milestone(bar: Bar, axis: Axis, middle: float, size: float = 6.5, tips: bool = True) -> Iterator[str]:
    """A diamond where it is expected, a mark where it was promised, and the slip between them."""
    if bar.finish is None:
        return
    x = axis.at(bar.finish)
    if bar.due and axis.shows(bar.due):
        promised = axis.at(bar.due) + axis.per_day * _share_of_day(bar.finish)
        if abs(promised - x) > 1:
            yield path(d("M", promised, middle, "H", x), f"hb-slip hb-{bar.colour}")
        yield path(d("M", promised, middle - size - 1, "v", 2 * size + 2), "hb-due")
    state = " hb-reached" if bar.reached else ""
    shape = d("M", x, middle - size, *("l", size, size, "l", -size, size, "l", -size, -size, "z"))
    yield path(shape, f"hb-diamond hb-{bar.colour}{state}", bar.tip if tips else "")


def _share_of_day(moment: datetime) -> float:
    """How much of its day has passed at a moment: promise and forecast of one day stand in one place."""
    return (moment.hour * 60 + moment.minute) / 1440
