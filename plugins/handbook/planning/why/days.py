"""The days of a step: each calendar day counted once, as work, as lag, or as a day on which nobody works."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from handbook.planning.plan import Driver
from handbook.planning.ties import Tie
from handbook.planning.week import measure
from handbook.planning.why.event import Event, day_of
from handbook.planning.why.free_days import FreeDays
from handbook.planning.why.step import Step
from handbook.schedule import CONTINUOUS, WorkingCalendar
from handbook.schedule.instants import instant


@dataclass(frozen=True, slots=True)
class Way:
    """The days of a step: those after ``since``, and from ``working`` on those of work, if any is done in it.

    Days before the work are lag in the calendar ``lag_in`` until ``lag_until``, if there is any. ``tie`` is
    the dependency that the step comes along.
    """

    since: date
    working: date | None = None
    lag_in: WorkingCalendar | None = None
    lag_until: date = date.min
    tie: Tie | None = None


def linked(event: Event, before: Event, number: int) -> Way:
    """The days from an event to one that waits for it along a link."""
    tie = event.settled.draft.ties[number]
    link = event.table.network.links[number]
    to_finish = tie.dependency.type in {"FF", "SF"}
    is_work = event.end == "finish" and not (to_finish or event.is_point or event.is_group)
    working = event.start if is_work else None
    lag = tie.dependency.lag
    if lag is None or tie.dependency.lead:
        return Way(before.edge, working, tie=tie)
    if lag.elapsed:
        until = day_of(before.at + event.settled.draft.tools.durations.minutes(lag))
        return Way(before.edge, working, CONTINUOUS, until, tie)
    is_inside = event.settled.draft.item(link.pred) is not None
    calendar = event.table.logic.lag_calendar(link) if is_inside else event.calendar
    return Way(before.edge, working, calendar, event.edge, tie)


def step(event: Event, way: Way, free_days: FreeDays, why: Driver | None) -> Step:
    """The step that leads to an event."""
    item = event.item
    waiting = event.settled.draft.outline.work.items[way.tie.successor] if way.tie else None
    day = measure(event.table.network.calendar).day
    if event.edge < way.since:
        lead = (event.edge - way.since).days
        made = Step(item, way.since, event.edge, event.end, lag=lead, day_minutes=day, driver=why)
        return replace(made, waiting=waiting, dependency=way.tie.dependency if way.tie else None)
    counts = {"worked": 0, "lag": 0, "idle": 0}
    free: list[date] = []
    for number in range(1, (event.edge - way.since).days + 1):
        one = way.since + timedelta(days=number)
        sort = _sort(event, way, one)
        if sort == "free":
            free.append(one)
        else:
            counts[sort] += 1
    return Step(
        item,
        way.since,
        event.edge,
        event.end,
        **counts,
        free=free_days.told(item, free),
        work=_work(event, way),
        day_minutes=day,
        driver=why,
        working=way.working,
        waiting=waiting,
        dependency=way.tie.dependency if way.tie else None,
    )


def _sort(event: Event, way: Way, day: date) -> str:
    """What a day of a step counts as."""
    if way.working is not None and day >= way.working:
        return "worked" if event.calendar.day(day.toordinal()) else "free"
    if way.lag_in is not None and day <= way.lag_until:
        return "lag" if way.lag_in.day(day.toordinal()) else "free"
    return "idle" if event.calendar.day(day.toordinal()) else "free"


def _work(event: Event, way: Way) -> int:
    """Working minutes from the first day of work on."""
    if way.working is None:
        return 0
    begin = max(event.table.start[event.row], instant(way.working))
    return event.calendar.between(begin, event.table.finish[event.row])
