"""The milestones with what was promised, what is expected, and by how much that slips.

```handbook
view: milestones
show: open
```
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, TypeVar

from pydantic import Field

from handbook.analysis.forecast.wording import chance
from handbook.analysis.promise import Promise
from handbook.views import view
from handbook.views.block.block import Block, Column, Row, Table
from handbook.views.block.inline import Muted, Note, Phrase
from handbook.views.dates import dated, day, explained
from handbook.views.naming import missing, owner, titled
from handbook.views.period import FirstDay, LastDay
from handbook.views.plans.promised import slipped
from handbook.views.view import Ground

SCOPE: view.Scope = "any"

_COLUMNS = (
    Column("Milestone"),
    Column("Promised"),
    Column("Expected"),
    Column("Slip"),
    Column("80% sure by"),
    Column("Owner", minor=True),
)


_SURE = 4
"""The column that tells how sure a date is."""

T = TypeVar("T")


class Options(view.Options):
    """Which milestones the table shows."""

    show: Literal["all", "open", "promised"] = Field(
        "all", description="All, those not reached, those with a promise."
    )
    from_: FirstDay | None = Field(None, alias="from", description="The first day or month.")
    to: LastDay | None = Field(None, description="The last day or month.")
    most: int | None = Field(
        None,
        ge=1,
        description="The greatest number of rows: the last, those that come next, those just reached.",
    )


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """One table, in order of the dates promised."""
    charters = ground.charters(options)
    promises = [one for charter in charters for one in ground.portfolio.promises(charter.id)]
    shown = [one for one in promises if _is_shown(one, options)]
    if not shown:
        no = "no milestones are planned: add them under 'milestones' in"
        return (missing(charters[0], no, "plan.yml"),) if len(charters) == 1 and not promises else ()
    single = len(charters) == 1
    if not single:
        shown.sort(key=lambda one: (one.due or one.expected or ground.status_date, one.milestone.address))
    rows = [_row(ground, one, single) for one in _most(shown, options.most)]
    table = Table(_COLUMNS, rows, "Milestones", sortable=True, filterable=len(rows) > 12)
    return (table if any(row.cells[_SURE] for row in rows) else _without_chances(table),)


def _without_chances(table: Table) -> Table:
    """The table of projects in which no date is uncertain."""
    rows = [replace(row, cells=_left_out(row.cells)) for row in table.rows]
    return replace(table, columns=_left_out(table.columns), rows=rows)


def _left_out(cells: Sequence[T]) -> tuple[T, ...]:
    return (*cells[:_SURE], *cells[_SURE + 1 :])


def _most(promises: Sequence[Promise], most: int | None) -> Sequence[Promise]:
    """As many as are wanted, in their order: the last one, those that come next, those just reached."""
    if most is None or len(promises) <= most:
        return promises
    coming = [one for one in promises if one.outcome != "reached"]
    reached = [one for one in promises if one.outcome == "reached"]
    chosen = [*coming[-1:], *coming[:-1], *reversed(reached)][:most]
    return [one for one in promises if one in chosen]


def _is_shown(promise: Promise, options: Options) -> bool:
    wanted = {"all": True, "open": promise.outcome != "reached", "promised": promise.due is not None}
    on = promise.expected or promise.due
    early = options.from_ is not None and (on is None or on < options.from_)
    late = options.to is not None and (on is None or on > options.to)
    return wanted[options.show] and not early and not late


def _row(ground: Ground, promise: Promise, single: bool) -> Row:
    milestone = promise.milestone
    on = ground.status_date
    expected = (
        (*explained(milestone, promise.expected, on), *_how(promise))
        if promise.expected
        else (Muted("not planned"),)
    )
    cells = (
        titled(ground, milestone, single),
        dated(promise.due, on),
        expected,
        slipped(promise),
        _sure(ground, promise),
        () if milestone.withheld else owner(ground, milestone),
    )
    return Row(cells, anchor=milestone.address if single and not milestone.withheld else "")


def _sure(ground: Ground, promise: Promise) -> Phrase:
    """The day by which it is reached for 80% sure, with the chance to keep the promise; nothing if sure."""
    milestone = promise.milestone
    found = ground.portfolio.forecast(milestone.project or "")
    one = found.of(milestone.address) if found and not milestone.withheld else None
    if one is None or one.is_certain:
        return ()
    kept = (Note(f"{chance(one.chance)} in time"),) if one.due else ()
    return (day(one.p80, ground.status_date), *kept)


def _how(promise: Promise) -> Phrase:
    """How the date is known, where it is not computed."""
    if promise.reached:
        return (Note("reached"),)
    return (Note("forecast by hand"),) if promise.by_hand else ()
