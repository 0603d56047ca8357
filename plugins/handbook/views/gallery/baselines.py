"""The baselines: what was agreed when, which change requests led to it, and how milestones moved.

```handbook
view: baselines
```
"""

from collections.abc import Iterator, Sequence

from handbook.analysis.promise import Promise
from handbook.records.kinds.baseline import Baseline
from handbook.views import view
from handbook.views.block.block import Block, Column, Row, Table
from handbook.views.block.inline import Id, Note
from handbook.views.dates import dated, day
from handbook.views.money import sum_of
from handbook.views.naming import all_named, titled
from handbook.views.view import Ground, Options

SCOPE: view.Scope = "project"

_COLUMNS = (Column("Baseline"), Column("Finish agreed"), Column("Budget", "right"), Column("Contains"))
_MOST = 4
"""Of how many baselines the milestones are compared: the latest."""


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """The baselines, the latest first, then the milestones in each; nothing without baselines."""
    charter = ground.charter(options)
    found = ground.book.of(Baseline, charter.id) if charter else ()
    shown = sorted((one for one in found if not one.withheld), key=lambda one: one.date)
    if charter is None or not shown:
        return ()
    rows = [_row(ground, one) for one in reversed(shown)]
    promises = ground.portfolio.promises(charter.id)
    return (Table(_COLUMNS, rows, "Baselines"), *_milestones(ground, shown[-_MOST:], promises))


def _row(ground: Ground, baseline: Baseline) -> Row:
    on = ground.status_date
    finish = max((entry.finish for entry in baseline.entries.values()), default=None)
    revision = (Note(f"revision {baseline.revision}"),) if baseline.revision else ()
    name = titled(ground, baseline) if baseline.title else (day(baseline.date, on), " ", _id(baseline))
    cells = (
        (*name, *revision),
        dated(finish, on),
        (sum_of(ground.book, baseline.project, baseline.budget_at_completion),),
        all_named(ground, baseline.changes, baseline.project),
    )
    return Row(cells, anchor=baseline.address)


def _milestones(
    ground: Ground, baselines: Sequence[Baseline], promises: Sequence[Promise]
) -> Iterator[Block]:
    """When each milestone was agreed for in each baseline, and when it is expected now."""
    on = ground.status_date
    agreed = [{name.casefold(): entry for name, entry in one.entries.items()} for one in baselines]
    rows = []
    for promise in promises:
        entries = [entries.get(promise.milestone.id.casefold()) for entries in agreed]
        if any(entries) and not promise.milestone.withheld:
            dates = [dated(entry.finish, on) if entry else () for entry in entries]
            rows.append(Row((titled(ground, promise.milestone), *dates, dated(promise.expected, on))))
    if rows:
        titles = [f"Agreed {day(one.date, on)}" for one in baselines]
        columns = (Column("Milestone"), *map(Column, titles), Column("Reached or expected"))
        yield Table(columns, rows, "Milestones in baselines")


def _id(baseline: Baseline) -> Id:
    return Id(baseline.address, baseline.id)
