"""The burn-down of an iteration: what is left of it at the end of each day.

```handbook
view: burn-down
```
"""

from collections.abc import Sequence

from pydantic import Field

from handbook.analysis.agile.burn_down import BurnDown, Left, burn_down
from handbook.analysis.agile.iterations import Result
from handbook.analysis.words import day, listed
from handbook.records.types.text import Line
from handbook.views import view
from handbook.views.agile.telling import tenths, unit
from handbook.views.block.block import Block, Column, Paragraph, Picture, Row, Table
from handbook.views.block.inline import Phrase
from handbook.views.dates import dated
from handbook.views.drawings.amounts import Curve, Curves, Spot
from handbook.views.drawings.curves import narrow, wide
from handbook.views.naming import label, ref
from handbook.views.values import number
from handbook.views.view import Ground

SCOPE: view.Scope = "project"

_COLUMNS = (Column("End of"), Column("Left", "right"), Column("If spread evenly", "right"))
_LEGEND: Phrase = ("thick: left · dotted: if the work were spread evenly over the working days",)


class Options(view.Options):
    """Which iteration."""

    iteration: Line = Field(
        "", description="The id of the iteration; that of today if none is named, or the last before it."
    )


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """The sentence and the picture; nothing without an iteration that items of the backlog name."""
    charter = ground.charter(options)
    if charter is None:
        return ()
    result = _chosen(ground, ground.portfolio.iterations(charter.id), options.iteration)
    plan = ground.portfolio.plan(charter.id)
    found = burn_down(result, ground.status_date, plan.working_days) if result else None
    if found is None:
        return ()
    word = unit(ground.portfolio.backlog(charter.id), found.unit)
    return (_sentence(ground, found, word), _picture(ground, found, word))


def _chosen(ground: Ground, results: Sequence[Result], wanted: str) -> Result | None:
    """The iteration that is asked for; else the last that has begun and has items."""
    if wanted:
        named = [one for one in results if one.iteration.id.casefold() == wanted.casefold()]
        return named[0] if named and not named[0].iteration.withheld else None
    begun = [one for one in results if one.items and one.iteration.from_ <= ground.status_date]
    return begun[-1] if begun and not begun[-1].iteration.withheld else None


def _sentence(ground: Ground, found: BurnDown, word: str) -> Block:
    one = found.result.iteration
    if one.to < ground.status_date:
        told = f" set out to do {number(found.planned)} {word} and left {number(found.remaining)} undone"
    else:
        told = f" set out to do {number(found.planned)} {word}; {number(found.remaining)} are left"
        told += f" until {day(one.to, ground.status_date)}"
    more = [f"{number(found.added)} came in after it had begun"] if found.added else []
    late = f"; {listed(more)}" if more else ""
    return Paragraph((ref(ground, one), f"{told}{late}."), lead=True)


def _picture(ground: Ground, found: BurnDown, word: str) -> Block:
    title = f"Burn-down of {label(found.result.iteration)}"
    known = [Spot(left.day, left.remaining) for left in found.days if left.remaining is not None]
    said = f"{number(found.remaining)} of {number(found.planned + found.added)} {word} are left."
    curves = Curves(
        title,
        said,
        found.days[0].day,
        found.days[-1].day,
        word,
        [
            Curve([Spot(left.day, left.ideal) for left in found.days], "ideal"),
            *([Curve(known, "done", stepped=True, name=f"{number(known[-1].amount)} left")] if known else []),
        ],
        status_date=ground.status_date,
    )
    twin = Table(_COLUMNS, [_row(ground, left) for left in found.days], f"{title}, {word}")
    return Picture(wide(curves), title, said, twin, narrow(curves), _LEGEND, name="curves")


def _row(ground: Ground, left: Left) -> Row:
    remaining: Phrase = (number(left.remaining),) if left.remaining is not None else ()
    return Row((dated(left.day, ground.status_date), remaining, (tenths(left.ideal),)))
