"""The plan as a table: every task and milestone with its dates, progress, spare time and people.

```handbook
view: timetable
show: open
why: true
```
"""

from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from handbook.analysis.words import capital
from handbook.planning.plan import Entry, Plan
from handbook.records.kinds.task import Task
from handbook.views import view
from handbook.views.block.block import Block, Column, Row, Table
from handbook.views.block.inline import Light, Phrase, Strong
from handbook.views.dates import dated, days, explained
from handbook.views.detail.work import assigned
from handbook.views.naming import label, missing, ref, titled
from handbook.views.plans.promised import slipped
from handbook.views.view import Ground

SCOPE: view.Scope = "project"

_COLUMNS = (
    Column("Task"),
    Column("Start"),
    Column("Finish"),
    Column("Work", "right", minor=True),
    Column("Done", "right"),
    Column("Spare time or slip"),
    Column("Who", minor=True),
)
_WHY = Column("Why then")


class Options(view.Options):
    """What the table shows."""

    show: Literal["all", "open", "critical"] = Field(
        "all", description="All, what is not done, the critical path."
    )
    depth: int | None = Field(
        None, ge=0, le=20, description="How many levels of summaries are opened; all if not given."
    )
    why: bool = Field(False, description="Whether a column says what drives each date.")


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """One table in the order of the work breakdown."""
    charter = ground.charter(options)
    if charter is None:
        return ()
    plan = ground.portfolio.plan(charter.id)
    if not plan.entries:
        return (missing(charter, "there is no plan: add tasks in", "plan.yml"),)
    rows = [_row(ground, plan, entry, options) for entry in plan.entries if _is_shown(entry, options)]
    columns = (*_COLUMNS, _WHY) if options.why else _COLUMNS
    return (
        (Table(columns, rows, f"Plan of {label(charter)}", filterable=len(rows) > 12, narrow="scroll"),)
        if rows
        else ()
    )


def _is_shown(entry: Entry, options: Options) -> bool:
    wanted = {
        "all": True,
        "open": entry.state != "done",
        "critical": entry.critical and entry.state != "done",
    }
    return wanted[options.show] and (options.depth is None or entry.depth <= options.depth)


def _row(ground: Ground, plan: Plan, entry: Entry, options: Options) -> Row:
    on, record, finish = ground.status_date, entry.record, entry.finish.date()
    why: tuple[Phrase, ...] = ((capital(entry.driver.text) if entry.driver else "",),) if options.why else ()
    sign = ("◆ ",) if entry.is_milestone else ()
    cells = (
        (*sign, *titled(ground, record)) if entry.is_milestone else (ref(ground, record),),
        () if entry.is_milestone else dated(entry.start.date(), on),
        explained(record, finish, on) if entry.is_milestone else dated(finish, on),
        (days(round(entry.work / plan.day_minutes) or 1),) if entry.work and not entry.is_milestone else (),
        (f"{entry.progress:.0%}",) if entry.progress else (),
        _spare(ground, plan, entry),
        assigned(ground, record) if isinstance(record, Task) and not record.withheld else (),
        *why,
    )
    keys = " ".join(word for word, is_true in (("critical", entry.critical), (entry.state, True)) if is_true)
    anchor = "" if record.withheld or entry.is_milestone else record.address
    return Row(cells, anchor, keys, entry.depth, entry.summary)


def _spare(ground: Ground, plan: Plan, entry: Entry) -> Phrase:
    """How many days it can be late without harm; of a milestone, how late it is."""
    if entry.is_milestone:
        promises = ground.portfolio.promises(plan.project)
        return next((slipped(one) for one in promises if one.milestone is entry.record), ())
    if entry.state == "done" or entry.summary:
        return ()
    if entry.total_float < 0:
        return (Light("red", f"{days(-entry.total_float // plan.day_minutes)} too late"),)
    return (Strong("critical"),) if entry.critical else (days(entry.total_float // plan.day_minutes),)
