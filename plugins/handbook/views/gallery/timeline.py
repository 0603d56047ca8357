"""The plan of a project on a time axis: tasks, milestones, the critical path and the promises.

A plan of many tasks is summed up in its summaries until it can be read; `depth` says how far.

    ```handbook
    view: timeline
    from: 2026-01
    to: 2026-06
    group: deliverable
    ```
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from pydantic import Field

from handbook.planning.plan import Entry
from handbook.records.kinds.project import Project
from handbook.records.types import text
from handbook.records.types.many import Many
from handbook.views import view
from handbook.views.block.block import Block, Picture
from handbook.views.drawings.marks import Bar
from handbook.views.drawings.timeline import Arrow, Chart, narrow, wide
from handbook.views.naming import label
from handbook.views.period import FirstDay, LastDay
from handbook.views.plans.bars import bar_of
from handbook.views.plans.ghosts import chosen, ghosts_of, told, unknown, with_baselines
from handbook.views.plans.lines import Line, by_group, by_summary
from handbook.views.plans.telling import description, legend, table
from handbook.views.plans.whiskers import whisker_of, with_chances
from handbook.views.view import Ground

SCOPE: view.Scope = "project"


class Options(view.Options):
    """What the timeline shows."""

    from_: FirstDay | None = Field(
        None, alias="from", description="The first day or month; all if not given."
    )
    to: LastDay | None = Field(None, description="The last day or month.")
    group: Literal["summary", "deliverable", "owner"] = Field(
        "summary", description="What tasks stand under."
    )
    depth: int | None = Field(
        None, ge=0, le=20, description="Levels of summaries to open; as many as can be read if not given."
    )
    links: bool = Field(False, description="Whether dependencies are drawn as arrows.")
    spare: bool = Field(True, description="Whether the time is drawn that a task can be late without harm.")
    baseline: Many[text.Line] = Field(
        (), description="Baselines that are drawn beneath the bars: their names, or latest, first, all."
    )


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """One picture with its table; nothing without a plan."""
    charter = ground.charter(options)
    lines = tuple(_lines(ground, charter, options)) if charter else ()
    if charter is None or not lines:
        return ()
    agreed = chosen(ground, charter, options.baseline)
    plan = ground.portfolio.plan(charter.id)
    promises = {promise.milestone.id: promise for promise in ground.portfolio.promises(charter.id)}
    sure = ground.portfolio.forecast(charter.id)
    bars = [
        replace(
            bar_of(line, promises, ground.status_date, options.spare),
            ghosts=ghosts_of(line, agreed),
            **whisker_of(line, sure),
        )
        for line in lines
    ]
    arrows = tuple(_arrows(lines)) if options.links else ()
    title = f"Timeline of {label(charter)}"
    chart = Chart(
        title,
        description(lines, plan, promises),
        bars,
        *_ends(bars, options, ground.status_date),
        ground.status_date,
        arrows,
    )
    twin = with_chances(table(plan, lines, bars, promises), bars, ground.status_date)
    twin = with_baselines(twin, plan, lines, agreed)
    signs = (*legend(chart, lines), *told(agreed, ground.status_date))
    picture = Picture(wide(chart), title, chart.description, twin, narrow(chart), signs, name="timeline")
    return (picture, *unknown(ground, charter, options.baseline))


def _lines(ground: Ground, charter: Project, options: Options) -> Iterator[Line]:
    plan = ground.portfolio.plan(charter.id)
    if options.group == "summary":
        lines = by_summary(plan, options.depth)
    else:
        lines = by_group(plan, _GROUPS[options.group](ground, charter))
    return (line for line in lines if _is_within(line, options))


def _deliverable(ground: Ground, charter: Project) -> Callable[[Entry], str]:
    def name(entry: Entry) -> str:
        address = entry.record.deliverable
        found = ground.book.find(address, charter.id, ("deliverable",)) if address else None
        return label(found) if found else ""

    return name


def _owner(ground: Ground, charter: Project) -> Callable[[Entry], str]:
    def name(entry: Entry) -> str:
        address = entry.record.owner or next(iter(entry.doers), None)
        found = ground.book.find(address, charter.id, ("person", "team", "role")) if address else None
        return label(found) if found else ""

    return name


_GROUPS = {"deliverable": _deliverable, "owner": _owner}


def _is_within(line: Line, options: Options) -> bool:
    """Whether any of a line lies between the days asked for."""
    entries = (line.entry,) if line.entry else line.parts
    return not entries or any(
        (options.to is None or entry.start.date() <= options.to)
        and (options.from_ is None or entry.finish.date() >= options.from_)
        for entry in entries
    )


def _ends(bars: Sequence[Bar], options: Options, status_date: date) -> tuple[date, date]:
    """The days at the ends of the picture: those asked for, or those of its content with a little air."""
    days = [moment.date() for bar in bars for moment in (bar.start, bar.finish, bar.spare) if moment]
    days += [bar.safe for bar in bars if bar.safe]
    days += [bar.due for bar in bars if bar.due]
    days += [day for bar in bars for ghost in bar.ghosts for day in (ghost.start, ghost.finish)]
    days = days or [status_date]
    if min(days) - _NEAR <= status_date <= max(days) + _NEAR:
        days.append(status_date)
    air = timedelta(days=1 + (max(days) - min(days)).days // 60)
    first, last = options.from_ or min(days) - air, options.to or max(days) + air
    return first, max(last, first + timedelta(days=6))


_NEAR = timedelta(days=31)


def _arrows(lines: Sequence[Line]) -> Iterator[Arrow]:
    """The dependencies between lines that are shown."""
    rows = {line.entry.record.id.casefold(): row for row, line in enumerate(lines) if line.entry}
    for row, line in enumerate(lines):
        for link in line.entry.record.after if line.entry else ():
            source = rows.get(link.target.removeprefix("plan.").casefold())
            if source is not None and source != row:
                yield Arrow(source, row, link.type)
