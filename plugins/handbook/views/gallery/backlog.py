"""The items of the backlog in their order: what is in progress, what waits, what is done.

```handbook
view: backlog
show: open
```
"""

from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from handbook.analysis.agile.cycle_time import cycle_time
from handbook.analysis.words import capital, figure
from handbook.records.kinds.backlog_item import BacklogItem
from handbook.views import view
from handbook.views.agile.telling import backlog_of, stand
from handbook.views.block.block import Block, Column, Fold, Row, Table
from handbook.views.block.inline import Note, Phrase, Tag
from handbook.views.dates import dated
from handbook.views.detail.record import in_full
from handbook.views.naming import all_named, heading, named, titled
from handbook.views.values import number
from handbook.views.view import Ground

SCOPE: view.Scope = "project"

_COLUMNS = (
    *(
        Column("Item"),
        Column("Size", "right"),
        Column("State"),
        Column("Finished"),
        Column("Iteration", minor=True),
    ),
    Column("Contributes to", minor=True),
)


class Options(view.Options):
    """Which items are shown."""

    show: Literal["open", "done", "removed", "all"] = Field(
        "open", description="Those that are left, those that are done, those taken out, or all."
    )
    most: int | None = Field(None, ge=1, description="The greatest number of rows.")
    details: bool = Field(
        False, description="Whether items of which there is more to tell are told beneath the table."
    )


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """One table, what is done at its end, and the items in full if that is asked for."""
    work = backlog_of(ground, options)
    if work is None:
        return ()
    done = {"done": work.done[::-1], "removed": _removed(work.items, ground)}
    groups = {"open": work.remaining, **done}
    later = tuple(item for item in work.items if item.stand(work.day) is None)
    chosen = groups if options.show == "all" else {options.show: groups[options.show]}
    shown = [item for group in chosen.values() for item in group]
    shown = [*shown, *(later if options.show == "all" else ())][: options.most]
    if not shown:
        return ()
    told = [item for item in shown if options.details and _has_more(item)]
    rows = [_row(ground, item, item not in told) for item in shown]
    table = Table(_COLUMNS, rows, "Backlog", sortable=True, filterable=len(rows) > 12).filled()
    return (table, *(Fold(heading(item), in_full(ground, item, 4), item.address) for item in told))


def _has_more(item: BacklogItem) -> bool:
    """Whether a record says more than its row does."""
    more = item.owner or item.description or item.notes or item.links or item.tags
    return bool(more) and not item.withheld


def _removed(items: Sequence[BacklogItem], ground: Ground) -> tuple[BacklogItem, ...]:
    return tuple(item for item in items if item.stand(ground.status_date) == "removed")


def _row(ground: Ground, item: BacklogItem, at_home: bool) -> Row:
    sort: Phrase = () if item.type == "feature" else (" ", Tag(item.type))
    on = ground.status_date
    took = cycle_time(item) if stand(ground, item) == "done" else None
    note: Phrase = (Note(figure(took, "day")),) if took else ()
    cells = (
        (*titled(ground, item), *sort),
        (number(item.size),) if item.size is not None else (),
        (capital(stand(ground, item)),),
        (*dated(item.finished, on), *note) if item.finished and item.finished <= on else (),
        all_named(ground, item.iteration[-1:], item.project),
        (named(ground, item.for_, item.project),) if item.for_ else (),
    )
    return Row(cells, anchor=item.address if at_home and not item.withheld else "", keys=item.type)
