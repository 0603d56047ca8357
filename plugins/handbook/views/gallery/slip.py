"""How far tasks and milestones are from the baseline: start, finish, effort and cost.

```handbook
view: slip
show: late
```
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal

from pydantic import Field

from handbook.analysis import words
from handbook.analysis.baselines import Agreed
from handbook.analysis.variance import Variance
from handbook.records.kinds.project import Project
from handbook.records.types.many import Many
from handbook.records.types.text import Line
from handbook.views import view
from handbook.views.block.block import Block, Column, Paragraph, Row, Table
from handbook.views.block.inline import Phrase, Strong
from handbook.views.dates import day
from handbook.views.money import currency
from handbook.views.money import figure as amount
from handbook.views.naming import ref, titled
from handbook.views.plans.ghosts import chosen, unknown
from handbook.views.view import Ground

SCOPE: view.Scope = "project"


class Options(view.Options):
    """What is compared with what."""

    baseline: Many[Line] = Field(
        ("latest",), description="Baselines to compare with: their names, or latest, first, all."
    )
    show: Literal["all", "moved", "late", "milestones"] = Field(
        "moved", description="All, what is otherwise than agreed, what is late, the milestones."
    )
    most: int | None = Field(None, ge=1, description="The greatest number of rows: those that are latest.")


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """A sentence and a table in the order of the plan; nothing without a baseline."""
    charter = ground.charter(options)
    agreed = chosen(ground, charter, options.baseline) if charter else ()
    if charter is None or not agreed:
        return tuple(unknown(ground, charter, options.baseline)) if charter else ()
    against = [ground.portfolio.variances_from(charter.id, one.baseline) for one in agreed]
    told = Paragraph((_sentence(ground, agreed[0], against[0]),))
    shown = [one for one in against[0] if _SHOWN[options.show](one)]
    if options.most and len(shown) > options.most:
        latest = sorted(shown, key=lambda one: -one.finish)[: options.most]
        shown = [one for one in shown if one in latest]
    if not shown:
        return (told,)
    return (told, _table(ground, charter, agreed, against, shown).filled())


_SHOWN: Mapping[str, Callable[[Variance], bool]] = {
    "all": lambda one: True,
    "moved": lambda one: one.differs,
    "late": lambda one: one.finish > 0,
    "milestones": lambda one: one.entry.is_milestone,
}


def _sentence(ground: Ground, agreed: Agreed, found: Sequence[Variance]) -> str:
    """How many of the tasks are later than agreed, and the latest milestone."""
    tasks = [one for one in found if not one.entry.is_milestone and not one.entry.summary]
    late = sum(one.finish > 0 for one in tasks)
    when = day(agreed.baseline.date, ground.status_date)
    if not late:
        return f"No task finishes later than in the baseline of {when}."
    return f"{late} of {words.figure(len(tasks), 'task')} finish later than in the baseline of {when}."


def _table(
    ground: Ground,
    charter: Project,
    agreed: Sequence[Agreed],
    against: Sequence[Sequence[Variance]],
    shown: Sequence[Variance],
) -> Table:
    on = ground.status_date
    others = [{one.entry.record.address: one for one in found} for found in against[1:]]
    columns = (
        Column("What"),
        Column("Agreed finish", minor=True),
        Column("Expected finish"),
        Column("Start moved", minor=True),
        Column("Finish moved"),
        Column("Effort, days", "right"),
        Column(f"Cost, {currency(ground.book, charter.id)}", "right"),
        *(Column(f"Against {day(one.baseline.date, on)}") for one in agreed[1:]),
    )
    plan = ground.portfolio.plan(charter.id)
    rows = [
        Row(
            (*_cells(ground, one, plan.day_minutes), *_elsewhere(one, others)),
            depth=min(one.entry.depth, 6),
            strong=one.entry.summary,
        )
        for one in shown
    ]
    caption = f"Plan against the baseline of {day(agreed[0].baseline.date, on)}"
    return Table(columns, rows, caption, filterable=len(rows) > 20)


def _cells(ground: Ground, one: Variance, day_minutes: int) -> Iterator[Phrase]:
    entry, on = one.entry, ground.status_date
    yield ("◆ ", *titled(ground, entry.record)) if entry.is_milestone else (ref(ground, entry.record),)
    yield (day(one.baseline.finish, on),)
    yield (day(entry.finish.date(), on),)
    yield () if entry.is_milestone else _late(one.start)
    yield _late(one.finish)
    yield _more(f"{one.effort / day_minutes:+.1f}".removesuffix(".0")) if one.effort else ()
    yield _more(f"+{amount(one.cost)}" if one.cost > 0 else amount(one.cost)) if one.cost else ()


def _elsewhere(one: Variance, others: Sequence[Mapping[str, Variance]]) -> Iterator[Phrase]:
    for known in others:
        found = known.get(one.entry.record.address)
        yield _late(found.finish) if found else ()


def _late(days: int) -> Phrase:
    """A number of days with a sign; what is late stands out by more than its colour."""
    said = words.slip(days).replace(" ", "\u00a0")
    return (Strong(said),) if days > 0 else (said,)


def _more(said: str) -> Phrase:
    return (Strong(said),) if said.startswith("+") else (said.replace("-", "\u2212"),)
