"""A driving chain on a time axis: each step begins where the one above it ends.

Work is a bar; days of lag, and of waiting for working time, are a hatched frame; leave and holidays are
hatched into the work.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from handbook.views.drawings.axis import Axis
from handbook.views.drawings.marks import Bar, box, milestone
from handbook.views.drawings.measure import cut, gutter, width
from handbook.views.drawings.svg import HATCH, d, layer, path, svg, text
from handbook.views.drawings.timeline import grid, today

_WIDTH, _ROW, _BAR, _SIZE = 800.0, 22.0, 11.0, 12.0
_LEAST_LABELS, _MOST_LABELS = 120.0, 340.0
_NARROW, _NARROW_ROW = 360.0, 34.0
_DAY = timedelta(days=1)
_LEAST = 2.5


@dataclass(frozen=True, slots=True)
class Span:
    """Days from one to another, both included, and what a pointer is told of them."""

    first: date
    last: date
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """One step: the days before the work, the work, the days inside it on which it rests.

    ``on`` is the day of a milestone. ``note`` is said beside it.
    """

    label: str
    wait: Span | None = None
    work: Span | None = None
    rests: tuple[Span, ...] = ()
    on: date | None = None
    note: str = ""

    @property
    def last(self) -> date | None:
        """Its last day."""
        return self.on or (self.work or self.wait or Span(date.min, date.min)).last


@dataclass(frozen=True, slots=True)
class Chain:
    """What the picture shows; ``first`` and ``last`` are the days at its ends."""

    title: str
    description: str
    stretches: Sequence[Stretch]
    first: date
    last: date
    status_date: date


def wide(chain: Chain) -> str:
    """The chain for a screen: labels beside the bars."""
    room = gutter(((one.label, 0.0) for one in chain.stretches), _SIZE, _LEAST_LABELS, _MOST_LABELS)
    axis = Axis(chain.first, chain.last, room, _WIDTH - 8)
    top = 38.0 if axis.years() else 24.0
    height = top + _ROW * len(chain.stretches) + 20
    rows = [(one, top + number * _ROW) for number, one in enumerate(chain.stretches)]
    body = (
        *grid(axis, top, height - 18),
        *_turns(rows, axis, _ROW, _BAR),
        *(piece for one, y in rows for piece in _signs(one, axis, y + (_ROW - _BAR) / 2, _BAR)),
        *today(axis, chain.status_date, top, height),
        layer(text(2, y + 15, cut(one.label, _SIZE, room - 8)) for one, y in rows),
        layer((_note(one, axis, y + 15) for one, y in rows), "hb-note"),
    )
    return svg(_WIDTH, height, chain.title, chain.description, body, "chain")


def narrow(chain: Chain) -> str:
    """The chain for a phone: labels above the bars."""
    axis = Axis(chain.first, chain.last, 2, _NARROW - 2)
    top = 38.0 if axis.years() else 24.0
    height = top + _NARROW_ROW * len(chain.stretches) + 20
    rows = [(one, top + number * _NARROW_ROW) for number, one in enumerate(chain.stretches)]
    body = (
        *grid(axis, top, height - 18),
        *(piece for one, y in rows for piece in _signs(one, axis, y + 20, 9)),
        *today(axis, chain.status_date, top, height),
        layer(text(2, y + 15, cut(one.label, _SIZE, _room(one))) for one, y in rows),
        layer((text(_NARROW - 2, y + 15, one.note) for one, y in rows if one.note), "hb-note", "end"),
    )
    return svg(_NARROW, height, chain.title, chain.description, body, "chain")


def _room(one: Stretch) -> float:
    return _NARROW - 12 - width(one.note, _SIZE)


def _signs(one: Stretch, axis: Axis, y: float, height: float) -> Iterator[str]:
    if one.wait:
        yield path(_box(one.wait, axis, y, height), "hb-rest", one.wait.tip, HATCH)
    if one.work:
        yield path(_box(one.work, axis, y, height), "hb-bar", one.work.tip)
    for rest in one.rests:
        yield path(_box(rest, axis, y, height), "hb-gap")
        yield path(_box(rest, axis, y, height), "hb-rest", rest.tip, HATCH)
    if one.on:
        moment = datetime.combine(one.on, time(17))
        bar = Bar(one.label, "milestone", moment, moment)
        for mark in milestone(bar, axis, y + height / 2, height / 2 + 1):
            yield path(mark.d, mark.name)


def _box(span: Span, axis: Axis, y: float, height: float) -> str:
    left, right = axis.at(span.first), axis.at(span.last + _DAY)
    return box(left, y, max(right - left, _LEAST), height)


def _turns(rows: Sequence[tuple[Stretch, float]], axis: Axis, row: float, bar: float) -> Iterator[str]:
    """The lines down from the end of each step to the next one."""
    lines = []
    for one, y in rows[:-1]:
        if one.last is not None and axis.shows(one.last):
            begin = y + (row + bar) / 2
            lines.append(d("M", axis.at(one.last + _DAY), begin, "v", row - bar))
    if lines:
        yield path("".join(lines), "hb-turn")


def _note(one: Stretch, axis: Axis, y: float) -> str:
    """What is said of a step, right of its signs, or left of them where the picture ends."""
    if not one.note or one.last is None:
        return ""
    end = axis.at(one.last + _DAY) + (8 if one.on else 5)
    if end + width(one.note, _SIZE) < _WIDTH:
        return text(end, y, one.note)
    first = one.on or (one.wait or one.work or Span(one.last, one.last)).first
    return text(axis.at(first) - (8 if one.on else 5), y, one.note, "", "end")
