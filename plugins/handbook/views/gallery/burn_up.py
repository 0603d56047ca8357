"""The burn-up: how the scope of the backlog and what is done have grown, and where that leads.

```handbook
view: burn-up
by: items
```
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from pydantic import Field

from handbook.analysis.agile.backlog_forecast import BacklogForecast
from handbook.analysis.agile.course import Day, Measure, course
from handbook.analysis.agile.work import Work
from handbook.analysis.words import count
from handbook.views import view
from handbook.views.agile.telling import backlog_of, unit, unsized, weekly
from handbook.views.block.block import Block, Column, Paragraph, Picture, Row, Table
from handbook.views.block.inline import Phrase
from handbook.views.dates import dated
from handbook.views.drawings.amounts import Curve, Curves, Spot
from handbook.views.drawings.curves import narrow, wide
from handbook.views.values import number
from handbook.views.view import Ground

SCOPE: view.Scope = "project"

_COLUMNS = (*(Column("End of"), Column("Scope", "right"), Column("Done", "right"), Column("Left", "right")),)
_LEGEND: Phrase = ("thick: done · thin: scope",)
_FORECAST: Phrase = (*_LEGEND, " · dashed: done in time with a chance of 50% and of 85%, if nothing comes in")
_SURE = (0.5, 0.85)
_FAR = 3
"""A forecast that lies farther ahead than so many times the past is not drawn: the past would be a dot."""


class Options(view.Options):
    """What is counted."""

    by: Measure = Field("items", description="Whether `items` are counted, or the `size` of each.")
    forecast: bool = Field(True, description="Whether it is shown where that leads; of items only.")


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """The sentence and the picture; nothing without a backlog or without any date in it."""
    work = backlog_of(ground, options)
    days = course(work, options.by) if work else ()
    if work is None or not days:
        return ()
    wanted = options.forecast and options.by == "items"
    found = ground.portfolio.backlog_forecast(work.backlog.project or "") if wanted else None
    return (*_sentence(work, options.by, days), _picture(ground, work, options.by, days, found))


def _sentence(work: Work, by: Measure, days: Sequence[Day]) -> Iterator[Block]:
    first, last = days[0], days[-1]
    word = unit(work, by)
    grown = last.scope - first.scope
    change = "is as it was at the beginning"
    if grown:
        change = f"has {'grown' if grown > 0 else 'shrunk'} by {number(abs(grown))}"
    done = f", {last.done / last.scope:.0%}" if last.scope else ""
    told = f"{number(last.done)} of {number(last.scope)} {word} are done{done}; the scope {change}."
    yield Paragraph((told,), lead=True)
    if missing := unsized(work, by):
        yield Paragraph(
            (f"{count(missing, 'item')} without a size count for nothing.".capitalize(),), quiet=True
        )


def _picture(
    ground: Ground, work: Work, by: Measure, days: Sequence[Day], found: BacklogForecast | None
) -> Block:
    title = "Burn-up"
    last = days[-1]
    said = f"{number(last.done)} done of a scope of {number(last.scope)}, day by day since {days[0].day}."
    ahead = _ahead(days, found)
    scope = Curve(
        [Spot(day.day, day.scope) for day in days], "scope", stepped=True, name=f"scope {number(last.scope)}"
    )
    done = Curve(
        [Spot(day.day, day.done) for day in days], "done", stepped=True, name=f"done {number(last.done)}"
    )
    end = max((curve.spots[-1].day for curve in ahead), default=last.day)
    curves = Curves(
        title, said, days[0].day, end, unit(work, by), [*ahead, scope, done], status_date=ground.status_date
    )
    rows = [_row(ground, day) for day in weekly(days)]
    twin = Table(_COLUMNS, rows, f"Burn-up, {unit(work, by)}")
    signs = _FORECAST if ahead else _LEGEND
    return Picture(wide(curves), title, said, twin, narrow(curves), signs, name="curves")


def _ahead(days: Sequence[Day], found: BacklogForecast | None) -> list[Curve]:
    """From what is done today to the whole scope on the days of the forecast, and on along the scope."""
    first, last = days[0], days[-1]
    ends = [found.date_at(share) for share in _SURE] if found and found.remaining else []
    far = last.day + _FAR * (last.day - first.day + timedelta(days=7))
    known = [day for day in ends if day and day <= far]
    if len(known) < len(ends) or not known:
        return []
    rise = [
        Curve([Spot(last.day, last.done), Spot(day, last.scope)], "expected", name=f"{share:.0%}")
        for day, share in zip(known, _SURE, strict=True)
    ]
    return [*rise, Curve([Spot(last.day, last.scope), Spot(known[-1], last.scope)], "ideal")]


def _row(ground: Ground, day: Day) -> Row:
    amounts = (day.scope, day.done, day.waiting + day.in_progress)
    return Row((dated(day.day, ground.status_date), *((number(one),) for one in amounts)))
