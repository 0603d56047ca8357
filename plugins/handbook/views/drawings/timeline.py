"""The timeline: a Gantt chart with labels beside the bars, and one for phones with labels above them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from handbook.analysis.words import day
from handbook.views.drawings.axis import Axis, Band
from handbook.views.drawings.marks import GHOST, Bar, Mark, drawn, ghosts, milestone, summary, work
from handbook.views.drawings.measure import cut, gutter, width
from handbook.views.drawings.svg import d, layer, path, svg, text

_WIDTH, _ROW, _BAR, _SIZE = 800.0, 22.0, 11.0, 12.0
_LEAST, _MOST = 150.0, 300.0
"""The room for labels."""
_NARROW, _NARROW_ROW, _NARROW_SIZE = 360.0, 34.0, 13.0
_INDENT = 12.0
_TIPS = 150
"""With more rows the tips would weigh more than the drawing."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """A dependency between two rows, by their numbers; ``type`` tells the ends: FS, SS, FF or SF."""

    source: int
    target: int
    type: str = "FS"


@dataclass(frozen=True, slots=True)
class Chart:
    """What a timeline shows; ``first`` and ``last`` are the days at its ends."""

    title: str
    description: str
    bars: Sequence[Bar]
    first: date
    last: date
    status_date: date
    arrows: Sequence[Arrow] = ()

    @property
    def more(self) -> float:
        """What each row is higher by, for the lines of baselines beneath its bar."""
        lines = max((ghost.line + 1 for bar in self.bars for ghost in bar.ghosts), default=0)
        return max(GHOST * lines - 1, 0.0)


def wide(chart: Chart) -> str:
    """The chart for a screen."""
    room = gutter(((bar.label, _indent(bar)) for bar in chart.bars), _SIZE, _LEAST, _MOST)
    axis = Axis(chart.first, chart.last, room, _WIDTH - 8)
    top = _head(axis)
    row = _ROW + chart.more
    height = top + row * len(chart.bars) + 20
    bars = chart.bars if len(chart.bars) <= _TIPS else [replace(bar, tip="") for bar in chart.bars]
    rows = [(bar, top + number * row) for number, bar in enumerate(bars)]
    body = (
        *grid(axis, top, height - 18),
        *(piece for arrow in chart.arrows for piece in _arrow(arrow, bars, axis, top, row)),
        *drawn(sign for bar, y in rows for sign in _signs(bar, axis, y + (_ROW - _BAR) / 2, _BAR)),
        *today(axis, chart.status_date, top, height),
        layer(_label(bar, y, room) for bar, y in rows),
        layer(_note(bar, axis, y + 15) for bar, y in rows),
    )
    return svg(_WIDTH, height, chart.title, chart.description, body, "timeline")


def narrow(chart: Chart) -> str:
    """The chart for a phone: each label stands above its bar, with its date at the right."""
    axis = Axis(chart.first, chart.last, 2, _NARROW - 2)
    top = _head(axis)
    row = _NARROW_ROW + chart.more
    height = top + row * len(chart.bars) + 20
    rows = [(replace(bar, tip=""), top + number * row) for number, bar in enumerate(chart.bars)]
    body = (
        *grid(axis, top, height - 18),
        *drawn(sign for bar, y in rows for sign in _signs(bar, axis, y + 20, 9)),
        *today(axis, chart.status_date, top, height),
        layer((_narrow_label(bar, y, chart.status_date) for bar, y in rows), "hb-label"),
        layer((_date(bar, y, chart.status_date) for bar, y in rows), "hb-note", "end"),
    )
    return svg(_NARROW, height, chart.title, chart.description, body, "timeline")


def _head(axis: Axis) -> float:
    """The height of the head: one line, or two where the axis spans several years."""
    return 38.0 if axis.years() else 24.0


def grid(axis: Axis, top: float, bottom: float) -> Iterator[str]:
    """The bands of the calendar, every other one shaded, with their names at the top."""
    bands = axis.bands()
    shaded = [_band(band, top, bottom) for band in bands[1::2]]
    yield path(d(*shaded), "hb-band")
    for band in bands:
        if band.name:
            yield text((band.left + band.right) / 2, top - 8, band.name, "hb-axis", "middle")
    if years := axis.years():
        yield path(d(*(d("M", band.left, 4.0, "V", bottom) for band in years[1:])), "hb-year")
        for band in years:
            if band.name:
                yield text(band.left + 4, 13, band.name, "hb-axis hb-strong")


def _band(band: Band, top: float, bottom: float) -> str:
    return d("M", band.left, top, "H", band.right, "V", bottom, "H", band.left, "z")


def today(axis: Axis, status_date: date, top: float, height: float, passed: float = 0.5) -> Iterator[str]:
    """The line of the status date, with the date at its foot; ``passed`` is the share of it that is over."""
    if not axis.shows(status_date):
        return
    x = axis.at(status_date) + axis.per_day * passed
    words = day(status_date, status_date)
    half = width(words, _SIZE) / 2
    yield path(d("M", x, top - 4, "V", height - 14), "hb-today")
    yield text(min(max(x, axis.left + half), axis.right - half), height - 3, words, "hb-today", "middle")


def _indent(bar: Bar) -> float:
    return _INDENT * min(bar.depth, 5)


def _label(bar: Bar, y: float, room: float) -> str:
    indent = _indent(bar)
    return text(2 + indent, y + 15, cut(bar.label, _SIZE, room - 8 - indent), _weight(bar))


def _weight(bar: Bar) -> str:
    return "hb-strong" if bar.kind in {"summary", "heading"} else ""


def _note(bar: Bar, axis: Axis, y: float) -> str:
    """The date of a milestone, right of its signs, or left of them where the picture ends."""
    if bar.kind != "milestone" or not bar.note or bar.finish is None or not axis.shows(bar.finish):
        return ""
    marks = [axis.at(moment) for moment in (bar.finish, bar.due, bar.safe) if moment]
    if max(marks) + 14 + width(bar.note, _SIZE) < _WIDTH:
        return text(max(marks) + 12, y, bar.note, f"hb-note hb-{bar.colour}")
    return text(min(marks) - 12, y, bar.note, f"hb-note hb-{bar.colour}", "end")


def _narrow_label(bar: Bar, y: float, status_date: date) -> str:
    room = _NARROW - 12 - width(_said(bar, status_date), _SIZE)
    return text(2, y + 15, cut(bar.label, _NARROW_SIZE, room), _weight(bar))


def _date(bar: Bar, y: float, status_date: date) -> str:
    colour = f"hb-{bar.colour}" if bar.kind == "milestone" else ""
    said = _said(bar, status_date)
    return text(_NARROW - 2, y + 15, said, colour) if said else ""


def _said(bar: Bar, status_date: date) -> str:
    """What stands at the right of a bar on a phone."""
    return bar.note or (day(bar.finish.date(), status_date) if bar.finish else "")


def _signs(bar: Bar, axis: Axis, y: float, height: float) -> Iterator[Mark]:
    yield from ghosts(bar, axis, y + height + 2)
    yield from _sign(bar, axis, y, height)


def _sign(bar: Bar, axis: Axis, y: float, height: float) -> Iterable[Mark]:
    if (
        bar.finish is None
        or bar.start is None
        or bar.finish.date() < axis.first
        or bar.start.date() > axis.last
    ):
        return ()
    if bar.kind == "milestone":
        return milestone(bar, axis, y + height / 2, height / 2 + 1)
    return summary(bar, axis, y, height) if bar.kind == "summary" else work(bar, axis, y, height)


def _arrow(arrow: Arrow, bars: Sequence[Bar], axis: Axis, top: float, row: float) -> Iterator[str]:
    source, target = bars[arrow.source], bars[arrow.target]
    begin = source.start if arrow.type[0] == "S" else source.finish
    end = target.start if arrow.type[1] == "S" else target.finish
    if begin is None or end is None:
        return
    x1, x2 = axis.at(begin), axis.at(end)
    y1, y2 = (top + at * row + _ROW / 2 for at in (arrow.source, arrow.target))
    down = 1 if y2 > y1 else -1
    if x2 >= x1 - 1:
        tip = y2 - down * (_BAR / 2 + 1)
        line = d("M", x1, y1, "H", x2 + 3, "V", tip - down * 3)
        head = d("M", x2 + 3, tip, "l", -3.0, -4.0 * down, "h", 6.0, "z")
    else:
        between = y2 - down * row / 2
        line = d("M", x1, y1, "h", 6.0, "V", between, "H", x2 - 7, "V", y2, "h", 3.0)
        head = d("M", x2 - 1, y2, "l", -4.0, -3.0, "v", 6.0, "z")
    yield path(line, "hb-link")
    yield path(head, "hb-head")
