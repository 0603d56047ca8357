"""The iterations: what was committed and completed in each, and how much the team does on average.

```handbook
view: iterations
average: true
```
"""

from collections.abc import Iterator, Sequence

from pydantic import Field

from handbook.analysis.agile.iterations import Result
from handbook.analysis.agile.velocity import velocity
from handbook.analysis.words import count
from handbook.records.kinds.iteration import Iteration
from handbook.views import view
from handbook.views.agile.telling import tenths
from handbook.views.block.block import Block, Column, Paragraph, Picture, Row, Table
from handbook.views.block.inline import Note, Phrase, Tag
from handbook.views.detail.register import span
from handbook.views.drawings.stacks import Stack, Stacks, Stretch, narrow, wide
from handbook.views.naming import all_named, label, titled
from handbook.views.values import number
from handbook.views.view import Ground

SCOPE: view.Scope = "project"

_COLUMNS = (
    *(Column("Iteration"), Column("Time"), Column("Capacity", "right", minor=True)),
    *(Column("Committed", "right"), Column("Completed", "right"), Column("Works on", minor=True)),
)
_LEGEND: Phrase = ("bar: completed · line: committed",)


class Options(view.Options):
    """What is told beside the table."""

    average: bool = Field(True, description="Whether it begins with how much is completed on average.")


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """The velocity, its picture and the table; nothing without iterations."""
    charter = ground.charter(options)
    found = _results(ground, charter.id) if charter else ()
    shown = [one for one in found if not one.iteration.withheld]
    if not shown:
        return ()
    table = Table(_COLUMNS, [_row(ground, one) for one in reversed(shown)], "Iterations")
    return (*(_average(found) if options.average else ()), _picture(shown, table))


def _results(ground: Ground, project: str) -> tuple[Result, ...]:
    """The iterations in the order of their days; those that end before they begin are told too."""
    sound = {one.iteration.id: one for one in ground.portfolio.iterations(project)}
    every = sorted(ground.book.of(Iteration, project), key=lambda one: (one.from_, one.to))
    return tuple(sound.get(one.id) or Result(one, (), one.committed, one.completed, False) for one in every)


def _average(found: Sequence[Result]) -> Iterator[Block]:
    """What was completed on average in the last iterations that have ended."""
    last = velocity(found)
    if last:
        several = len(last.results) > 1
        of = f"the last {count(len(last.results), 'iteration')}" if several else "the last iteration"
        told = f"Velocity: {tenths(last.mean)} completed in an iteration, on average of {of}."
        yield Paragraph((told,), lead=True)


def _picture(shown: Sequence[Result], table: Table) -> Block:
    """The table, under a picture of what was committed and completed if anything was."""
    rows = [_stack(one) for one in shown if one.committed is not None or one.completed is not None]
    if not rows:
        return table
    title = "Committed and completed"
    said = f"What was committed and completed in {count(len(rows), 'iteration')}."
    stacks = Stacks(title, said, rows)
    return Picture(wide(stacks), title, said, table, narrow(stacks), _LEGEND, folded=False, name="stacks")


def _stack(one: Result) -> Stack:
    committed = number(one.committed)
    if one.completed is None:
        note = f"{committed} committed"
    else:
        note = f"{number(one.completed)} of {committed}" if committed else number(one.completed)
    return Stack(label(one.iteration), (Stretch(one.completed or 0, "done"),), one.committed, note)


def _row(ground: Ground, result: Result) -> Row:
    on, one = ground.status_date, result.iteration
    now: Phrase = (" ", Tag("now")) if one.from_ <= on <= one.to else ()
    goal: Phrase = (Note(one.goal),) if one.title and one.goal else ()
    cells = (
        (*titled(ground, one), *now, *goal),
        span(ground, one),
        (number(one.capacity),),
        (number(result.committed),),
        (number(result.completed),),
        all_named(ground, one.tasks, one.project),
    )
    return Row(cells, anchor=one.address)
