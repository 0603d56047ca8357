"""The waivers: rules and criteria that somebody has set aside, for which record, why, until when.

```handbook
view: waivers
```
"""

from collections.abc import Sequence

from handbook.records.kinds.waiver import Waiver
from handbook.views import view
from handbook.views.block.block import Block, Column, Row, Table
from handbook.views.block.inline import Note
from handbook.views.detail.register import expiry
from handbook.views.naming import named, titled
from handbook.views.view import Ground, Options

SCOPE: view.Scope = "any"

_COLUMNS = (
    *(Column("Waiver"), Column("Set aside for"), Column("Why")),
    *(Column("Approved by"), Column("Until")),
)


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """One table, what expires next first; nothing without waivers."""
    charters = ground.charters(options)
    found = [one for charter in charters for one in ground.book.of(Waiver, charter.id)]
    shown = sorted((one for one in found if not one.withheld), key=lambda one: one.expires)
    if not shown:
        return ()
    single = len(charters) == 1
    rows = [_row(ground, one, single) for one in shown]
    return (Table(_COLUMNS, rows, "Waivers", sortable=True, filterable=len(rows) > 12),)


def _row(ground: Ground, waiver: Waiver, single: bool) -> Row:
    rule = (Note(f"rule {waiver.rule}"),) if waiver.title else ()
    cells = (
        (*titled(ground, waiver, single), *rule),
        (named(ground, waiver.record, waiver.project),),
        (" ".join(waiver.reason.split()),),
        (named(ground, waiver.approved_by, waiver.project),),
        expiry(ground, waiver),
    )
    return Row(cells, anchor=waiver.address if single else "")
