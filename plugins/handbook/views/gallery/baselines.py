"""The baselines: what was agreed when, and which change requests led to it.

```handbook
view: baselines
```
"""

from collections.abc import Sequence

from handbook.records.kinds.baseline import Baseline
from handbook.views import view
from handbook.views.block.block import Block, Column, Fold, Row, Table
from handbook.views.block.inline import Note
from handbook.views.dates import dated
from handbook.views.detail.record import in_full
from handbook.views.money import sum_of
from handbook.views.naming import all_named, titled
from handbook.views.view import Ground, Options

SCOPE: view.Scope = "project"

_COLUMNS = (
    *(Column("Baseline"), Column("Taken"), Column("Finish agreed")),
    *(Column("Budget", "right"), Column("Contains")),
)


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """One table, the latest first, with the dates of the latest; nothing without baselines."""
    charter = ground.charter(options)
    found = ground.book.of(Baseline, charter.id) if charter else ()
    shown = sorted((one for one in found if not one.withheld), key=lambda one: one.date, reverse=True)
    if not shown:
        return ()
    latest = Fold((f"What was agreed in baseline {shown[0].id}",), in_full(ground, shown[0], 4))
    return (Table(_COLUMNS, [_row(ground, one) for one in shown], "Baselines"), latest)


def _row(ground: Ground, baseline: Baseline) -> Row:
    on = ground.status_date
    finish = max((entry.finish for entry in baseline.entries.values()), default=None)
    revision = (Note(f"from {baseline.revision}"),) if baseline.revision else ()
    cells = (
        titled(ground, baseline) if baseline.title else (baseline.id,),
        (*dated(baseline.date, on), *revision),
        dated(finish, on),
        (sum_of(ground.book, baseline.project, baseline.budget_at_completion),),
        all_named(ground, baseline.changes, baseline.project),
    )
    return Row(cells, anchor=baseline.address)
