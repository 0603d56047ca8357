"""Who is told what, how, how often and by whom, and when the next time is due.

```handbook
view: communication-plan
```
"""

from collections.abc import Sequence
from datetime import date, timedelta

from handbook.records.kinds.communication import Communication
from handbook.views import view
from handbook.views.block.block import Block, Column, Row, Table
from handbook.views.block.inline import Note, Phrase
from handbook.views.dates import dated, due
from handbook.views.detail.stakeholder import often
from handbook.views.naming import all_named, owner, titled
from handbook.views.view import Ground, Options

SCOPE: view.Scope = "project"

_COLUMNS = (
    *(Column("What"), Column("To"), Column("How often"), Column("By")),
    *(Column("Last", minor=True), Column("Next at the latest")),
)


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """One table, what is due next first; nothing without a communication plan."""
    charter = ground.charter(options)
    found = ground.book.of(Communication, charter.id) if charter else ()
    shown = sorted((one for one in found if not one.withheld), key=_order)
    if not shown:
        return ()
    rows = [_row(ground, one) for one in shown]
    return (Table(_COLUMNS, rows, "Communication plan", sortable=True, filterable=len(rows) > 12),)


def _order(one: Communication) -> tuple[bool, date]:
    return next_time(one) is None, next_time(one) or date.max


def next_time(one: Communication) -> date | None:
    """The last day on which the next time is in time; None if there is none or nothing says so."""
    if one.last_sent is None:
        return one.due
    if one.frequency.days is None:
        return None
    return one.last_sent + timedelta(days=one.frequency.days)


def _row(ground: Ground, one: Communication) -> Row:
    on = ground.status_date
    told: Phrase = (Note(one.what),) if one.title else ()
    how: Phrase = (Note(one.channel),) if one.channel else ()
    cells = (
        (*titled(ground, one), *told, *how),
        all_named(ground, one.to, one.project),
        (often(one),),
        owner(ground, one),
        dated(one.last_sent, on),
        due(next_time(one), on),
    )
    return Row(cells, anchor=one.address)
