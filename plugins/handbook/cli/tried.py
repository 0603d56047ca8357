"""What comes of a scenario as lines of text, and as plain data."""

from collections.abc import Iterator
from typing import Any

from handbook.analysis.what_if.comparison import Kept, Moved, Outcome, Shift
from handbook.analysis.what_if.overloads import overloads
from handbook.analysis.what_if.prospects import prospects
from handbook.analysis.what_if.wording import (
    finish,
    headline,
    moved,
    names,
    outlook,
    overloaded,
    shown,
    slipped,
    verdict,
)
from handbook.analysis.words import capital
from handbook.cli.columns import in_columns

_MOST = 30


def lines(outcome: Outcome) -> Iterator[str]:
    """All that comes of a scenario, line by line."""
    for change in outcome.scenario.changes:
        yield f"what if  {change}"
    yield f"then     {headline(outcome)}; nothing is written"
    for shift in outcome:
        yield ""
        yield from _shift(outcome, shift)
    too_full = [overloaded(one, outcome.scenario.before.status_date) for one in overloads(outcome)]
    if too_full:
        yield "\nmore work than time, and not so before"
        yield from too_full


def data(outcome: Outcome) -> dict[str, Any]:
    """The same as plain data: dates in ISO 8601, everything else in working days."""
    return {
        "changes": [change.text for change in outcome.scenario.changes],
        "breaks": outcome.breaks,
        "projects": [_shift_data(outcome, shift) for shift in outcome],
        "overloads": [
            {
                "address": one.party.address,
                "weeks": [monday.isoformat() for monday in one.weeks],
                "most": round(one.most, 4),
            }
            for one in overloads(outcome)
        ],
    }


def _shift(outcome: Outcome, shift: Shift) -> Iterator[str]:
    on = outcome.scenario.before.status_date
    yield f"{shift.project.title} ({shift.project.id}): {finish(shift, on)}"
    if shift.promises:
        table = [_promise(one) for one in shift.promises]
        yield in_columns(("promise", "due", "before", "after", ""), table)
    for prospect in prospects(outcome, shift):
        yield f"how sure: {prospect.kept.after.milestone.label}, {outlook(prospect, on)}"
    for one in shift.missed:
        yield f"deadline missed: {one.after.record.label}, {one.after.finish:%Y-%m-%d}"
    if shift.critical:
        yield f"critical from now on: {names(shift.critical)}"
    for fault in shift.faults:
        yield f"{fault.kind}: {fault.text}"
    rows = [_row(one) for one in shown(shift)]
    if rows:
        yield in_columns(("moves", "title", "before", "after", ""), rows[:_MOST])
    if len(rows) > _MOST:
        yield f"and {len(rows) - _MOST} more; --format json tells all"


def _promise(kept: Kept) -> tuple[str, ...]:
    due = kept.after.due
    said = capital(verdict(kept)) if kept.breaks else verdict(kept)
    return (
        kept.after.milestone.label,
        f"{due:%Y-%m-%d}" if due else "",
        slipped(kept.before),
        slipped(kept.after),
        said,
    )


def _row(one: Moved) -> tuple[str, ...]:
    record = one.after.record
    return (
        record.id,
        record.label,
        f"{one.before.finish:%Y-%m-%d}",
        f"{one.after.finish:%Y-%m-%d}",
        moved(one),
    )


def _shift_data(outcome: Outcome, shift: Shift) -> dict[str, Any]:
    before, after = shift.finish
    return {
        "project": shift.project.id,
        "finish": {
            "before": before.isoformat() if before else None,
            "after": after.isoformat() if after else None,
            "later_days": shift.days,
        },
        "promises": [
            {
                "address": one.after.milestone.address,
                "due": one.after.due.isoformat() if one.after.due else None,
                "slip_before_days": one.before.slip,
                "slip_after_days": one.after.slip,
                "breaks": one.breaks,
            }
            for one in shift.promises
        ],
        "prospects": [
            {
                "address": one.after.address,
                "p80_before": one.before.p80.isoformat(),
                "p80_after": one.after.p80.isoformat(),
                "chance_before": one.before.chance,
                "chance_after": one.after.chance,
            }
            for one in prospects(outcome, shift)
        ],
        "deadlines_missed": [one.after.record.address for one in shift.missed],
        "critical": [entry.record.address for entry in shift.critical],
        "faults": [{"kind": fault.kind, "text": fault.text} for fault in shift.faults],
        "moved": [
            {
                "address": one.after.record.address,
                "start_before": one.before.start.isoformat(timespec="minutes"),
                "start_after": one.after.start.isoformat(timespec="minutes"),
                "finish_before": one.before.finish.isoformat(timespec="minutes"),
                "finish_after": one.after.finish.isoformat(timespec="minutes"),
                "later_days": one.finish,
            }
            for one in shift.moved
        ],
    }
