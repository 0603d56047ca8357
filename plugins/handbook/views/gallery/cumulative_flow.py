"""The cumulative flow: how much was waiting, in progress and done at the end of each day.

```handbook
view: cumulative-flow
by: items
```
"""

from collections.abc import Iterator, Sequence

from pydantic import Field

from handbook.analysis.agile.course import Day, Measure, course
from handbook.analysis.agile.littles_law import littles_law
from handbook.analysis.agile.work import Work
from handbook.views import view
from handbook.views.agile.telling import backlog_of, tenths, unit, weekly
from handbook.views.block.block import Block, Column, Paragraph, Picture, Row, Table
from handbook.views.block.inline import Phrase
from handbook.views.dates import dated
from handbook.views.drawings.amounts import Curve, Curves, Spot
from handbook.views.drawings.curves import narrow, wide
from handbook.views.values import number
from handbook.views.view import Ground

SCOPE: view.Scope = "project"

_COLUMNS = (
    *(Column("End of"), Column("Waiting", "right"), Column("In progress", "right"), Column("Done", "right")),
)
_LEGEND: Phrase = ("from below: done · in progress · waiting",)


class Options(view.Options):
    """What is counted."""

    by: Measure = Field("items", description="Whether `items` are counted, or the `size` of each.")


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """The means with what follows from them, and the picture; nothing without any date in a backlog."""
    work = backlog_of(ground, options)
    days = course(work, options.by) if work else ()
    if work is None or not days:
        return ()
    return (*_means(work), _picture(ground, work, options.by, days))


def _means(work: Work) -> Iterator[Block]:
    """Little's law in a sentence."""
    law = littles_law(work, work.backlog.weeks)
    if law is None or law.expected is None:
        return
    told = (
        f"On average {tenths(law.in_progress)} items are in progress and {tenths(7 * law.per_day)} are "
        f"finished in a week: an item should take {tenths(law.expected)} days"
    )
    seen = f"; those finished took {tenths(law.cycle_time)}" if law.cycle_time is not None else ""
    yield Paragraph((f"{told}{seen}.",))


def _picture(ground: Ground, work: Work, by: Measure, days: Sequence[Day]) -> Block:
    title, last, word = "Cumulative flow", days[-1], unit(work, by)
    said = (
        f"{number(last.done)} {word} done, {number(last.in_progress)} begun, {number(last.waiting)} to come."
    )
    done = [Spot(day.day, day.done) for day in days]
    begun = [Spot(day.day, day.done + day.in_progress) for day in days]
    scope = [Spot(day.day, day.scope) for day in days]
    areas = [
        Curve(scope, "waiting", filled=True, floor=begun, name="waiting"),
        Curve(begun, "at-work", filled=True, floor=done, name="in progress"),
        Curve(done, "done", filled=True, name="done"),
    ]
    curves = Curves(title, said, days[0].day, last.day, word, areas, status_date=ground.status_date)
    twin = Table(_COLUMNS, [_row(ground, day) for day in weekly(days)], f"{title}, {word}")
    return Picture(wide(curves), title, said, twin, narrow(curves), _LEGEND, name="curves")


def _row(ground: Ground, day: Day) -> Row:
    amounts = (day.waiting, day.in_progress, day.done)
    return Row((dated(day.day, ground.status_date), *((number(one),) for one in amounts)))
