"""Amounts as lying bars: each row has parts behind each other, and a mark for what they are measured by."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from handbook.views.drawings.marks import box
from handbook.views.drawings.measure import cut, gutter, width
from handbook.views.drawings.svg import HATCH, d, layer, path, svg, text

_WIDTH, _ROW, _BAR, _SIZE = 800.0, 26.0, 14.0, 12.0
_LEAST, _MOST = 120.0, 320.0
"""The room for labels."""
_NARROW, _NARROW_ROW, _NARROW_SIZE = 360.0, 40.0, 13.0
_STEPS = (1, 2, 5)
_MOST_TICKS = 6


class Stretch(NamedTuple):
    """A part of a bar: how much, and the sort that tells its look: ``done``, ``bar`` or ``stripes``."""

    amount: float
    sort: str


@dataclass(frozen=True, slots=True)
class Stack:
    """One row: its parts in order, what they are measured by, and what is said at its end."""

    label: str
    parts: Sequence[Stretch]
    mark: float | None = None
    note: str = ""
    colour: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Stacks:
    """What the picture shows; ``unit`` is said at the end of the axis."""

    title: str
    description: str
    rows: Sequence[Stack]
    unit: str = ""

    @property
    def most(self) -> float:
        """The greatest amount of all rows; never nothing."""
        ends = [max(sum(max(part.amount, 0) for part in row.parts), row.mark or 0) for row in self.rows]
        return max(ends, default=0) or 1


def wide(stacks: Stacks) -> str:
    """The picture for a screen: labels at the left, what is said at the right."""
    room = max((width(row.note, _SIZE) for row in stacks.rows), default=0) + 12
    left = gutter(((row.label, 0.0) for row in stacks.rows), _SIZE, _LEAST, _MOST)
    right = _WIDTH - 8 - room
    rows = [(row, 22 + at * _ROW) for at, row in enumerate(stacks.rows)]
    height = 22 + _ROW * len(stacks.rows) + 4
    body = (
        *_ticks(stacks, left, right, height),
        *_drawn(stacks, left, right, [(row, y + 6, _BAR) for row, y in rows]),
        layer(text(2, y + 17, cut(row.label, _SIZE, left - 10)) for row, y in rows),
        layer((_note(row, _WIDTH - 2, y + 17) for row, y in rows), "hb-note", "end"),
    )
    return svg(_WIDTH, height, stacks.title, stacks.description, body, "stacks")


def narrow(stacks: Stacks) -> str:
    """The picture for a phone: each label stands above its bar, with what is said at the right."""
    rows = [(row, 22 + at * _NARROW_ROW) for at, row in enumerate(stacks.rows)]
    height = 22 + _NARROW_ROW * len(stacks.rows) + 4
    body = (
        *_ticks(stacks, 2, _NARROW - 2, height),
        *_drawn(stacks, 2, _NARROW - 2, [(row, y + 21, 11.0) for row, y in rows]),
        layer((_narrow_label(row, y) for row, y in rows), "hb-label"),
        layer((_note(row, _NARROW - 2, y + 15) for row, y in rows), "hb-note", "end"),
    )
    return svg(_NARROW, height, stacks.title, stacks.description, body, "stacks")


def _narrow_label(row: Stack, y: float) -> str:
    return text(2, y + 15, cut(row.label, _NARROW_SIZE, _NARROW - 14 - width(row.note, _SIZE)))


def _note(row: Stack, x: float, y: float) -> str:
    return text(x, y, row.note, f"hb-{row.colour}" if row.colour else "") if row.note else ""


def _ticks(stacks: Stacks, left: float, right: float, height: float) -> Iterator[str]:
    """Lines at round amounts, with the amounts at the top; the unit behind the last one."""
    step = round_step(stacks.most)
    per = (right - left) / stacks.most
    places = [(at * step, left + at * step * per) for at in range(int(stacks.most / step) + 1)]
    yield path(d(*(d("M", x, 20.0, "V", height) for _, x in places)), "hb-year")
    for at, (amount, x) in enumerate(places):
        words = short(amount)
        if at == len(places) - 1 and stacks.unit:
            words = f"{words}\u00a0{stacks.unit}"
        half = width(words, _SIZE) / 2
        anchor = "middle" if x - half >= 0 and at else ""
        yield text(min(x, right - half) if anchor else x, 13, words, "hb-axis", anchor)


def _drawn(
    stacks: Stacks, left: float, right: float, rows: Sequence[tuple[Stack, float, float]]
) -> Iterator[str]:
    per = (right - left) / stacks.most
    marks = []
    for row, y, high in rows:
        x = left
        for part in row.parts:
            across = max(part.amount, 0) * per
            if across > 0:
                shape = box(x, y, across, high)
                yield path(shape, f"hb-{part.sort}", row.tip, HATCH if part.sort == "stripes" else "")
                if part.sort == "stripes":
                    yield path(shape, "hb-frame")
            x += across
        if row.mark is not None:
            marks.append(d("M", left + row.mark * per, y - 4, "v", high + 8))
    if marks:
        yield path("".join(marks), "hb-goal")


def round_step(most: float) -> float:
    """The step between amounts on an axis: 1, 2 or 5 times a power of ten, so that few of them are shown."""
    power = 10.0 ** (len(str(int(most))) - 1) / 10
    while True:
        for step in _STEPS:
            if most / (step * power) <= _MOST_TICKS:
                return step * power
        power *= 10


def short(amount: float) -> str:
    """An amount on an axis: ``200k``, ``1.5M``, ``30``."""
    for size, sign in ((1_000_000, "M"), (1000, "k")):
        if amount >= size:
            return f"{amount / size:g}{sign}"
    return f"{amount:g}"
