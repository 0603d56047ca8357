"""The change requests: those that wait first, then those decided, the latest at the top.

```handbook
view: change-log
show: all
```
"""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from pydantic import Field

from handbook.records.kinds.change import Change
from handbook.views import view
from handbook.views.block.block import Block, Column, Fold, Row, Table
from handbook.views.block.inline import Phrase
from handbook.views.dates import dated, due
from handbook.views.detail.change import authority, effects, standing
from handbook.views.detail.record import has_page, in_full
from handbook.views.naming import heading, named, titled
from handbook.views.view import Ground

SCOPE: view.Scope = "any"

_COLUMNS = (
    *(Column("Change"), Column("Status"), Column("Effect"), Column("Decision")),
    *(Column("By"), Column("Contained in", minor=True)),
)


class Options(view.Options):
    """Which change requests the log shows."""

    show: Literal["all", "open", "decided"] = Field(
        "all", description="All, those that wait, or those decided."
    )
    most: int | None = Field(None, ge=1, description="The greatest number of rows.")
    details: bool = Field(
        False, description="Whether each change is told beneath the table, if it is no page of its own."
    )


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """One table, and the change requests in full if that is asked for; nothing without any."""
    charters = ground.charters(options)
    shown = [
        change
        for charter in charters
        for change in ground.book.of(Change, charter.id)
        if not change.withheld and options.show in {"all", "open" if change.is_open else "decided"}
    ]
    if not shown:
        return ()
    single = len(charters) == 1
    shown.sort(key=lambda change: change.decided or date.min, reverse=True)
    shown.sort(key=lambda change: (not change.is_open, change.is_open and (change.decide_by or date.max)))
    shown = shown[: options.most]
    rows = [_row(ground, change, single, single and not options.details) for change in shown]
    table = Table(_COLUMNS, rows, "Change requests", sortable=True, filterable=len(rows) > 12)
    told = [change for change in shown if options.details and not has_page(change)]
    return (table, *(Fold(heading(change), in_full(ground, change, 4), change.address) for change in told))


def _row(ground: Ground, change: Change, single: bool, at_home: bool) -> Row:
    on = ground.status_date
    by: Phrase = ("by ", *due(change.decide_by, on)) if change.is_open and change.decide_by else ()
    baseline = (named(ground, change.applied_in, change.project),) if change.applied_in else ()
    cells = (
        titled(ground, change, single),
        (standing(change),),
        effects(ground, change),
        by or dated(change.decided, on),
        authority(ground, change),
        baseline,
    )
    return Row(cells, anchor=change.address if at_home else "")
