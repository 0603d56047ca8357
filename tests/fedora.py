"""The release schedule of Fedora 20 as a handbook: a real plan of 414 tasks, written by nobody here.

The source is a table that TaskJuggler printed (see the README of the real data): outline, dates, durations in
calendar days, and predecessors. Its outermost task is the project, the others are the plan, in a calendar
that runs round the clock. How long after a predecessor a task begins is not told: both dates tell it.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

_PRECURSOR = re.compile(r"\(([\w.]+)\) \]->\[ (\d{4}-\d{2}-\d{2} \d{2}:\d{2})")
_INDENT = "  "


class Row(NamedTuple):
    """One task as the table has it; `before` are ids with the instants at which they end."""

    id: str
    title: str
    start: datetime
    end: datetime
    days: str
    before: tuple[tuple[str, datetime], ...]

    @property
    def parent(self) -> str:
        """The id of the task around it; empty for the outermost."""
        return self.id.rpartition(".")[0]

    @property
    def task(self) -> str:
        """Its id in a handbook, without the project's."""
        return self.id.partition(".")[2]


def rows(table: Path) -> list[Row]:
    """All tasks of the table, the first one being the project."""
    with table.open(encoding="utf-8", newline="") as lines:
        return [_row(row) for row in csv.DictReader(lines, delimiter=";")]


def fedora_project(table: Path, handbook: Path) -> None:
    """Write the table as a handbook with one project, `fedora20`, into `handbook/projects`."""
    found = rows(table)
    folder = handbook / "projects" / "fedora20"
    folder.mkdir(parents=True)
    (folder / "project.yml").write_text(_charter(found[0]), encoding="utf-8")
    (folder / "plan.yml").write_text("\n".join(["tasks:", *_tasks(found, "f20", 1)]) + "\n", encoding="utf-8")
    week = ", ".join(f"{day}: '0:00-24:00'" for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun"))
    (folder.parent / "calendars.yml").write_text(f"clock: {{work: {{{week}}}}}\n", encoding="utf-8")
    people = "wrangler: {name: Program Manager}\ncommittee: {name: Steering Committee}\n"
    (folder.parent / "people.yml").write_text(people, encoding="utf-8")


def _row(row: dict[str, str]) -> Row:
    before = tuple((id_, _moment(end)) for id_, end in _PRECURSOR.findall(row["Precursors"]))
    return Row(
        row["Id"], row["Name"].strip(), _moment(row["Start"]), _moment(row["End"]), row["Duration"], before
    )


def _moment(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%d %H:%M")  # noqa: DTZ007  # the table knows no time zone


def _charter(project: Row) -> str:
    fields = {
        "title": project.title,
        "manager": "wrangler",
        "sponsor": "committee",
        "status": "active",
        "calendar": "clock",
        "start": f"{project.start:%Y-%m-%d}",
        "finish": f"{project.end:%Y-%m-%d}",
    }
    return "".join(f"{key}: {value}\n" for key, value in fields.items())


def _tasks(found: list[Row], parent: str, depth: int) -> Iterator[str]:
    """The lines of all tasks inside a task, as YAML."""
    margin = _INDENT * depth
    around = {row.parent for row in found}
    for row in found:
        if row.parent != parent:
            continue
        yield f"{margin}{row.task.rpartition('.')[2]}:"
        yield f"{margin}{_INDENT}title: {json.dumps(row.title)}"
        if row.id in around:
            yield f"{margin}{_INDENT}tasks:"
            yield from _tasks(found, row.id, depth + 2)
        else:
            yield f"{margin}{_INDENT}duration: {row.days.removesuffix('.0')}d"
            yield from (margin + _INDENT + line for line in _timing(row))


def _timing(row: Row) -> Iterator[str]:
    """What a task waits for; the day it starts on for one that waits for nothing."""
    if row.before:
        links = ", ".join(
            json.dumps(f"{id_.partition('.')[2]} {_lag(end, row.start)}".strip()) for id_, end in row.before
        )
        yield f"after: [{links}]"
    else:
        yield f"constraint: {{type: SNET, date: {row.start:%Y-%m-%d}}}"


def _lag(end: datetime, start: datetime) -> str:
    """``FS+7d``: the time from the end of a predecessor to the start, in days or hours of the clock."""
    hours = (start - end).total_seconds() / 3600
    if not hours:
        return ""
    amount = f"{abs(hours) / 24:g}d" if hours % 24 == 0 else f"{abs(hours):g}h"
    return f"FS{'+' if hours > 0 else '-'}{amount}"
