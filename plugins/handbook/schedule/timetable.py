"""The timetable: when everything starts and finishes, how far it can slip, and why.

`critical_path` makes it.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from handbook.schedule.conflicts import Conflict
from handbook.schedule.dates import Dates
from handbook.schedule.drivers import Driver
from handbook.schedule.instants import written


class Scheduled(NamedTuple):
    """The dates of one activity. Instants are minutes since year 1, floats and duration working minutes.

    Attributes:
        key: key of the activity.
        early_start, early_finish: as early as links, constraints and status date allow.
        late_start, late_finish: as late as the end of the project, deadlines and constraints allow.
        start, finish: the forecast: actual dates where there are, late ones for ALAP, early ones otherwise.
        total_float, free_float: see `floats`.
        critical: not finished, and no total float left; a group is critical if something in it is.
        duration: of a group, working minutes of its calendar from start to finish.
        percent: percent done, of a group weighted by duration.
        driver: what drives the start.
    """

    key: Hashable
    early_start: int
    early_finish: int
    late_start: int
    late_finish: int
    start: int
    finish: int
    total_float: int
    free_float: int
    critical: bool
    duration: int
    percent: float
    driver: Driver

    def __str__(self) -> str:
        mark = " critical" if self.critical else ""
        dates = f"{written(self.start)} - {written(self.finish)}"
        return f"{self.key}: {dates}, float {self.total_float}/{self.free_float}{mark}, by {self.driver}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetable(Dates):
    """The dates of all activities, in columns by index; `timetable[key]` is a row, iteration gives all rows.

    Attributes:
        project_finish: latest forecast finish of any activity.
        conflicts: constraints that could not be kept.
    """

    project_finish: int
    early_start: tuple[int, ...]
    early_finish: tuple[int, ...]
    late_start: tuple[int, ...]
    late_finish: tuple[int, ...]
    total_float: tuple[int, ...]
    free_float: tuple[int, ...]
    critical: tuple[bool, ...]
    duration: tuple[int, ...]
    percent: tuple[float, ...]
    conflicts: tuple[Conflict, ...]

    def __getitem__(self, key: Hashable) -> Scheduled:
        return self.row(self.network.index[key])

    def __iter__(self) -> Iterator[Scheduled]:
        return (self.row(at) for at in range(len(self.network.activities)))

    def __len__(self) -> int:
        return len(self.network.activities)

    def row(self, at: int) -> Scheduled:
        """The dates of the activity with an index."""
        return Scheduled(
            self.network.activities[at].key,
            self.early_start[at],
            self.early_finish[at],
            self.late_start[at],
            self.late_finish[at],
            self.start[at],
            self.finish[at],
            self.total_float[at],
            self.free_float[at],
            self.critical[at],
            self.duration[at],
            self.percent[at],
            self.driver(at),
        )

    def __str__(self) -> str:
        return "\n".join([str(row) for row in self] + [f"conflict: {one}" for one in self.conflicts])
