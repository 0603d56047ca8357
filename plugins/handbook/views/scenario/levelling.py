"""What a scenario does to levelled schedules: where it breaks them, and how it was levelled again."""

from collections.abc import Iterator

from handbook.analysis.misfits import Misfit
from handbook.analysis.staffing import shows_people
from handbook.analysis.what_if.comparison import Outcome, Shift
from handbook.analysis.what_if.unfit import unfit
from handbook.analysis.what_if.wording import later, misfitting, relevelled, who
from handbook.analysis.words import listed
from handbook.planning.wording import title
from handbook.views.block.block import Block, Column, Fold, Items, Paragraph, Row, Table
from handbook.views.block.inline import Ref
from handbook.views.dates import dated
from handbook.views.view import Ground

_LATE = (
    Column("Task"),
    Column("Who", minor=True),
    Column("Start as levelled"),
    Column("Then"),
    Column("Moves"),
)


def again(outcome: Outcome) -> Iterator[Block]:
    """How the scenario was levelled again; nothing if it was not."""
    found = outcome.scenario.relevelled
    if found is None:
        return
    fresh = listed([outcome.scenario.after.charter(one).label for one in found.fresh])
    first = f" {fresh} for the first time: not all that moves there is by the changes." if fresh else ""
    yield Paragraph((f"Levelled again: {relevelled(found)}.{first}",), quiet=True)
    if found.notes:
        yield Items([(note,) for note in found.notes])


def taken_over(outcome: Outcome, shift: Shift) -> Iterator[Block]:
    """Who takes over what, for readers who may know."""
    book = outcome.scenario.after.book
    rows = [
        (
            Ref(one.after.record.address, title(one.after.record)),
            f": {who(book, one.after.doers)} instead of {who(book, one.before.doers)}",
        )
        for one in shift.taken
        if shows_people(book)
    ]
    if rows:
        yield Paragraph(("Taken over by others:",))
        yield Items(rows)


def broken(ground: Ground, outcome: Outcome) -> Iterator[Block]:
    """The levelled schedules that do not fit any more, with what starts later than they say."""
    for one in unfit(outcome):
        said = misfitting(one, ground.status_date)
        yield Paragraph((Ref(one.project.address, one.project.label), f": {said}."))
        rows = [_late(ground, outcome, misfit) for misfit in one.misfits if misfit.why == "late"]
        if rows:
            table = Table(_LATE, rows, f"Later than levelled in {one.project.label}", sortable=True)
            label = one.project.label
            yield Fold((f"What starts later than levelled: {len(rows)} of {label}",), (table.filled(),))


def _late(ground: Ground, outcome: Outcome, one: Misfit) -> Row:
    entry, on, book = one.entry, ground.status_date, outcome.scenario.after.book
    if entry is None:
        return Row(((one.id,), (), (), (), ()))
    return Row(
        (
            (Ref(entry.record.address, title(entry.record)),),
            (who(book, entry.doers),) if shows_people(book) else (),
            dated(one.levelled, on),
            dated(entry.start.date(), on),
            (later(one.days, "day"),),
        )
    )
