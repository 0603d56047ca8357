"""How sure finishes and promises are before and after a scenario, as a table."""

from collections.abc import Sequence

from handbook.analysis.forecast.wording import chance
from handbook.analysis.what_if.comparison import Outcome
from handbook.analysis.what_if.prospects import Turn, turns
from handbook.views.block.block import Block, Column, Paragraph, Row, Table
from handbook.views.block.inline import Note, Phrase, Ref
from handbook.views.dates import dated, day
from handbook.views.view import Ground

_COLUMNS = (
    Column("How sure"),
    Column("Promised", minor=True),
    Column("50% sure by"),
    Column("80% sure by"),
    Column("Chance to keep it", "right"),
)


def sureness(ground: Ground, outcome: Outcome) -> Sequence[Block]:
    """The finish and the open promises that are surer, or less sure, than before."""
    rows = [_row(ground, one) for one in turns(outcome) if one.before != one.after]
    if not rows:
        return (Paragraph(("How sure promises are stays as it is.",)),)
    return (Table(_COLUMNS, rows, "How sure, then and as planned").filled(),)


def _row(ground: Ground, one: Turn) -> Row:
    on = ground.status_date
    name: Phrase = (f"Finish of {one.project.label}",)
    if one.milestone is not None:
        name = (Ref(one.milestone.address, one.milestone.label),)
    old, new = one.before, one.after
    if new is None:
        return Row((name, dated(one.due, on), (), (), ()), strong=one.milestone is None)
    p50 = _told(day(new.p50, on), day(old.p50, on) if old else "")
    p80 = _told(day(new.p80, on), day(old.p80, on) if old else "")
    kept = _told(chance(new.chance), chance(old.chance) if old else "")
    return Row((name, dated(one.due, on), p50, p80, kept), strong=one.milestone is None)


def _told(new: str, old: str) -> Phrase:
    """What holds then, with what held before if that is something else."""
    if not new:
        return ()
    return (new, Note(f"was\u00a0{old}")) if old and old != new else (new,)
