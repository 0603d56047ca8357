"""Dates and floats equal to what Microsoft Project computed."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from handbook.schedule import (
    Activity,
    ConstraintType,
    Link,
    LinkType,
    Network,
    Scheduled,
    WorkingCalendar,
    timetable,
)
from handbook.schedule.instants import instant

DAYS = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")
CONSTRAINTS = {
    "AS_SOON_AS_POSSIBLE": ConstraintType.ASAP,
    "START_NO_EARLIER_THAN": ConstraintType.SNET,
    "MUST_FINISH_ON": ConstraintType.MFO,
}
TASK_LINKS = "generated/task-links/task-links-project2019-mspdi.xml"
FILES = (
    "SubprojectA-9.mpp",
    TASK_LINKS,
    "legacy/bug2.mpp",
    "mpp14baseline.mpp",
    "mspdirelations.xml",
    "slack9.mpp",
)
UNBOUND = (
    {"late_start", "late_finish", "total_slack_h"},
    "the task is scheduled by hand, and Project lets no link from the start of such a task (SS, SF)"
    " bound its late dates; here a link bounds them whoever set the dates",
)
# (file, uid) -> the fields that differ, and why. Another scheduler differs at the first of them as well.
KNOWN = {(TASK_LINKS, 11): UNBOUND, (TASK_LINKS, 13): UNBOUND}


@pytest.fixture(scope="module")
def plans(realdata: Path) -> dict[str, dict[str, Any]]:
    truth = json.loads((realdata / "msproject" / "truth.json").read_text())
    return {plan["file"]: plan for plan in truth}


def test_no_plan_is_left_out(plans: dict[str, dict[str, Any]]) -> None:
    assert sorted(plans) == sorted(FILES)


@pytest.mark.parametrize("file", FILES)
def test_plan(plans: dict[str, dict[str, Any]], file: str) -> None:
    plan = plans[file]
    found = timetable(network(plan), at(plan["start"]))
    calendar = found.network.calendar
    differences = {
        (file, task["uid"]): fields
        for task in plan["tasks"]
        if (fields := differing(task, found[task["uid"]], calendar))
    }
    assert differences == {key: fields for key, (fields, _) in KNOWN.items() if key[0] == file}


def differing(task: dict[str, Any], row: Scheduled, calendar: WorkingCalendar) -> set[str]:
    """Names of the fields that differ; dates are compared in working time."""
    dates = ("start", "finish", "early_start", "early_finish", "late_start", "late_finish")
    wrong = {name for name in dates if calendar.between(getattr(row, name), at(task[name]))}
    figures = {
        "total_slack_h": row.total_float / 60,
        "free_slack_h": row.free_float / 60,
        "critical": row.critical,
        "pct": int(row.percent + 0.5),
        "duration_h": row.duration / 60,
    }
    return wrong | {name for name, figure in figures.items() if (task[name] or 0) != figure}


def network(plan: dict[str, Any]) -> Network:
    calendars = {name: calendar(week) for name, week in plan["calendars"].items()}
    tasks = plan["tasks"]
    index = {task["uid"]: number for number, task in enumerate(tasks)}
    outline = {task["outline"]: task["uid"] for task in tasks}
    activities = tuple(activity(task, outline, index) for task in tasks)
    links = tuple(
        Link(index[pred["uid"]], index[task["uid"]], LinkType[pred["type"]], round(pred["lag_h"] * 60))
        for task in tasks
        for pred in task["preds"] or ()
    )
    return Network(activities, links, calendars[plan["default_calendar"]])


def activity(task: dict[str, Any], outline: dict[str, int], index: dict[int, int]) -> Activity:
    above = task["outline"].rpartition(".")[0] or "0"
    return Activity(
        task["uid"],
        0 if task["summary"] else round(task["duration_h"] * 60),
        parent=None if task["outline"] == "0" else index[outline[above]],
        constraint=CONSTRAINTS[task["constraint"]],
        constraint_at=maybe(task["constraint_date"]),
        actual_start=maybe(task["actual_start"]),
        actual_finish=maybe(task["actual_finish"]),
        percent=task["pct"] or 0.0,
    )


def calendar(week: dict[str, list[list[str]]]) -> WorkingCalendar:
    return WorkingCalendar(tuple(tuple((minute(a), minute(b)) for a, b in week[day]) for day in DAYS))


def minute(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def at(text: str) -> int:
    return instant(datetime.fromisoformat(text))


def maybe(text: str | None) -> int | None:
    return None if text is None else at(text)
