"""The roadmap: projects beneath each other on one time axis, with their milestones and what they wait for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import accumulate
from typing import Literal

from handbook.records.parts import Colour
from handbook.views.block.inline import SHAPES
from handbook.views.drawings.axis import Axis
from handbook.views.drawings.marks import Bar, Mark, box, drawn, milestone
from handbook.views.drawings.measure import cut, width
from handbook.views.drawings.svg import d, path, svg, text
from handbook.views.drawings.timeline import grid, today

_WIDTH, _LABELS, _SIZE = 800.0, 180.0, 12.0
_NARROW, _NARROW_LANE = 360.0, 56.0
_LANE, _NAMES, _HEADING = 24.0, 15.0, 24.0
_MOST_NAMES = 4


@dataclass(frozen=True, slots=True)
class Lane:
    """One project: from when to when, with its milestones; without dates a heading over other lanes.

    ``colour`` is shown as a shape before its name; ``note`` is said beneath it on a phone: what comes next.
    """

    label: str
    start: datetime | None = None
    finish: datetime | None = None
    colour: Colour | Literal["none"] | None = None
    milestones: Sequence[Bar] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Wait:
    """A project waits for another one: their lanes, and from which moment to which."""

    source: int
    target: int
    begin: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Roadmap:
    """What a roadmap shows; ``first`` and ``last`` are the days at its ends."""

    title: str
    description: str
    lanes: Sequence[Lane]
    waits: Sequence[Wait]
    first: date
    last: date
    status_date: date


@dataclass(frozen=True, slots=True)
class _Label:
    """The name of a milestone: where it stands, and on which line beneath its lane."""

    x: float
    line: int
    words: str
    end: bool


def wide(roadmap: Roadmap) -> str:
    """The roadmap for a screen: milestones have their names beneath them, on as many lines as it takes."""
    axis = Axis(roadmap.first, roadmap.last, _LABELS, _WIDTH - 8)
    top = 38.0 if axis.years() else 24.0
    labels = [tuple(_placed(lane, axis)) for lane in roadmap.lanes]
    tops = list(_tops(roadmap.lanes, labels, top))
    height = tops.pop() + 20
    rows = list(zip(roadmap.lanes, labels, tops, strict=True))
    body = (
        *grid(axis, top, height - 18),
        *drawn(mark for lane, _, y in rows for mark in _bar(lane, axis, y)),
        *(piece for wait in roadmap.waits for piece in _arrow(wait, tops, axis)),
        *drawn(mark for lane, _, y in rows for mark in _diamonds(lane, axis, y)),
        *today(axis, roadmap.status_date, top, height),
        *(words for lane, placed, y in rows for words in _words(lane, placed, y)),
    )
    return svg(_WIDTH, height, roadmap.title, roadmap.description, body, "roadmap")


def narrow(roadmap: Roadmap) -> str:
    """The roadmap for a phone: each project's name above its lane, and beneath it what comes next."""
    axis = Axis(roadmap.first, roadmap.last, 2, _NARROW - 2)
    top = 38.0 if axis.years() else 24.0
    heights = [_HEADING if lane.start is None else _NARROW_LANE for lane in roadmap.lanes]
    rows = list(zip(roadmap.lanes, accumulate(heights, initial=top), strict=False))
    height = top + sum(heights) + 20
    body = (
        *grid(axis, top, height - 18),
        *drawn(mark for lane, y in rows for mark in _bar(lane, axis, y + 15)),
        *drawn(mark for lane, y in rows for mark in _diamonds(lane, axis, y + 15)),
        *today(axis, roadmap.status_date, top, height),
        *(words for lane, y in rows for words in _narrow_words(lane, y)),
    )
    return svg(_NARROW, height, roadmap.title, roadmap.description, body, "roadmap")


def _tops(lanes: Sequence[Lane], labels: Sequence[Sequence[_Label]], top: float) -> Iterator[float]:
    """Where each lane begins, and at the end where the last one ends."""
    for lane, placed in zip(lanes, labels, strict=True):
        yield top
        lines = 1 + max((label.line for label in placed), default=-1)
        top += _HEADING if lane.start is None else _LANE + _NAMES * lines + (6 if lines else 2)
    yield top


def _placed(lane: Lane, axis: Axis) -> Iterator[_Label]:
    """The names of a lane's milestones, each on the first line where it has room.

    The last one goes first, for it is what the project is for; then those to come, then those reached.
    """
    lines: list[list[tuple[float, float]]] = [[] for _ in range(_MOST_NAMES)]
    last = max((bar.finish for bar in lane.milestones if bar.finish), default=None)
    for mark in sorted(lane.milestones, key=lambda bar: (bar.finish != last, bar.reached)):
        if mark.finish is None or not axis.shows(mark.finish):
            continue
        x, room = axis.at(mark.finish), width(mark.label, 11) + 8
        end = x - 5 + room > _WIDTH
        left = x + 5 - room if end else x - 5
        line = next((n for n, taken in enumerate(lines) if _is_free(taken, left, left + room)), None)
        if line is None:
            continue
        lines[line].append((left, left + room))
        yield _Label(x + 5 if end else x - 5, line, mark.label, end)


def _is_free(taken: Sequence[tuple[float, float]], left: float, right: float) -> bool:
    return all(right <= begin or left >= end for begin, end in taken)


def _bar(lane: Lane, axis: Axis, y: float) -> Iterator[Mark]:
    if lane.start is None or lane.finish is None:
        return
    left, right = axis.at(lane.start), axis.at(lane.finish)
    yield Mark("hb-bar", box(left, y + 9, max(right - left, 2), 6))


def _diamonds(lane: Lane, axis: Axis, y: float) -> Iterator[Mark]:
    for mark in lane.milestones:
        if mark.finish and axis.shows(mark.finish):
            yield from milestone(mark, axis, y + 12)


def _words(lane: Lane, labels: Sequence[_Label], y: float) -> Iterator[str]:
    strong = "hb-strong" if lane.start is None else ""
    yield from _shape(lane, y + 16)
    left = 18 if lane.colour else 2
    yield text(left, y + 16, cut(lane.label, _SIZE, _LABELS - 8 - left), strong)
    for label in labels:
        yield text(label.x, y + 33 + _NAMES * label.line, label.words, "hb-name", "end" if label.end else "")


def _narrow_words(lane: Lane, y: float) -> Iterator[str]:
    yield from _shape(lane, y + 15)
    left = 18 if lane.colour else 2
    yield text(left, y + 15, cut(lane.label, 13, _NARROW - 2 - left), "hb-label hb-strong")
    if lane.note:
        yield text(2, y + 47, cut(lane.note, _SIZE, _NARROW - 4), "hb-note")


def _shape(lane: Lane, y: float) -> Iterator[str]:
    """How the project stands, as a shape before its name."""
    if lane.colour:
        yield text(2, y, SHAPES[lane.colour], f"hb-{lane.colour}")


def _arrow(wait: Wait, tops: Sequence[float], axis: Axis) -> Iterator[str]:
    """A curve from lane to lane, so that it is not taken for a dependency inside a plan."""
    x1, x2 = axis.at(wait.begin), axis.at(wait.end)
    y1, y2 = tops[wait.source] + 12, tops[wait.target] + 12
    down = 1 if y2 > y1 else -1
    y1, y2 = y1 + 8 * down, y2 - 10 * down
    middle = (y1 + y2) / 2
    yield path(d("M", x1, y1, "C", x1, middle, x2, middle, x2, y2), "hb-wait")
    yield path(d("M", x2, y2 + 4 * down, "l", -3.5, -6.0 * down, "h", 7.0, "z"), "hb-head")
