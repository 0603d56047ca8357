"""The timetable of a project as rows of text, and as plain data."""

from collections.abc import Mapping, Sequence
from typing import Any

from handbook.analysis.final import Final, final
from handbook.analysis.outlook import Dated
from handbook.analysis.words import dated, slip
from handbook.cli.columns import in_columns
from handbook.planning.plan import Entry, Plan
from handbook.planning.wait import Wait
from handbook.planning.wording import title

NUMBERS = frozenset({"days", "float", "for all", "progress"})
"""Columns that stand to the right."""

Floats = Mapping[str, int]
"""Portfolio floats in working minutes, by address in lower case; empty if no project waits for this one."""


def columns(floats: Floats) -> tuple[str, ...]:
    """The heads of the columns; how far work can slip for all projects stands beside its own float."""
    more = ("for all",) if floats else ()
    return ("id", "title", "start", "finish", "days", "float", *more, "critical", "progress", "driven by")


def head(case: Dated) -> list[tuple[str, str]]:
    """What stands above the timetable: the project, its status date, and its finish against the promise."""
    last = final(case)
    return [
        ("project", f"{case.project.title} ({case.project.id})"),
        ("status date", dated(case.plan.status_date)),
        ("finish", dated(case.plan.finish) if case.plan.finish else "no plan"),
        ("promise", _promise(last)),
    ]


def rows(plan: Plan, floats: Floats) -> list[tuple[str, ...]]:
    """A row of text for each entry, in the order of `columns`.

    Ids are indented by their depth, and leave out what they have in common with the summary around them.
    """
    return [
        (
            "  " * entry.depth + entry.record.id.removeprefix(f"{entry.record.parent}."),
            title(entry.record),
            f"{entry.start:%Y-%m-%d}",
            f"{entry.finish:%Y-%m-%d}",
            _days(entry.work, plan),
            _days(entry.total_float, plan) if entry.state != "done" else "",
            *([_days(_for_all(entry, floats), plan) if entry.state != "done" else ""] if floats else []),
            "*" if entry.critical else "",
            f"{entry.progress:.0%}" if entry.progress else "",
            entry.driver.text if entry.driver else "",
        )
        for entry in plan
    ]


def aligned(table: Sequence[Sequence[str]], floats: Floats) -> str:
    """The rows under their heads, in columns of equal width with two spaces between them."""
    return in_columns(columns(floats), table, NUMBERS)


def data(case: Dated, floats: Floats) -> dict[str, Any]:
    """The timetable as plain data: dates and times in ISO 8601, durations and floats in working days."""
    plan, last = case.plan, final(case)
    return {
        "project": case.project.id,
        "title": case.project.title,
        "status_date": plan.status_date.isoformat(),
        "finish": plan.finish.isoformat() if plan.finish else None,
        "promise": {
            "title": last.name,
            "due": last.due.isoformat() if last.due else None,
            "expected": last.expected.isoformat() if last.expected else None,
            "slip_days": last.slip,
        },
        "entries": [_entry(entry, plan, floats) for entry in plan],
        "faults": [
            {
                "kind": fault.kind,
                "text": fault.text,
                "records": [record.address for record in fault.records],
                "links": [_link(wait) for wait in fault.waits if wait.is_shown],
            }
            for fault in plan.faults
        ],
    }


def _link(wait: Wait) -> dict[str, Any]:
    file, line, column = wait.place
    return {"text": str(wait), "file": file, "line": line, "column": column}


def _for_all(entry: Entry, floats: Floats) -> int:
    return floats.get(entry.record.address.casefold(), entry.total_float)


def _entry(entry: Entry, plan: Plan, floats: Floats) -> dict[str, Any]:
    return {
        "address": entry.record.address,
        "kind": entry.record.kind,
        "title": title(entry.record),
        "depth": entry.depth,
        "summary": entry.summary,
        "state": entry.state,
        "progress": round(entry.progress, 4),
        "start": entry.start.isoformat(timespec="minutes"),
        "finish": entry.finish.isoformat(timespec="minutes"),
        "early_start": entry.early_start.isoformat(timespec="minutes"),
        "early_finish": entry.early_finish.isoformat(timespec="minutes"),
        "late_start": entry.late_start.isoformat(timespec="minutes"),
        "late_finish": entry.late_finish.isoformat(timespec="minutes"),
        "days": round(entry.work / plan.day_minutes, 4),
        "total_float_days": round(entry.total_float / plan.day_minutes, 4),
        "portfolio_float_days": round(_for_all(entry, floats) / plan.day_minutes, 4),
        "free_float_days": round(entry.free_float / plan.day_minutes, 4),
        "critical": entry.critical,
        "driver": entry.driver.text if entry.driver else None,
    }


def _days(minutes: int, plan: Plan) -> str:
    """Minutes as days, with at most one decimal."""
    # Adding nothing makes an ordinary zero of a negative one.
    return f"{round(minutes / plan.day_minutes, 1) + 0.0:.1f}".removesuffix(".0")


def _promise(last: Final) -> str:
    if last.due is None:
        return "none"
    what = f"{last.name} on {dated(last.due)}" if last.name else dated(last.due)
    if last.expected is None or last.slip is None:
        return f"{what}, no forecast"
    return f"{what}, {'reached' if last.is_reached else 'forecast'} {dated(last.expected)}, {slip(last.slip)}"
