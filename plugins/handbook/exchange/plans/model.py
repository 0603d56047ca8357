"""A plan between files and records: what schedulers agree on, with no word of any format.

Keys tie the parts to each other and mean nothing else. Instants are dates with hours, lengths are minutes of
working time, or of the clock where they are ``elapsed``. ``line`` is where a thing stands in its file.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal, NamedTuple

Hours = tuple[tuple[int, int], ...]
"""Spans of work in a day, from one minute after midnight to another; empty for a free day."""

LinkKind = Literal["FS", "SS", "FF", "SF"]
ConstraintKind = Literal["ASAP", "ALAP", "SNET", "SNLT", "FNET", "FNLT", "MSO", "MFO"]

ON_FINISH = frozenset({"FNET", "FNLT", "MFO"})
"""Constraints of a finish; the others with a date are of a start."""


class Note(NamedTuple):
    """Something of a file that did not become what it was: the line, 0 for none, and what it is."""

    line: int
    text: str


class Span(NamedTuple):
    """A length in minutes, and the unit it is told in: ``min``, ``h``, ``d`` or ``w``."""

    minutes: int
    unit: str = "d"
    elapsed: bool = False


class OtherDays(NamedTuple):
    """Days, both included, with other hours than the week has; no hours are days off."""

    first: date
    last: date
    hours: Hours = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class PlanCalendar:
    """Working time: the hours of Monday to Sunday, and the days that differ."""

    key: str
    name: str
    week: tuple[Hours, ...]
    exceptions: tuple[OtherDays, ...] = ()
    number: int | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class PlanResource:
    """Who does work. ``units`` are full times that can be given, ``rate`` is what an hour costs.

    ``code`` is how a handbook addresses it (``@ana``, ``team/movers``), if the file knows. ``absences`` are
    days off beside its calendar's.
    """

    key: str
    name: str
    kind: Literal["person", "team", "role"] = "person"
    code: str = ""
    email: str = ""
    group: str = ""
    units: float = 1.0
    rate: Decimal | None = None
    calendar: str = ""
    absences: tuple[tuple[date, date], ...] = ()
    notes: str = ""
    number: int | None = None
    line: int = 0


class PlanLink(NamedTuple):
    """What comes before a task; ``lag`` is negative for a lead."""

    predecessor: str
    kind: LinkKind = "FS"
    lag: Span | None = None


class Bound(NamedTuple):
    """A constraint with its instant; None for the two that have none."""

    kind: ConstraintKind
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Computed:
    """What a scheduler made of a task; floats are in working minutes."""

    start: datetime
    finish: datetime
    early_start: datetime
    early_finish: datetime
    late_start: datetime
    late_finish: datetime
    total_float: int
    free_float: int
    critical: bool
    work: int


@dataclass(frozen=True, slots=True)
class PlanTask:
    """One line of the outline; ``parent`` is the key of the one around it, empty at the top.

    ``duration`` is that of a task; ``work`` is its effort where the length follows from it. ``code`` is how
    a handbook calls it, if the file knows. ``assigned`` are full times by resource.
    """

    key: str
    name: str
    parent: str = ""
    code: str = ""
    kind: Literal["task", "summary", "milestone"] = "task"
    duration: Span | None = None
    work: Span | None = None
    calendar: str = ""
    bound: Bound | None = None
    deadline: datetime | None = None
    percent: Decimal = Decimal(0)
    started: datetime | None = None
    finished: datetime | None = None
    remaining: int | None = None
    priority: int = 500
    cost: Decimal | None = None
    owner: str = ""
    notes: str = ""
    web: tuple[tuple[str, str], ...] = ()
    links: tuple[PlanLink, ...] = ()
    assigned: tuple[tuple[str, float], ...] = ()
    computed: Computed | None = None
    number: int | None = None
    line: int = 0


class Kept(NamedTuple):
    """A task as it was agreed."""

    start: datetime
    finish: datetime
    work: int | None = None
    cost: Decimal | None = None


@dataclass(frozen=True, slots=True)
class PlanBaseline:
    """What was agreed at one time, by the keys of tasks; ``number`` is its place, from 0."""

    number: int
    entries: Mapping[str, Kept]
    name: str = ""
    total: Decimal | None = None


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A whole plan. ``origin`` names the program that numbers belong to; ``notes`` what was not read."""

    origin: str
    title: str
    start: datetime
    calendar: str
    calendars: tuple[PlanCalendar, ...] = ()
    resources: tuple[PlanResource, ...] = ()
    tasks: tuple[PlanTask, ...] = ()
    baselines: tuple[PlanBaseline, ...] = ()
    manager: str = ""
    currency: str = ""
    status_date: datetime | None = None
    saved: date | None = None
    finish: datetime | None = None
    done: bool = False
    notes: tuple[Note, ...] = field(default=(), compare=False)
