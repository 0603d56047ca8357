"""The work in progress: which items are begun, how old they are, and which grow too old.

```handbook
view: work-in-progress
```
"""

from collections.abc import Iterator, Sequence

from handbook.analysis.agile.chance import percent
from handbook.analysis.agile.cycle_time import Ageing, CycleTimes, cycle_times
from handbook.analysis.agile.work import Work
from handbook.analysis.words import capital, count, figure, number
from handbook.views import view
from handbook.views.agile.telling import backlog_of
from handbook.views.block.block import Block, Column, Paragraph, Picture, Row, Table
from handbook.views.block.inline import Light, Phrase
from handbook.views.dates import dated
from handbook.views.drawings.stacks import Stack, Stacks, Stretch, narrow, wide
from handbook.views.naming import label, owner, titled
from handbook.views.view import Ground, Options

SCOPE: view.Scope = "project"

_COLUMNS = (
    *(Column("Item"), Column("Started"), Column("Age", "right")),
    *(Column("Finished items that took no longer", "right"), Column("Owner", minor=True)),
)


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """The sentence and the picture; nothing if nothing is in progress."""
    work = backlog_of(ground, options)
    found = cycle_times(work) if work else None
    if work is None or found is None or not found.ageing:
        return ()
    return (*_sentence(work, found), _picture(ground, work, found))


def _old(work: Work, found: CycleTimes) -> tuple[int | None, str]:
    """The age from which an item is old, in days, and whose word that is."""
    wanted = work.backlog.expectation
    if wanted:
        return wanted.days, "what is expected"
    return found.at(0.85), "what 85% of the finished items did not exceed"


def _sentence(work: Work, found: CycleTimes) -> Iterator[Block]:
    begun, limit = len(found.ageing), work.backlog.wip_limit
    told = f"{capital(count(begun, 'item'))} {'is' if begun == 1 else 'are'} in progress"
    if limit is None:
        yield Paragraph((f"{told}.",), lead=True)
    elif begun > limit:
        yield Paragraph((f"{told}; ", Light("amber", f"at most {limit} should be"), "."), lead=True)
    else:
        yield Paragraph((f"{told}, of at most {limit}.",), lead=True)


def _picture(ground: Ground, work: Work, found: CycleTimes) -> Block:
    most, whose = _old(work, found)
    title = "Age of the work in progress"
    late = sum(most is not None and one.age > most for one in found.ageing)
    said = f"{capital(count(len(found.ageing), 'item'))} in progress, {number(late)} too old."
    stacks = Stacks(title, said, [_stack(one, most) for one in found.ageing], "days")
    twin = Table(_COLUMNS, [_row(ground, one, most) for one in found.ageing], title)
    legend: Phrase = (f"bar: age in days · line: {whose}",) if most else ("bar: age in days",)
    return Picture(wide(stacks), title, said, twin, narrow(stacks), legend, folded=False, name="stacks")


def _is_old(one: Ageing, most: int | None) -> bool:
    return most is not None and one.age > most


def _stack(one: Ageing, most: int | None) -> Stack:
    sign = "▲ " if _is_old(one, most) else ""
    note = f"{sign}{figure(one.age, 'day')}"
    return Stack(label(one.item), (Stretch(one.age, "done"),), most, note, "amber" if sign else "")


def _row(ground: Ground, one: Ageing, most: int | None) -> Row:
    aged = f"{figure(one.age, 'day')}"
    cells = (
        titled(ground, one.item),
        dated(one.item.started, ground.status_date),
        (Light("amber", aged),) if _is_old(one, most) else (aged,),
        (percent(one.share),) if one.share is not None else (),
        () if one.item.withheld else owner(ground, one.item),
    )
    return Row(cells)
