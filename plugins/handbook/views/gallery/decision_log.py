"""The decisions: those that wait first, then those taken, the latest at the top.

```handbook
view: decision-log
```
"""

from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from handbook.records.kinds.decision import Decision
from handbook.views import view
from handbook.views.block.block import Block, Column, Row, Table
from handbook.views.block.inline import Break, Muted, Phrase
from handbook.views.dates import dated, due
from handbook.views.detail.decision import standing, successors
from handbook.views.naming import all_named, titled
from handbook.views.view import Ground

SCOPE: view.Scope = "any"

_COLUMNS = (Column("Decision"), Column("Status"), Column("Date"), Column("Deciders"))


class Options(view.Options):
    """Which decisions the log shows."""

    show: Literal["all", "proposed", "taken"] = Field(
        "all", description="All, those that wait, or those taken."
    )
    most: int | None = Field(None, ge=1, description="The greatest number of rows.")


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """One table; nothing without decisions."""
    charters = ground.charters(options)
    shown = [
        decision
        for charter in charters
        for decision in ground.book.of(Decision, charter.id)
        if options.show in {"all", "proposed" if decision.status == "proposed" else "taken"}
    ]
    if not shown:
        return ()
    shown.sort(key=lambda one: (one.date is not None, one.date), reverse=True)
    shown.sort(key=lambda one: one.status != "proposed")
    rows = [_row(ground, decision, len(charters) == 1) for decision in shown[: options.most]]
    return (Table(_COLUMNS, rows, "Decisions", sortable=True, filterable=len(rows) > 12),)


def _row(ground: Ground, decision: Decision, single: bool) -> Row:
    waits = decision.status == "proposed"
    by: Phrase = ("by ", *due(decision.decide_by, ground.status_date)) if decision.decide_by else ()
    cells = (
        titled(ground, decision, single),
        _status(ground, decision),
        (by if waits else ()) or dated(decision.date, ground.status_date),
        all_named(ground, decision.deciders, decision.project),
    )
    return Row(cells, anchor=decision.address if single else "")


def _status(ground: Ground, decision: Decision) -> Phrase:
    successor = successors(ground, decision) if decision.status == "superseded" else ()
    return (standing(decision), *((Break(), Muted("by "), *successor) if successor else ()))
