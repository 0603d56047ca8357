"""A heat map: a row of cells for each name, a column for each week."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handbook.views.drawings.marks import box
from handbook.views.drawings.measure import cut
from handbook.views.drawings.svg import d, layer, path, svg, text

_LABELS, _HIGH, _GAP, _TOP, _SIZE = 190.0, 24.0, 2.0, 34.0, 12.0
_WIDTH = 800.0
_NARROW, _NARROW_LABEL = 360.0, 20.0


@dataclass(frozen=True, slots=True)
class Cell:
    """One week: the look of its ground, what stands in it, and what is said on hover; ``away`` dims it."""

    colour: str
    words: str = ""
    tip: str = ""
    away: bool = False


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One name with its cells; a ``strong`` one stands for those beneath it that are ``inside``."""

    label: str
    cells: Sequence[Cell]
    strong: bool = False
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Heat:
    """What the map shows; ``heads`` name the columns, ``months`` tell in which of them a month begins."""

    title: str
    description: str
    heads: Sequence[str]
    months: Sequence[tuple[int, str]]
    rows: Sequence[HeatRow]


def wide(heat: Heat) -> str:
    """The map for a screen: names at the left."""
    height = _TOP + len(heat.rows) * (_HIGH + _GAP) + 2
    room = (_WIDTH - _LABELS) / max(1, len(heat.heads))
    rows = [(row, _TOP + at * (_HIGH + _GAP)) for at, row in enumerate(heat.rows)]
    body = (
        *_heads(heat, _LABELS, room),
        *(piece for row, y in rows for piece in _cells(row, _LABELS, y, room)),
        layer(
            text(10 if row.inside else 0, y + 17, _label(row, _LABELS), "hb-strong" if row.strong else "")
            for row, y in rows
        ),
    )
    return svg(_WIDTH, height, heat.title, heat.description, body, "heat")


def narrow(heat: Heat, most: int = 12) -> str:
    """The map for a phone: each name stands above its cells, and only the first weeks are shown."""
    step = _NARROW_LABEL + _HIGH + 4
    height = _TOP + len(heat.rows) * step + 2
    room = _NARROW / max(1, min(most, len(heat.heads)))
    rows = [(row, _TOP + at * step) for at, row in enumerate(heat.rows)]
    body = (
        *_heads(heat, 0.0, room, most),
        *(piece for row, y in rows for piece in _cells(row, 0.0, y + _NARROW_LABEL, room, most)),
        layer(
            (text(0, y + 15, _label(row, _NARROW), "hb-strong" if row.strong else "") for row, y in rows),
            "hb-label",
        ),
    )
    return svg(_NARROW, height, heat.title, heat.description, body, "heat")


def _label(row: HeatRow, room: float) -> str:
    return cut(row.label, _SIZE + row.strong, room - 16)


def _heads(heat: Heat, left: float, room: float, most: int = 1000) -> Iterator[str]:
    for at, name in heat.months:
        if at < most:
            yield text(left + at * room + 1, 11, name, "hb-axis hb-strong")
    for at, name in enumerate(heat.heads[:most]):
        yield text(left + at * room + (room - _GAP) / 2, 27, name, "hb-axis", "middle")


def _cells(row: HeatRow, left: float, y: float, room: float, most: int = 1000) -> Iterator[str]:
    for at, cell in enumerate(row.cells[:most]):
        x = left + at * room
        yield path(box(x, y, room - _GAP, _HIGH), f"hb-on-{cell.colour}", cell.tip)
        if cell.away:
            yield path(d("M", x + 3, y + _HIGH - 3, "h", room - _GAP - 6), "hb-slip")
        if cell.words:
            name = "hb-strong" if cell.colour in {"amber", "red"} else ""
            yield text(x + (room - _GAP) / 2, y + 16, cell.words, f"hb-share {name}".strip(), "middle")
