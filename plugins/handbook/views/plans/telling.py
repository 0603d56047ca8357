"""What a timeline shows, told as a table, a description and a legend."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from handbook.analysis.promise import Promise
from handbook.analysis.words import capital, count, day
from handbook.planning.plan import Entry, Plan
from handbook.views.block.block import Column, Row, Table
from handbook.views.block.inline import Inline, Muted, Phrase, Ref, Strong
from handbook.views.dates import dated, days, explained
from handbook.views.drawings.marks import Bar
from handbook.views.drawings.timeline import Chart
from handbook.views.naming import WITHHELD, label
from handbook.views.plans.bars import is_critical
from handbook.views.plans.lines import Line
from handbook.views.plans.promised import said, slipped

Promises = Mapping[str, Promise]
"""The promises of one project by the id of the milestone."""

_COLUMNS = (
    Column("What"),
    Column("Start", minor=True),
    Column("Finish"),
    Column("Done", "right"),
    Column("Spare time", minor=True),
    Column("Promised", minor=True),
    Column("Slip"),
)


def table(plan: Plan, lines: Sequence[Line], bars: Sequence[Bar], promises: Promises) -> Table:
    """The facts of the picture, line by line."""
    rows = [_row(plan, line, bar, promises) for line, bar in zip(lines, bars, strict=True)]
    return Table(_COLUMNS, rows, "Tasks and milestones with their dates", narrow="scroll")


def _row(plan: Plan, line: Line, bar: Bar, promises: Promises) -> Row:
    entry, on = line.entry, plan.status_date
    promise = promises.get(entry.record.id) if entry and entry.is_milestone else None
    sign = ("◆ ",) if bar.kind == "milestone" else ()
    return Row(
        (
            (*sign, _name(entry) if entry else bar.label),
            dated(bar.start.date() if bar.start and bar.kind != "milestone" else None, on),
            _finish(entry, bar, on),
            (f"{bar.done:.0%}",) if bar.done else (),
            _spare(line, plan),
            dated(bar.due, on),
            slipped(promise) if promise else (),
        ),
        depth=bar.depth,
        strong=bar.kind == "summary",
    )


def _finish(entry: Entry | None, bar: Bar, on: date) -> Phrase:
    """The day on which it is finished; that of a milestone leads to what makes it."""
    day = bar.finish.date() if bar.finish else None
    return explained(entry.record, day, on) if entry and entry.is_milestone else dated(day, on)


def _name(entry: Entry) -> Inline:
    """A link without its state, which stands in the row."""
    return Muted(WITHHELD) if entry.record.withheld else Ref(entry.record.address, entry.record.label)


def _spare(line: Line, plan: Plan) -> Phrase:
    """How many days a line can be late without harm to the project."""
    if is_critical(line):
        return (Strong("critical"),)
    entry = line.entry
    if entry is None or entry.summary or entry.state == "done" or entry.total_float <= 0:
        return ()
    return (days(max(entry.total_float // plan.day_minutes, 1)),)


def description(lines: Sequence[Line], plan: Plan, promises: Promises) -> str:
    """How much the picture shows, from when to when, what is critical, and the last promise."""
    on = plan.status_date
    tasks = [entry for entry in plan.entries if not (entry.summary or entry.is_milestone)]
    critical = sum(1 for entry in tasks if entry.critical and entry.state != "done")
    milestones = sum(1 for entry in plan.entries if entry.is_milestone)
    what = count(len(tasks), "task") + (f" and {count(milestones, 'milestone')}" if milestones else "")
    when = f" from {day(plan.start, on)} to {day(plan.finish, on)}" if plan.start and plan.finish else ""
    path = f"; {count(critical, 'task')} on the critical path" if critical else ""
    return f"{capital(what)}{when}{path}{_last_promise(lines, plan, promises)}."


def _last_promise(lines: Sequence[Line], plan: Plan, promises: Promises) -> str:
    shown = [
        (promise.expected, line.entry)
        for line in lines
        if line.entry and (promise := promises.get(line.entry.record.id)) and promise.due and promise.expected
    ]
    if not shown:
        return ""
    entry = max(shown, key=lambda pair: pair[0])[1]
    return f"; {label(entry.record)}: {said(promises[entry.record.id], plan.status_date)}"


def legend(chart: Chart, lines: Sequence[Line]) -> Phrase:
    """The signs that the picture uses, and no others."""
    return (" · ".join(_signs(chart.bars, lines)),)


def _signs(bars: Sequence[Bar], lines: Sequence[Line]) -> Iterator[str]:
    yield "▬ stronger where done" if any(bar.done for bar in bars) else "▬ forecast"
    if any(bar.critical and bar.kind == "work" for bar in bars):
        yield "striped red: critical path"
    if any(bar.spare for bar in bars):
        yield "dotted line: spare time"
    if any(bar.kind == "milestone" for bar in bars):
        yield "◆ milestone, filled when reached"
    if any(bar.due for bar in bars):
        yield "┆ promised or deadline"
    if any(bar.safe for bar in bars):
        yield "├─┤ from 50% to 80% sure"
    if hidden := sum(len(line.parts) for line in lines if line.folded):
        yield f"{count(hidden, 'task')} summed up"
