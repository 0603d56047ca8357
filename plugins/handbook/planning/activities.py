"""Activities: what the scheduling engine is told of each task and milestone."""

from datetime import date, datetime, time
from typing import NamedTuple

from handbook.planning.durations import Durations, Length
from handbook.planning.plan import PlanFault
from handbook.planning.presence import Presence
from handbook.planning.staffing import Staffing
from handbook.planning.week import closing, opening
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.task import Task
from handbook.schedule import Activity, ConstraintType, WorkingCalendar
from handbook.schedule.instants import instant

_NO_DATE = {ConstraintType.ASAP, ConstraintType.ALAP}
_ON_START = {ConstraintType.SNET, ConstraintType.SNLT, ConstraintType.MSO}


class Tools(NamedTuple):
    """What turns the words of one project's records into numbers.

    ``first`` is the day before which no open work starts anyway.
    """

    calendar: WorkingCalendar
    presence: Presence
    durations: Durations
    staffing: Staffing
    first: date
    faults: tuple[PlanFault, ...] = ()


class Bound(NamedTuple):
    """A constraint with its instant."""

    type: ConstraintType = ConstraintType.ASAP
    at: int | None = None


def task_activity(key: int, task: Task, parent: int | None, tools: Tools) -> Activity:
    """The activity of a task that does work. One that says nothing of its length has none."""
    doers = tools.staffing.of(task)
    entry = tools.staffing.entries.get(task.id.casefold())
    floor = levelled_start(task, tools)
    calendar = tools.presence.calendar(task, doers)
    if entry and entry.pieces:
        calendar = tools.presence.paused(calendar, entry.pieces)
    length = tools.durations.length(task, doers) or Length(0)
    bound = _bound(task, calendar)
    if floor:
        bound = Bound(ConstraintType.SNET, instant(floor.date(), 60 * floor.hour + floor.minute))
    started, finished = actual(task)
    return Activity(
        key=key,
        duration=length.minutes,
        calendar=None if calendar is tools.calendar else calendar,
        elapsed=length.elapsed,
        parent=parent,
        constraint=bound.type,
        constraint_at=bound.at,
        deadline=closing(calendar, task.deadline) if task.deadline else None,
        actual_start=opening(calendar, started) if started else None,
        actual_finish=closing(calendar, finished) if finished else None,
        remaining=tools.durations.remaining(task, length),
        percent=100 * (task.progress or 0.0),
    )


def summary_activity(key: int, task: Task, parent: int | None, tools: Tools) -> Activity:
    """The group of a summary task: of what it says, only its place, constraint and deadline count."""
    bound = _bound(task, tools.calendar)
    return Activity(
        key=key,
        parent=parent,
        constraint=bound.type,
        constraint_at=bound.at,
        deadline=closing(tools.calendar, task.deadline) if task.deadline else None,
    )


def milestone_activity(
    key: int, milestone: Milestone, parent: int | None, tools: Tools, *, waits: bool
) -> Activity:
    """The activity of a milestone, which is reached when the work of its day is done.

    A forecast by hand counts only for one that waits for nothing. What was promised moves nothing.
    """
    reached = closing(tools.calendar, milestone.reached) if milestone.reached else None
    by_hand = milestone.expected if reached is None and not waits else None
    return Activity(
        key=key,
        parent=parent,
        # A day that somebody names is that day, be it a Sunday: it runs by the clock.
        elapsed=by_hand is not None,
        constraint=ConstraintType.SNET if by_hand else ConstraintType.ASAP,
        constraint_at=closing(tools.calendar, by_hand) if by_hand else None,
        actual_start=reached,
        actual_finish=reached,
    )


def levelled_start(task: Task, tools: Tools) -> datetime | None:
    """When a task is not to start before by the levelled schedule; None if that bounds nothing.

    It bounds open work whose own constraint says no more. Hard constraints, and those of finishes, hold as
    they stand.
    """
    entry = tools.staffing.entries.get(task.id.casefold())
    manner = task.constraint.type if task.constraint else "ASAP"
    if entry is None or manner not in {"ASAP", "SNET"} or task.started or task.finished or task.progress:
        return None
    own = task.constraint.date if task.constraint and manner == "SNET" else None
    first = max(tools.first, own or date.min)
    return entry.start if entry.start > datetime.combine(first, time.min) else None


def _bound(task: Task, calendar: WorkingCalendar) -> Bound:
    """The constraint of a task; none if its date is missing. A finish is bound to the end of its day."""
    if task.constraint is None:
        return Bound()
    type_ = ConstraintType(task.constraint.type)
    if type_ in _NO_DATE:
        return Bound(type_)
    if task.constraint.date is None:
        return Bound()
    day = task.constraint.date
    return Bound(type_, (opening if type_ in _ON_START else closing)(calendar, day))


def actual(task: Task) -> tuple[date | None, date | None]:
    """When a task was begun and finished; a start after the finish is left out: a check reports it."""
    if task.started and task.finished and task.started > task.finished:
        return None, task.finished
    return task.started, task.finished
