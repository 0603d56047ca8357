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
_LEGEND: Phrase = ("bar: completed · line: committed",)
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
    return (*_velocity(ground, shown), _picture(shown, table))


def _velocity(ground: Ground, shown: Sequence[Iteration]) -> Iterator[Block]:
    """What was completed on average in the last iterations that have ended."""
    done = [one.completed for one in shown if one.to < ground.status_date and one.completed is not None]
    last = done[-_LAST:]
    if last:
        mean = number(round(sum(last) / len(last), 1))
        of = f"the last {count(len(last), 'iteration')}" if len(last) > 1 else "the last iteration"
        yield Paragraph((f"Velocity: {mean} completed in an iteration, on average of {of}.",), lead=True)


def _picture(shown: Sequence[Iteration], table: Table) -> Block:
    """The table, under a picture of what was committed and completed if anything was."""
    rows = [_stack(one) for one in shown if one.committed is not None or one.completed is not None]
    if not rows:
        return table
    title = "Committed and completed"
    said = f"What was committed and completed in {count(len(rows), 'iteration')}."
    stacks = Stacks(title, said, rows)
    return Picture(wide(stacks), title, said, table, narrow(stacks), _LEGEND, folded=False, name="stacks")


def _stack(one: Iteration) -> Stack:
    committed = number(one.committed)
    if one.completed is None:
        note = f"{committed} committed"
    else:
        note = f"{number(one.completed)} of {committed}" if committed else number(one.completed)
    return Stack(label(one), (Stretch(one.completed or 0, "done"),), one.committed, note)


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
