"""Ghosts: what baselines say of the lines of a timeline, beside what is expected now."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from handbook.analysis.baselines import Agreed
from handbook.analysis.words import listed, slip
from handbook.planning.plan import Plan
from handbook.records.kinds.baseline import BaselineEntry
from handbook.records.kinds.project import Project
from handbook.views.block.block import Column, Missing, Table
from handbook.views.block.inline import Note, Phrase
from handbook.views.dates import day
from handbook.views.drawings.marks import Ghost
from handbook.views.naming import missing
from handbook.views.plans.lines import Line
from handbook.views.view import Ground

MOST = 4
"""More baselines in one picture cannot be told apart: the latest are shown."""
WORDS = ("latest", "first", "all")
"""What stands for baselines beside their names."""


def chosen(ground: Ground, charter: Project, names: Sequence[str]) -> tuple[Agreed, ...]:
    """The baselines that ``names`` mean, the latest first; a name that no baseline has means none."""
    taken = ground.portfolio.agreed(charter.id)
    meant = {"latest": taken[-1:], "first": taken[:1], "all": taken}
    found: dict[str, Agreed] = {}
    for name in names:
        called = meant.get(name) or [one for one in taken if _is_called(one, name)]
        found.update((one.baseline.id, one) for one in called)
    latest = sorted(found.values(), key=lambda one: (one.baseline.date, one.baseline.id), reverse=True)
    return tuple(latest[:MOST])


def unknown(ground: Ground, charter: Project, names: Sequence[str]) -> Iterator[Missing]:
    """What is said of names that no baseline has."""
    taken = ground.portfolio.agreed(charter.id)
    for name in names:
        if name not in WORDS and not any(_is_called(one, name) for one in taken):
            known = listed([one.baseline.id for one in taken])
            told = f"there are {known}" if known else "there is none"
            yield missing(charter, f"no baseline is called '{name}', {told}:", "baselines/")


def ghosts_of(line: Line, baselines: Sequence[Agreed]) -> tuple[Ghost, ...]:
    """Where each baseline has a line; a group of tasks from its first start to its last finish."""
    found = []
    for at, one in enumerate(baselines):
        if entries := _entries(line, one):
            start, finish = min(entry.start for entry in entries), max(entry.finish for entry in entries)
            found.append(Ghost(start, finish, at))
    return tuple(found)


def with_baselines(table: Table, plan: Plan, lines: Sequence[Line], baselines: Sequence[Agreed]) -> Table:
    """The table of a timeline with the finish in each baseline, and how far the forecast is from it."""
    columns = [Column(f"Baseline {day(one.baseline.date, plan.status_date)}") for one in baselines]
    rows = [
        replace(row, cells=(*row.cells, *(_agreed(plan, line, one) for one in baselines)))
        for row, line in zip(table.rows, lines, strict=True)
    ]
    return replace(table, columns=(*table.columns, *columns), rows=rows)


def told(baselines: Sequence[Agreed], on: date) -> Iterator[str]:
    """What the thin bars are, for the legend: from the one under the bar downwards."""
    if baselines:
        days = [day(one.baseline.date, on) for one in baselines]
        yield f" · thin bar beneath: baseline of {listed(days)}{', from above' if len(days) > 1 else ''}"


def _is_called(one: Agreed, name: str) -> bool:
    return one.baseline.id.casefold() == name.rpartition("/")[2].casefold()


def _entries(line: Line, one: Agreed) -> list[BaselineEntry]:
    """What a baseline says of a line, nothing of what is withheld; of a group, what it says of its parts."""
    entries = (line.entry,) if line.entry else line.parts if line.folded else ()
    shown = (entry.record for entry in entries if not entry.record.withheld)
    return [agreed for record in shown if (agreed := one.entry(record.id))]


def _agreed(plan: Plan, line: Line, one: Agreed) -> Phrase:
    entry = line.entry
    agreed = one.entry(entry.record.id) if entry and not entry.record.withheld else None
    if entry is None or agreed is None:
        return ()
    late = plan.working_days(agreed.finish, entry.finish.date())
    return (day(agreed.finish, plan.status_date), Note(slip(late)))
