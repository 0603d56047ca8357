"""The forecast of the backlog: when all of it will be done, with which chance, and whether that is in time.

```handbook
view: backlog-forecast
by: 2026-06-26
```
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from math import isfinite

from pydantic import Field

from handbook.analysis.agile.backlog_forecast import SHARES, BacklogForecast, backlog_forecast
from handbook.analysis.agile.chance import percent
from handbook.analysis.agile.targets import Target
from handbook.analysis.agile.work import Work
from handbook.analysis.words import capital, count, listed
from handbook.records.types.day import Day
from handbook.schedule.simulation.percentile import percentile
from handbook.views import view
from handbook.views.agile.telling import backlog_of, needed, odds
from handbook.views.block.block import Block, Column, Heading, Paragraph, Picture, Row, Table
from handbook.views.block.inline import Phrase, Strong
from handbook.views.dates import dated, day
from handbook.views.drawings.amounts import Box, Curves
from handbook.views.drawings.curves import narrow, wide
from handbook.views.drawings.day_names import Marked
from handbook.views.naming import titled
from handbook.views.view import Ground

SCOPE: view.Scope = "project"

_WEEK = timedelta(days=7)
_MOST_WEEKS = 104
_COLUMNS = (Column("Week to"), Column("Done in it", "right"), Column("Done by its end", "right"))
_AIMS = (
    *(Column("Contributes to"), Column("Items left", "right"), Column("Needed")),
    *(Column("Chance"), Column("Done with a chance of 85%")),
)
_LEGEND: Phrase = (
    "bar: in how many of 100 futures all is done in that week · lines: by which day, with which chance",
)


class Options(view.Options):
    """What else is told."""

    by: Day | None = Field(None, description="A day: how many items will be done by then.")
    growth: bool = Field(
        True, description="Whether it is told when all is done if items keep coming in as they did."
    )


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """The sentences, the picture, what it means for the plan; why there is no forecast if there is none."""
    work = backlog_of(ground, options)
    if work is None:
        return ()
    found = ground.portfolio.backlog_forecast(work.backlog.project or "")
    if found is None or not found.remaining:
        return tuple(_over(ground, work))
    if found.why:
        left = capital(count(found.remaining, "item"))
        return (Paragraph((f"{left} left; {found.why}.",), lead=True),)
    return (
        *_sentences(ground, found),
        *(_growing(ground, work) if options.growth else ()),
        *(_by(ground, found, options.by) if options.by else ()),
        *_picture(ground, found),
        *_aims(ground, ground.portfolio.backlog_targets(work.backlog.project or "")),
    )


def _over(ground: Ground, work: Work) -> Iterator[Block]:
    if work.done:
        last = day(work.done[-1].finished or work.day, ground.status_date)
        yield Paragraph((f"All {count(len(work.done), 'item')} are done, the last on {last}.",), lead=True)


def _sentences(ground: Ground, found: BacklogForecast) -> Iterator[Block]:
    half, most = (_when(ground, found.date_at(share)) for share in (0.5, 0.85))
    left = capital(count(found.remaining, "item"))
    first = f"{left} {'is' if found.remaining == 1 else 'are'} left. "
    rest = f", of 50% by {half}." if half != most else "."
    yield Paragraph((first, "With a chance of 85% all is done by ", Strong(most), rest), lead=True)
    past = listed([f"{week.done}" for week in found.weeks])
    weeks = count(len(found.weeks), "week")
    told = f"Made from the last {weeks}, in which {past} items were finished"
    yield Paragraph((f"{told}{f'; {found.caution}' if found.caution else ''}.",), quiet=True)


def _when(ground: Ground, found: date | None) -> str:
    return day(found, ground.status_date) if found else "nobody can say when"


def _growing(ground: Ground, work: Work) -> Iterator[Block]:
    found = backlog_forecast(work, growing=True)
    came = sum(week.added for week in found.weeks)
    if came <= 0:
        return
    when = found.date_at(0.85)
    words = f"by {day(when, ground.status_date)}" if when else "not in ten years"
    more = f"{capital(count(came, 'item'))} came in during that time"
    yield Paragraph((f"{more}. If as many keep coming, all is done {words} with a chance of 85%.",))


def _by(ground: Ground, found: BacklogForecast, by: date) -> Iterator[Block]:
    half, most = found.items_by(by, 0.5), found.items_by(by, 0.85)
    if half is not None and most is not None:
        on = day(by, ground.status_date)
        yield Paragraph((f"By {on}: at least {count(most, 'item')} with a chance of 85%, {half} with 50%.",))


def _picture(ground: Ground, found: BacklogForecast) -> Iterator[Block]:
    if not isfinite(percentile(found.days, SHARES[-1])):
        return
    boxes = tuple(_boxes(found))
    if not boxes:
        return
    title = "When the backlog is done"
    marked = [Marked(when, percent(share)) for share in (0.5, 0.85, 0.95) if (when := found.date_at(share))]
    said = listed([f"by {day(one.day, ground.status_date)} with a chance of {one.name}" for one in marked])
    curves = Curves(
        title, f"{capital(said)}.", boxes[0].first, boxes[-1].last, "%", boxes=boxes, marked=marked
    )
    twin = Table(_COLUMNS, [_row(ground, found, box) for box in boxes], title)
    yield Picture(wide(curves), title, f"{capital(said)}.", twin, narrow(curves), _LEGEND, name="curves")


def _boxes(found: BacklogForecast) -> Iterator[Box]:
    """For each week the share of all futures that end in it, in percent; but for the last of a hundred."""
    end, last, before = percentile(found.days, 0.99), found.day, 0.0
    for _ in range(_MOST_WEEKS):
        first, last = last + timedelta(days=1), last + _WEEK
        until = found.chance_by(last) or 0.0
        yield Box(first, last, 100 * (until - before))
        before = until
        if not isfinite(end) or (last - found.day).days >= end:
            return


def _row(ground: Ground, found: BacklogForecast, box: Box) -> Row:
    until = found.chance_by(box.last) or 0.0
    return Row((dated(box.last, ground.status_date), (percent(box.amount / 100),), (percent(until),)))


def _aims(ground: Ground, found: Sequence[Target]) -> Iterator[Block]:
    if found:
        yield Heading(("What waits for it",))
        yield Table(_AIMS, [_aim(ground, one) for one in found], "What the backlog contributes to")


def _aim(ground: Ground, one: Target) -> Row:
    cells = (
        titled(ground, one.record),
        (f"{one.open}",),
        needed(ground, one),
        odds(one),
        dated(one.forecast.date_at(0.85), ground.status_date),
    )
    return Row(cells)
