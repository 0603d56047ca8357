"""Lines of a plan as bars of a time picture."""

from collections.abc import Mapping
from datetime import date, datetime, time

from handbook.analysis.promise import Promise
from handbook.analysis.words import day
from handbook.planning.plan import Entry
from handbook.views.drawings.marks import Bar
from handbook.views.naming import label
from handbook.views.plans.lines import Line
from handbook.views.plans.promised import said

_EVENING = time(17)


def bar_of(line: Line, promises: Mapping[str, Promise], status_date: date, spare: bool = True) -> Bar:
    """The bar of one line. ``promises`` are those of its project by the id of the milestone."""
    entry = line.entry
    if entry is None:
        return _group(line)
    if entry.is_milestone:
        return milestone_bar(entry, promises.get(entry.record.id), status_date, line.depth)
    has_spare = spare and not entry.summary and entry.state != "done" and entry.total_float > 0
    return Bar(
        label(entry.record),
        "summary" if entry.summary and not line.folded else "work",
        entry.start,
        entry.finish,
        line.depth,
        entry.progress,
        is_critical(line),
        entry.late_finish if has_spare else None,
        getattr(entry.record, "deadline", None),
        tip=f"{label(entry.record)}: {_span(entry, status_date)}",
    )


def is_critical(line: Line) -> bool:
    """Whether a delay of the line, or of an open part that it sums up, delays the project."""
    parts = line.parts if line.folded or line.entry is None else (line.entry,)
    return any(part.critical and part.state != "done" and not part.is_milestone for part in parts)


def _span(entry: Entry, status_date: date) -> str:
    """From when to when, and how much of it is done."""
    begin, end = day(entry.start.date(), status_date), day(entry.finish.date(), status_date)
    dates = begin if begin == end else f"{begin} to {end}"
    return f"{dates}, {entry.progress:.0%} done" if entry.progress else dates


def milestone_bar(entry: Entry, promise: Promise | None, status_date: date, depth: int = 0) -> Bar:
    """The diamond of a milestone where it is expected, with its promise."""
    moment = entry.finish
    if promise and promise.expected and promise.expected != moment.date():
        moment = datetime.combine(promise.expected, _EVENING)
    note = said(promise, status_date) if promise else day(moment.date(), status_date)
    return Bar(
        label(entry.record),
        "milestone",
        moment,
        moment,
        depth,
        critical=entry.critical,
        due=promise.due if promise else None,
        reached=entry.state == "done",
        colour=promise.colour if promise else "none",
        note=note,
        tip=f"{label(entry.record)}: {note}",
    )


def _group(line: Line) -> Bar:
    """The bar of a group: from its first start to its last finish, as far as its work is done."""
    name = line.name or "Not assigned"
    if not line.parts:
        return Bar(name, "heading")
    done = sum(part.progress * part.work for part in line.parts)
    total = sum(part.work for part in line.parts)
    return Bar(
        name,
        "work" if line.folded else "summary",
        min(part.start for part in line.parts),
        max(part.finish for part in line.parts),
        0,
        done / total if total else 0.0,
        is_critical(line),
    )
