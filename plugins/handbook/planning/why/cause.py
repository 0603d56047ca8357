"""The causes that chains begin with: dates that nothing in the plans moves."""

from datetime import date, timedelta

from handbook.planning.plan import Driver
from handbook.planning.why.days import Way
from handbook.planning.why.event import Event, day_of
from handbook.planning.why.step import Cause
from handbook.planning.wording import day as dated
from handbook.schedule import ConstraintType
from handbook.schedule.progress import Progress

_ON_FINISH = {ConstraintType.FNET, ConstraintType.MFO}
_DAY = timedelta(days=1)


def by_date(event: Event, why: Driver | None) -> tuple[Cause, Way]:
    """The cause of work that no link holds: the start of the project, the status date, a constraint."""
    kind, text = (why.kind, why.text) if why else ("start", "")
    since = event.edge if event.is_point or event.is_group else event.start - _DAY
    working = None if event.end == "start" or event.is_point or event.is_group else event.start
    return Cause(kind, text, _named(event, kind), since), Way(since, working)


def by_progress(event: Event, far: Progress, why: Driver | None) -> tuple[Cause, Way]:
    """The cause of a date of work that has begun: what was done, or the day from which the rest is worked."""
    text = why.text if why else ""
    if event.end == "start" or event.is_point:
        on = event.edge if event.is_point else event.start
        return Cause("actual", text, on, event.edge), Way(event.edge)
    resumed = None if far.finished else _resumed(event, far)
    if resumed is None:
        return Cause("actual", text, event.start, event.start - _DAY), Way(event.start - _DAY, event.start)
    since = min(resumed - _DAY, event.edge)
    if event.activity.constraint in _ON_FINISH and resumed != _status(event):
        return Cause("constraint", text, resumed, since), Way(since, resumed)
    told = f"{text}; what is left of it is worked from {dated(resumed)} on"
    return Cause("status", told, resumed, since), Way(since, resumed)


def _resumed(event: Event, far: Progress) -> date | None:
    """The day from which the rest is worked; None if it follows on what is done."""
    table, calendar = event.table, event.calendar
    position = calendar.position(table.finish[event.row]) - far.remaining
    if position <= calendar.position(table.start[event.row]) + far.done:
        return None
    return day_of(calendar.latest(position)) if far.remaining else event.edge


def _status(event: Event) -> date | None:
    """The first day on or after the status date on which the activity is worked on."""
    status = event.table.status
    return None if status is None else day_of(event.calendar.latest(event.calendar.position(status)))


def _named(event: Event, kind: str) -> date:
    """The day that a cause speaks of."""
    table = event.table
    if kind == "status" and table.status is not None:
        return day_of(table.status)
    return day_of(table.project_start) if kind == "start" else event.edge if event.is_group else event.start
