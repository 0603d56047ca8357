"""What the project hands over: criteria of acceptance, owner, date, and how far the work on it is.

```handbook
view: deliverables
```
"""

from collections.abc import Sequence

from handbook.planning.plan import Entry, Plan
from handbook.records.kinds.deliverable import Deliverable
from handbook.records.kinds.project import Project
from handbook.views import view
from handbook.views.block.block import Block, Column, Row, Table
from handbook.views.block.inline import Note, Phrase
from handbook.views.dates import dated, day
from handbook.views.naming import owner, titled
from handbook.views.view import Ground, Options

SCOPE: view.Scope = "project"

_COLUMNS = (
    Column("Deliverable"),
    Column("Accepted when"),
    Column("Owner"),
    Column("Due"),
    Column("Work", minor=True),
)


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """One table; nothing without deliverables."""
    charter = ground.charter(options)
    found = ground.book.of(Deliverable, charter.id) if charter else ()
    if charter is None or not found:
        return ()
    plan = ground.portfolio.plan(charter.id)
    return (Table(_COLUMNS, [_row(ground, charter, plan, one) for one in found], "Deliverables"),)


def _row(ground: Ground, charter: Project, plan: Plan, deliverable: Deliverable) -> Row:
    criteria = tuple(Note(f"– {line}") for line in deliverable.acceptance_criteria)
    cells = (
        titled(ground, deliverable),
        criteria,
        owner(ground, deliverable),
        dated(deliverable.due, ground.status_date),
        _work(ground, charter, plan, deliverable),
    )
    return Row(cells, anchor=deliverable.address)


def _work(ground: Ground, charter: Project, plan: Plan, deliverable: Deliverable) -> Phrase:
    """How much of the work on it is done, and when it is expected to be finished."""
    entries = _entries(ground, charter, plan, deliverable)
    total = sum(entry.work for entry in entries)
    if not total:
        return ()
    done = sum(entry.progress * entry.work for entry in entries) / total
    finish = day(max(entry.finish for entry in entries).date(), ground.status_date)
    state = f"finished {finish}" if done >= 1 else f"forecast {finish}"
    return (f"{done:.0%} done", Note(state))


def _entries(ground: Ground, charter: Project, plan: Plan, deliverable: Deliverable) -> Sequence[Entry]:
    """The outermost tasks that contribute to a deliverable."""
    found: list[Entry] = []
    for entry in plan.entries:
        address = entry.record.deliverable
        inside = found and entry.record.id.casefold().startswith(f"{found[-1].record.id.casefold()}.")
        if not address or entry.is_milestone or inside:
            continue
        if ground.book.find(address, charter.id, ("deliverable",)) is deliverable:
            found.append(entry)
    return found
