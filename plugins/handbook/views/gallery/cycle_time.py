"""The cycle times: how many days each finished item took, with the days that most of them did not exceed.

```handbook
view: cycle-time
last: 100
```
"""

from collections.abc import Iterator, Sequence

from pydantic import Field

from handbook.analysis.agile.cycle_time import SHARES, CycleTimes, cycle_times
from handbook.analysis.agile.work import Work
from handbook.analysis.words import count, figure
from handbook.records.kinds.backlog_item import BacklogItem
from handbook.views import view
from handbook.views.agile.telling import backlog_of
from handbook.views.block.block import Block, Column, Paragraph, Picture, Row, Table
from handbook.views.block.inline import Light, Phrase
from handbook.views.dates import dated
from handbook.views.drawings.amounts import Curves, Dot, Level
from handbook.views.drawings.curves import narrow, wide
from handbook.views.naming import label, titled
from handbook.views.view import Ground

SCOPE: view.Scope = "project"

_COLUMNS = (Column("Item"), Column("Started"), Column("Finished"), Column("Days", "right"))
_LEGEND: Phrase = (
    "a dot: an item, by the day it was finished · a square: one that took longer than expected · "
    "lines: what half, 85% and 95% of the items did not exceed",
)


class Options(view.Options):
    """Which items are shown."""

    last: int = Field(100, ge=1, le=1000, description="How many of the items that were finished last.")


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """The sentence and the picture; nothing if of no finished item it is known when it was started."""
    work = backlog_of(ground, options)
    found = cycle_times(work) if work else None
    if work is None or found is None or not found.days:
        return ()
    return (*_sentence(found), *_expected(work, found), _picture(ground, work, found, options.last))


def _sentence(found: CycleTimes) -> Iterator[Block]:
    half, most, _ = (found.at(share) or 0 for share in SHARES)
    told = f"Half of the items took at most {figure(half, 'day')}, 85% of them at most {figure(most, 'day')}."
    yield Paragraph((told,), lead=True)


def _expected(work: Work, found: CycleTimes) -> Iterator[Block]:
    """What was expected, and how often it was kept."""
    wanted = work.backlog.expectation
    kept = found.share_within(wanted.days) if wanted else None
    if wanted is None or kept is None:
        return
    told = f"Expected: {wanted.share:.0%} within {figure(wanted.days, 'day')}. Kept: "
    yield Paragraph(
        (told, Light("green" if kept >= wanted.share else "amber", f"{kept:.0%}"), "."), quiet=True
    )


def _picture(ground: Ground, work: Work, found: CycleTimes, last: int) -> Block:
    shown = list(zip(found.items, found.days, strict=True))[-last:]
    title = "Cycle time"
    said = f"How many days {count(len(shown), 'finished item')} took."
    levels = [Level(days, f"{share:.0%}: {days}") for share in SHARES if (days := found.at(share))]
    ends = [item.finished for item, _ in shown if item.finished]
    curves = Curves(
        title,
        said,
        ends[0],
        max(ends[-1], ground.status_date),
        "days",
        dots=[_dot(work, item, took) for item, took in shown],
        levels=levels,
        status_date=ground.status_date,
    )
    twin = Table(_COLUMNS, [_row(ground, item, took) for item, took in reversed(shown)], "Cycle times")
    return Picture(wide(curves), title, said, twin, narrow(curves), _LEGEND, name="curves")


def _dot(work: Work, item: BacklogItem, took: int) -> Dot:
    wanted = work.backlog.expectation
    tip = f"{label(item)}: {figure(took, 'day')}"
    return Dot(item.finished or work.day, took, tip, wanted is not None and took > wanted.days)


def _row(ground: Ground, item: BacklogItem, took: int) -> Row:
    on = ground.status_date
    return Row((titled(ground, item), dated(item.started, on), dated(item.finished, on), (f"{took}",)))
