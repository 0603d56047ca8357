"""The iterations: what was committed and completed in each, and how much the team does on average.

```handbook
view: iterations
```
"""

from collections.abc import Iterator, Sequence

from handbook.analysis.words import count
from handbook.records.kinds.iteration import Iteration
from handbook.views import view
from handbook.views.block.block import Block, Column, Paragraph, Picture, Row, Table
from handbook.views.block.inline import Note, Phrase, Tag
from handbook.views.detail.register import span
from handbook.views.drawings.stacks import Stack, Stacks, Stretch, narrow, wide
from handbook.views.naming import all_named, label, titled
from handbook.views.values import number
from handbook.views.view import Ground, Options

SCOPE: view.Scope = "project"

_COLUMNS = (
    *(Column("Iteration"), Column("Time"), Column("Capacity", "right", minor=True)),
    *(Column("Committed", "right"), Column("Completed", "right"), Column("Works on", minor=True)),
)
_LAST = 3
"""How many iterations the average is taken of."""


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """The velocity, its picture and the table; nothing without iterations."""
    charter = ground.charter(options)
    found = ground.book.of(Iteration, charter.id) if charter else ()
    shown = sorted((one for one in found if not one.withheld), key=lambda one: (one.from_, one.to))
    if not shown:
        return ()
    table = Table(_COLUMNS, [_row(ground, one) for one in reversed(shown)], "Iterations")
    return (*_velocity(ground, shown), *_picture(ground, shown), table)


def _velocity(ground: Ground, shown: Sequence[Iteration]) -> Iterator[Block]:
    """What was completed on average in the last iterations that have ended."""
    done = [one.completed for one in shown if one.to < ground.status_date and one.completed is not None]
    last = done[-_LAST:]
    if last:
        mean = number(round(sum(last) / len(last), 1))
        of = f"the last {count(len(last), 'iteration')}" if len(last) > 1 else "the last iteration"
        yield Paragraph((f"Velocity: {mean} completed per iteration, over {of}.",), lead=True)


def _picture(ground: Ground, shown: Sequence[Iteration]) -> Iterator[Block]:
    rows = [_stack(one) for one in shown if one.committed is not None or one.completed is not None]
    if not rows:
        return
    title = "Committed and completed"
    said = f"What was completed in {count(len(rows), 'iteration')}, with what was committed."
    stacks = Stacks(title, said, rows)
    columns = (Column("Iteration"), Column("Committed", "right"), Column("Completed", "right"))
    twin = Table(
        columns,
        [
            Row((titled(ground, one), (number(one.committed),), (number(one.completed),)))
            for one in shown
            if one.committed is not None or one.completed is not None
        ],
        title,
    )
    legend: Phrase = ("bar: completed · line: committed",)
    yield Picture(wide(stacks), title, said, twin, narrow(stacks), legend, name="stacks")


def _stack(one: Iteration) -> Stack:
    done = number(one.completed) if one.completed is not None else "–"
    parts = (Stretch(one.completed or 0, "done"),)
    return Stack(f"{one.id} {label(one)}", parts, one.committed, f"{done} of {number(one.committed) or '–'}")


def _row(ground: Ground, one: Iteration) -> Row:
    on = ground.status_date
    now: Phrase = (" ", Tag("now")) if one.from_ <= on <= one.to else ()
    goal: Phrase = (Note(one.goal),) if one.title and one.goal else ()
    cells = (
        (*titled(ground, one), *now, *goal),
        span(ground, one),
        (number(one.capacity),),
        (number(one.committed),),
        (number(one.completed),),
        all_named(ground, one.tasks, one.project),
    )
    return Row(cells, anchor=one.address)
