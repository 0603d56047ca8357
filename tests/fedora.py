"""The release schedule of Fedora 20: a real plan of 414 tasks, written by nobody here.

The source is a table that TaskJuggler printed (see the README of the real data): outline, dates, durations in
calendar days, and predecessors. Its outermost task is the project, the others are the plan, in a calendar
that runs round the clock. How long after a predecessor a task begins is not told: both dates tell it.
"""

from __future__ import annotations

import csv
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from tests.exchange.plans.imports import imported


class Row(NamedTuple):
    """One task as the table has it."""

    id: str
    start: datetime
    end: datetime

    @property
    def task(self) -> str:
        """Its id in a handbook, without the project's."""
        return self.id.partition(".")[2]


def rows(table: Path) -> list[Row]:
    """All tasks of the table, the first one being the project."""
    with table.open(encoding="utf-8", newline="") as lines:
        return [
            Row(row["Id"], _moment(row["Start"]), _moment(row["End"]))
            for row in csv.DictReader(lines, delimiter=";")
        ]


def fedora_project(table: Path, handbook: Path) -> None:
    """Import the table as the project `fedora20` of a handbook."""
    done = imported(table, handbook, "--project", "fedora20")
    assert done.exit_code == 0, done.output


def _moment(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%d %H:%M")  # noqa: DTZ007  # the table knows no time zone
