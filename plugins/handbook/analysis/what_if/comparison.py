"""What a scenario moves: dates, promises, what is critical, project by project."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from handbook.analysis.promise import Promise
from handbook.analysis.what_if.scenario import Scenario
from handbook.planning.plan import Entry, Plan, PlanFault
from handbook.planning.staffing import same
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
    from now on and did not before, ``faults`` those that its plan did not have. ``taken`` are tasks that are
    done by others, though no change says so; ``gone`` are tasks and milestones that are not done at all.
    """

    project: Project
    finish: tuple[date | None, date | None]
    days: int
    moved: tuple[Moved, ...] = ()
    promises: tuple[Kept, ...] = ()
    missed: tuple[Moved, ...] = ()
    critical: tuple[Entry, ...] = ()
    faults: tuple[PlanFault, ...] = ()
    taken: tuple[Moved, ...] = ()
    gone: tuple[Entry, ...] = ()

    @property
    def broken(self) -> tuple[Kept, ...]:
        """The promises that break."""
        return tuple(one for one in self.promises if one.breaks)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What comes of a scenario: a shift for each project in which any date is different.

    ``touched`` are the ids of all projects whose plans may differ, in order; ``rewritten`` of those among
    them of which a record differs, or a date.
    """

    scenario: Scenario
    shifts: tuple[Shift, ...]
    touched: tuple[str, ...] = ()
    rewritten: tuple[str, ...] = ()

    @property
    def breaks(self) -> bool:
        """Whether a promise or a deadline that would have been kept is not any more."""
        return any(one.broken or one.missed for one in self.shifts)

    def __iter__(self) -> Iterator[Shift]:
        return iter(self.shifts)


def outcome(scenario: Scenario) -> Outcome:
    """What comes of a scenario, for projects in the order of their ids."""
    ids = touched(scenario)
    found = (_shift(scenario, scenario.after.charter(project)) for project in ids)
    shifts = tuple(one for one in found if one is not None)
    own = {(one.project or "").casefold() for one in _differing(scenario)}
    own |= {shift.project.id.casefold() for shift in shifts}
    return Outcome(scenario, shifts, ids, tuple(one for one in ids if one.casefold() in own))


def touched(scenario: Scenario) -> tuple[str, ...]:
    """The projects whose plans may differ: those with other records, and those that wait for them."""
    differing = _differing(scenario)
    ids = [project.id for project in scenario.before.book.projects]
    if any(one.project is None for one in differing):
        return tuple(ids)
    own = {(one.project or "").casefold() for one in differing}
    plans = (scenario.before.plans, scenario.after.plans)
    return tuple(one for one in ids if own and any(plan.needed(one) & own for plan in plans))


def _differing(scenario: Scenario) -> list[Record]:
    """The records that only one of both sides has."""
    before, after = _records(scenario.before.book), _records(scenario.after.book)
    same = before.keys() & after.keys()
    return [one for number, one in (before | after).items() if number not in same]


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
    promises = tuple(_promises(scenario, project))
    taken = tuple(_taken(before, after))
    gone = tuple(one for one in before if _is_gone(scenario, one))
    if not (moved or faults or critical or promises or taken or gone):
        return None
    days = after.working_days(before.finish, after.finish) if before.finish and after.finish else 0
    return Shift(
        project,
        (before.finish, after.finish),
        days,
        moved,
        promises,
        tuple(one for one in moved if _misses(one)),
        critical,
        faults,
        taken,
        gone,
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
            yield _move(after, old, new)


def _move(plan: Plan, old: Entry, new: Entry) -> Moved:
    start = plan.working_days(old.start.date(), new.start.date())
    finish = plan.working_days(old.finish.date(), new.finish.date())
    return Moved(old, new, start, finish)


def _taken(before: Plan, after: Plan) -> Iterator[Moved]:
    """Tasks that are done by others, unless their records name others."""
    for old, new in _pairs(before, after):
        is_asked = _named(old.record) != _named(new.record)
        if not (new.summary or is_asked or same(old.doers, new.doers)):
            yield _move(after, old, new)


def _named(record: Record) -> tuple[object, ...]:
    return (record.assigned, record.one_of) if isinstance(record, Task) else ()


def _is_gone(scenario: Scenario, one: Entry) -> bool:
    """Whether what an entry is of is left out by the scenario."""
    record = one.record
    kept = scenario.after.book.get(type(record), record.id, record.project)
    return kept is None and not one.summary and not record.withheld


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
