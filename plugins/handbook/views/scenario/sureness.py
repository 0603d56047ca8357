"""How sure finishes and promises are before and after a scenario, as a table."""

from collections.abc import Sequence

from handbook.analysis.forecast.wording import chance
from handbook.analysis.what_if.comparison import Outcome
from handbook.analysis.what_if.prospects import Odds, Turn, turns
from handbook.views.block.block import Block, Column, Paragraph, Row, Table
from handbook.views.block.inline import Note, Phrase, Ref
from handbook.views.dates import dated, day
from handbook.views.view import Ground

_COLUMNS = (
    Column("How sure"),
    Column("Promised", minor=True),
    Column("P50 then"),
    Column("P80 then"),
    Column("Kept then", "right"),
)


def sureness(ground: Ground, outcome: Outcome) -> Sequence[Block]:
    """The finish and every open promise of the projects that are surer, or less sure, than before."""
    rows = [_row(ground, one) for one in turns(outcome)]
    if not rows:
        return (Paragraph(("How sure promises are stays as it is.",)),)
    return (Table(_COLUMNS, rows, "How sure, then and as planned").filled(),)


def _row(ground: Ground, one: Turn) -> Row:
    on = ground.status_date
    name: Phrase = (f"Finish of {one.project.label}",)
    if one.milestone is not None:
        name = (Ref(one.milestone.address, one.milestone.label),)
    old, new = one.before, one.after
    p50: Phrase = (*dated(new.p50, on), *_was(day(old.p50, on) if old else "")) if new else ()
    p80: Phrase = (*dated(new.p80, on), *_was(day(old.p80, on) if old else "")) if new else ()
    kept: Phrase = (chance(new.chance), *_was(_chance(old))) if new and new.chance is not None else ()
    return Row((name, dated(one.due, on), p50, p80, kept), strong=one.milestone is None)


def _was(text: str) -> Phrase:
    return (Note(f"before {text}"),) if text else ()


def _chance(one: Odds | None) -> str:
    return chance(one.chance) if one else ""
