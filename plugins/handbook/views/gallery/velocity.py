"""The velocity: what was completed in each of the last iterations, on average, and how much it varies.

```handbook
view: velocity
last: 6
```
"""

from collections.abc import Sequence

from pydantic import Field

from handbook.analysis.agile.iterations import Result
from handbook.analysis.agile.velocity import LAST, Velocity, velocity
from handbook.analysis.words import count
from handbook.views import view
from handbook.views.agile.telling import tenths
from handbook.views.block.block import Block, Column, Paragraph, Picture, Row, Table
from handbook.views.block.inline import Phrase
from handbook.views.dates import dated
from handbook.views.drawings.amounts import Box, Curves, Level
from handbook.views.drawings.curves import narrow, wide
from handbook.views.naming import label, titled
from handbook.views.values import number
from handbook.views.view import Ground

SCOPE: view.Scope = "project"

_COLUMNS = (
    *(Column("Iteration"), Column("Ended"), Column("Committed", "right"), Column("Completed", "right")),
    Column("Of what was committed", "right"),
)
_LEGEND: Phrase = ("bar: completed · lines: the most, the mean, the least",)


class Options(view.Options):
    """How far it looks back."""

    last: int = Field(LAST, ge=1, le=100, description="How many iterations that have ended count.")


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """The sentence, the picture, the table; nothing before an iteration has ended."""
    charter = ground.charter(options)
    found = velocity(ground.portfolio.iterations(charter.id), options.last) if charter else None
    if found is None:
        return ()
    table = Table(_COLUMNS, [_row(ground, one) for one in reversed(found.results)], "Velocity")
    work = ground.portfolio.backlog(charter.id) if charter else None
    unit = work.backlog.unit if work else ""
    return (Paragraph((_sentence(found, unit),), lead=True), *_kept(found), _picture(found, table, unit))


def _sentence(found: Velocity, unit: str) -> str:
    number_, done = len(found.results), f"{tenths(found.mean)}{f' {unit}' if unit else ''} completed"
    if found.deviation is None:
        return f"{done} in the only iteration: how much that varies is not known."
    of = f"on average of the last {count(number_, 'iteration')}"
    between = f"between {number(found.least)} and {number(found.most)}"
    return f"{done} in an iteration {of}, {between}."


def _kept(found: Velocity) -> Sequence[Block]:
    """The other figures, in a quieter line."""
    told = [f"Median {tenths(found.median)}"]
    if found.deviation is not None:
        told.append(f"standard deviation {tenths(found.deviation)}")
    if found.reliability is not None:
        kept, of = found.kept
        told.append(f"{found.reliability:.0%} of what was committed was completed")
        told.append(f"{kept} of {of} did all they had committed to")
    return (Paragraph((f"{' · '.join(told)}.",), quiet=True),)


def _picture(found: Velocity, table: Table, unit: str) -> Block:
    first = found.results[0].iteration.from_
    title = "Velocity"
    said = f"What was completed in {count(len(found.results), 'iteration')}, with the mean, least and most."
    levels = [Level(found.mean, f"mean {tenths(found.mean)}")]
    if found.least < found.most:
        levels += [
            Level(found.most, f"most {number(found.most)}"),
            Level(found.least, f"least {number(found.least)}"),
        ]
    curves = Curves(
        title,
        said,
        first,
        max(one.iteration.to for one in found.results),
        unit,
        boxes=[_box(one) for one in found.results],
        levels=levels,
    )
    return Picture(wide(curves), title, said, table, narrow(curves), _LEGEND, name="curves")


def _box(one: Result) -> Box:
    tip = f"{label(one.iteration)}: {number(one.completed)}"
    return Box(one.iteration.from_, one.iteration.to, one.completed or 0.0, tip)


def _row(ground: Ground, one: Result) -> Row:
    cells = (
        titled(ground, one.iteration),
        dated(one.iteration.to, ground.status_date),
        (number(one.committed),),
        (number(one.completed),),
        (f"{one.share:.0%}",) if one.share is not None else (),
    )
    return Row(cells)
