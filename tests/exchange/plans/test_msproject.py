"""Plans of Microsoft Project, imported: no errors, and its own dates, floats and critical flags."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from handbook.api import Entry, Plan, Portfolio, Severity, check, load, plan
from handbook.schedule import WorkingCalendar
from handbook.schedule.instants import instant

from tests.exchange.plans.imports import imported

OFFICE = WorkingCalendar((((480, 720), (780, 1020)),) * 5 + ((),) * 2)
LINKS = "generated__task-links__task-links-project2019-mspdi"
FILES = {
    LINKS: "generated/task-links/task-links-project2019-mspdi.xml",
    "mpp14baseline": "mpp14baseline.mpp",
    "mspdirelations": "mspdirelations.xml",
    "slack9": "slack9.mpp",
}
UNBOUND = (
    {"late_start", "late_finish", "total_slack_h"},
    "the task is scheduled by hand, and Project lets no link from the start of such a task (SS, SF)"
    " bound its late dates; here a link bounds them whoever set the dates",
)
# (file, uid) -> the fields that differ, and why.
KNOWN = {(LINKS, 11): UNBOUND, (LINKS, 13): UNBOUND}
# file -> the errors of the check, and why.
ERRORS = {"slack9": (["PLAN002"], "Project itself shows a constraint that its links make impossible")}
# file -> a day by which all that is done had happened; the start of the plan for the others.
DONE_BY = {"mpp14baseline": date(2006, 9, 5)}


@pytest.fixture(scope="module")
def truth(realdata: Path) -> dict[str, dict[str, Any]]:
    found = json.loads((realdata / "msproject" / "truth.json").read_text())
    return {one["file"]: one for one in found}


@pytest.mark.parametrize("file", FILES)
def test_dates_floats_and_critical_flags(
    realdata: Path, truth: dict[str, dict[str, Any]], file: str, tmp_path: Path
) -> None:
    """All are Project's own, on the day on which the plan begins."""
    theirs = truth[FILES[file]]
    start = datetime.fromisoformat(theirs["start"]).date()
    done = imported(realdata / "msproject" / f"{file}.mspdi.xml", tmp_path, "--project", "x")
    assert done.exit_code == 0, done.output
    entries = by_uid(plan(load(tmp_path, status_date=start).book, "x"))
    tasks = {task["uid"]: task for task in theirs["tasks"] if task["uid"]}
    assert entries.keys() == tasks.keys()
    differing = {(file, uid): wrong for uid, task in tasks.items() if (wrong := unlike(task, entries[uid]))}
    assert differing == {key: fields for key, (fields, _) in KNOWN.items() if key[0] == file}

    loaded = load(tmp_path, status_date=DONE_BY.get(file, start))
    problems = check(loaded, Portfolio(loaded.book))
    errors = [problem.code for problem in problems if problem.severity is Severity.ERROR]
    assert errors == ERRORS.get(file, ([], ""))[0]


def by_uid(found: Plan) -> dict[int, Entry]:
    return {int(entry.record.known_as["ms-project"]): entry for entry in found}


def unlike(task: dict[str, Any], entry: Entry) -> set[str]:
    """Names of the fields that differ; dates are compared in working time."""
    dates = ("start", "finish", "early_start", "early_finish", "late_start", "late_finish")
    wrong = {
        name
        for name in dates
        if OFFICE.between(instant(getattr(entry, name)), instant(datetime.fromisoformat(task[name])))
    }
    figures = {
        "total_slack_h": entry.total_float / 60,
        "free_slack_h": entry.free_float / 60,
        "critical": entry.critical,
        "pct": int(entry.progress * 100 + 0.5),
        "duration_h": entry.work / 60,
        "summary": entry.summary,
    }
    return wrong | {name for name, figure in figures.items() if (task[name] or 0) != figure}
