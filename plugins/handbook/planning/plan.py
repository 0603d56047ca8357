"""The timetable of one project, with names, places and dates."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from types import MappingProxyType
from typing import Literal, NamedTuple, Protocol

from handbook.planning.wait import Wait
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.task import Task

State = Literal["done", "started", "open"]


class Driver(NamedTuple):
    """What makes a date what it is.

    ``kind`` is ``link``, ``resource`` (who does it is busy until then), ``levelled`` (the date of the
    levelled schedule), ``constraint``, ``start`` (of the project), ``status`` (work cannot lie in the past),
    ``actual`` or ``expected`` (a forecast by hand); ``address`` names the predecessor of a link, or the task
    that keeps somebody busy; ``text`` says it in a reader's words.
    """

    kind: Literal["link", "resource", "levelled", "constraint", "start", "status", "actual", "expected"]
    text: str
    address: str = ""


class Entry(NamedTuple):
    """One task or milestone on the timetable.

    ``start`` and ``finish`` are the forecast: actual where work is done, computed where it is to come.
    Early and late dates and floats are those of the critical path method; floats are working minutes of the
    entry's calendar. ``progress`` is a share from 0 to 1. ``depth`` counts the summary tasks around it.
    """

    record: Task | Milestone
    start: datetime
    finish: datetime
    early_start: datetime
    early_finish: datetime
    late_start: datetime
    late_finish: datetime
    total_float: int
    free_float: int
    critical: bool
    summary: bool
    depth: int
    state: State
    progress: float
    work: int
    """Working minutes from start to finish."""
    driver: Driver | None = None
    doers: Mapping[str, float] = MappingProxyType({})
    """Who does it, by reference, with the share of full time: as levelled, else as the plan assumes."""

    @property
    def is_milestone(self) -> bool:
        """Whether it is a milestone."""
        return isinstance(self.record, Milestone)

    def __str__(self) -> str:
        marks = "*" if self.critical else " "
        return f"{marks} {self.start:%Y-%m-%d} {self.finish:%Y-%m-%d} {'  ' * self.depth}{self.record.id}"


@dataclass(frozen=True)
class Plan:
    """The timetable of one project; entries in the order of its breakdown, each summary before its parts.

    ``faults`` tells why entries are missing or dates cannot be kept: cycles, conflicts of constraints, no
    working time. ``day_minutes`` and ``week_minutes`` are the working time of a normal day and week in the
    project's calendar: what a reader calls a day and a week.
    """

    project: str
    status_date: date
    entries: tuple[Entry, ...] = ()
    faults: tuple["PlanFault", ...] = ()
    day_minutes: int = 480
    week_minutes: int = 2400
    _working_days: "WorkingDays | None" = field(default=None, repr=False, compare=False)

    @cached_property
    def by_id(self) -> Mapping[tuple[str, str], Entry]:
        """Entries by kind and id in lower case."""
        return {(entry.record.kind, entry.record.id.casefold()): entry for entry in self.entries}

    @cached_property
    def by_address(self) -> Mapping[str, Entry]:
        """Entries by address in lower case."""
        return {entry.record.address.casefold(): entry for entry in self.entries}

    def entry(self, record: Task | Milestone) -> Entry | None:
        """The entry of a record of this project."""
        return self.by_id.get((record.kind, record.id.casefold()))

    @property
    def start(self) -> date | None:
        """The first day of work."""
        return min((entry.start.date() for entry in self.entries), default=None)

    @property
    def finish(self) -> date | None:
        """The day on which everything is done."""
        return max((entry.finish.date() for entry in self.entries), default=None)

    def working_days(self, earlier: date, later: date) -> int:
        """Working days from one date to another in the project's calendar, negative if the later comes first.

        From a Friday to the next Monday is one: by so much a promise for Friday slips when it is kept on
        Monday.
        """
        if self._working_days is None:
            return (later - earlier).days
        return self._working_days.between(earlier, later)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __str__(self) -> str:
        return "\n".join(map(str, (*self.entries, *self.faults)))


class WorkingDays(Protocol):
    """Counts the working days of a calendar."""

    def between(self, earlier: date, later: date) -> int:
        """Working days after ``earlier`` up to and with ``later``; negative if ``later`` comes first."""


class PlanFault(NamedTuple):
    """Why a plan cannot be made or kept.

    ``kind`` is ``cycle``, ``conflict``, ``no-working-time`` or ``no-duration``; ``records`` are those
    involved, in order; ``text`` says it for people. ``waits`` are all links that take part: those of a
    circle, or those that a constraint stands against.
    """

    kind: Literal["cycle", "conflict", "no-working-time", "no-duration"]
    text: str
    records: tuple[Task | Milestone, ...] = ()
    waits: tuple[Wait, ...] = ()

    def __str__(self) -> str:
        return f"{self.kind}: {self.text}"
