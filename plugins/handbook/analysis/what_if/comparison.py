"""What a scenario moves: dates, promises, what is critical, project by project."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from handbook.analysis.promise import Promise
from handbook.analysis.what_if.scenario import Scenario
from handbook.planning.plan import Entry, Plan, PlanFault
from handbook.records.book import Book
from handbook.records.kinds.project import Project
from handbook.records.kinds.task import Task
from handbook.records.record import Record


@dataclass(frozen=True, slots=True)
class Moved:
    """A task or milestone that moves; ``start`` and ``finish`` are working days, later if positive."""

    before: Entry
    after: Entry
    start: int
    finish: int

    def __str__(self) -> str:
        return f"{self.after.record.address}: start {self.start:+} d, finish {self.finish:+} d"


@dataclass(frozen=True, slots=True)
class Kept:
    """A promise before and after; its slips are working days, None without a date."""

    before: Promise
    after: Promise

    @property
    def breaks(self) -> bool:
        """Whether it was to be kept, and is not any more."""
        return not self.before.is_missed and self.after.is_missed

    @property
    def is_mended(self) -> bool:
        """Whether it was to be missed, and is kept again."""
        return self.before.is_missed and not self.after.is_missed and self.after.slip is not None

    @property
    def moves(self) -> bool:
        """Whether its date is another one."""
        return self.before.expected != self.after.expected


@dataclass(frozen=True, slots=True)
class Shift:
    """What moves in one project.

    ``days`` are working days by which its finish is later. ``promises`` are those whose dates move,
    ``missed`` tasks that miss a deadline which they would have met, ``critical`` those that delay the project
    from now on and did not before, ``faults`` those that its plan did not have.
    """

    project: Project
    finish: tuple[date | None, date | None]
    days: int
    moved: tuple[Moved, ...] = ()
    promises: tuple[Kept, ...] = ()
    missed: tuple[Moved, ...] = ()
    critical: tuple[Entry, ...] = ()
    faults: tuple[PlanFault, ...] = ()

    @property
    def broken(self) -> tuple[Kept, ...]:
        """The promises that break."""
        return tuple(one for one in self.promises if one.breaks)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What comes of a scenario: a shift for each project in which anything is different."""

    scenario: Scenario
    shifts: tuple[Shift, ...]

    @property
    def breaks(self) -> bool:
        """Whether a promise or a deadline that would have been kept is not any more."""
        return any(one.broken or one.missed for one in self.shifts)

    def __iter__(self) -> Iterator[Shift]:
        return iter(self.shifts)


def outcome(scenario: Scenario) -> Outcome:
    """What comes of a scenario, for projects in the order of their ids."""
    touched = _touched(scenario)
    found = (_shift(scenario, project) for project in scenario.after.book.projects if project.id in touched)
    return Outcome(scenario, tuple(one for one in found if one is not None))


def _touched(scenario: Scenario) -> frozenset[str]:
    """The projects whose plans may differ: those with other records, and those that wait for them."""
    before, after = _records(scenario.before.book), _records(scenario.after.book)
    same = before.keys() & after.keys()
    differing = [one for number, one in (before | after).items() if number not in same]
    ids = [project.id for project in scenario.before.book.projects]
    if any(one.project is None for one in differing):
        return frozenset(ids)
    own = {(one.project or "").casefold() for one in differing}
    plans = (scenario.before.plans, scenario.after.plans)
    return frozenset(one for one in ids if own and any(plan.needed(one) & own for plan in plans))


def _records(book: Book) -> dict[int, Record]:
    """All records by their identity, which changes leave alone."""
    return {id(record): record for record in (*book.records, *book.unseen)}


def _shift(scenario: Scenario, project: Project) -> Shift | None:
    before, after = scenario.before.plan(project.id), scenario.after.plan(project.id)
    moved = tuple(_moved(before, after))
    known = {(fault.kind, fault.text) for fault in before.faults}
    faults = tuple(fault for fault in after.faults if (fault.kind, fault.text) not in known)
    critical = tuple(
        new for old, new in _pairs(before, after) if new.critical and not old.critical and not new.summary
    )
    if not (moved or faults or critical):
        return None
    days = after.working_days(before.finish, after.finish) if before.finish and after.finish else 0
    return Shift(
        project,
        (before.finish, after.finish),
        days,
        moved,
        tuple(_promises(scenario, project)),
        tuple(one for one in moved if _misses(one)),
        critical,
        faults,
    )


def _pairs(before: Plan, after: Plan) -> Iterator[tuple[Entry, Entry]]:
    """The entries of both plans that are of one record, in the order of the plan; none that is withheld."""
    for new in after:
        old = before.entry(new.record)
        if old is not None and not new.record.withheld:
            yield old, new


def _moved(before: Plan, after: Plan) -> Iterator[Moved]:
    for old, new in _pairs(before, after):
        if (old.start, old.finish) != (new.start, new.finish):
            start = after.working_days(old.start.date(), new.start.date())
            finish = after.working_days(old.finish.date(), new.finish.date())
            yield Moved(old, new, start, finish)


def _promises(scenario: Scenario, project: Project) -> Iterator[Kept]:
    before = {one.milestone.id: one for one in scenario.before.promises(project.id)}
    for new in scenario.after.promises(project.id):
        old = before.get(new.milestone.id)
        if old is not None and new.due is not None and old.expected != new.expected:
            yield Kept(old, new)


def _misses(moved: Moved) -> bool:
    """Whether a deadline was to be met and is not any more."""
    record = moved.after.record
    if not isinstance(record, Task) or record.deadline is None:
        return False
    return moved.before.finish.date() <= record.deadline < moved.after.finish.date()
