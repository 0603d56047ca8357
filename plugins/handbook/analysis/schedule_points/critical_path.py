"""Point 12: the critical path test (DCMA-EA PAM 200.1, 2012)."""

from dataclasses import replace

from handbook.analysis.schedule_points.ground import Ground
from handbook.analysis.schedule_points.point import Limit, Point, Test
from handbook.planning.plan import Entry
from handbook.schedule import Activity, Network, NoWorkingTime, Timetable, timetable
from handbook.schedule.progress import progress

DELAY_DAYS = 600

_TEST = Test(12, "critical path test", "the part of a delay that arrives at the finish", "share")


def critical_path_test(ground: Ground, limit: float = 0.95) -> Point:
    """12: a delay of 600 working days on a critical task moves the finish by as much.

    The plan is computed again with the first critical task that is not done taking 600 working days longer.
    If what finishes last moves by less than 95 % of that, something holds the plan together that is no logic:
    a hard constraint, or a link that is missing. Deadlines are left out: they make work critical that the
    finish does not wait for. The small allowance is for calendars: a delay passes over holidays and leave.
    """
    wanted = Limit(limit, at_least=True)
    if not ground.base:
        return _TEST.unknown("there is no work to be done", wanted)
    without = tuple(replace(one, deadline=None) for one in ground.settled.timetable.network.activities)
    before = _timetable(ground, without)
    found = _first_critical(ground, before) if before else None
    if before is None or found is None:
        return _TEST.unknown("no task that is not done is critical", wanted)
    entry, at = found
    delay = DELAY_DAYS * ground.plan.day_minutes
    after = _timetable(ground, (*without[:at], _delayed(without[at], delay), *without[at + 1 :]))
    if after is None:
        return _TEST.unknown("the calendar has no working time for the delay", wanted)
    asked = _moved(before, after, at)
    moved = max(_moved(before, after, last) for last in _last(ground, before))
    share = moved / asked if asked > 0 else 0.0
    return _TEST.ratio(share, wanted, () if wanted.holds(share) else (entry,), DELAY_DAYS)


def _first_critical(ground: Ground, table: Timetable) -> tuple[Entry, int] | None:
    """The critical work that starts first, with its index in the timetable."""
    index = {id(item): at for at, item in enumerate(ground.settled.draft.outline.work.items)}
    rows = ((entry, ground.settled.row(index[id(entry.record)])) for entry in ground.base)
    critical = [(entry, at) for entry, at in rows if at is not None and table.critical[at]]
    return min(critical, key=lambda one: table.start[one[1]], default=None)


def _last(ground: Ground, table: Timetable) -> list[int]:
    """Indexes of the tasks and milestones that finish last. A summary would move with whatever is in it."""
    rows = [(ground.settled.row(at), at) for at in range(len(ground.settled.draft.outline.work.items))]
    summaries = ground.settled.draft.outline.work.summaries
    dated = [row for row, at in rows if row is not None and at not in summaries]
    finish = max(table.finish[row] for row in dated)
    return [row for row in dated if table.finish[row] == finish]


def _moved(before: Timetable, after: Timetable, at: int) -> int:
    """Working minutes by which the finish of an activity moves, in the project's calendar."""
    return before.network.calendar.between(before.finish[at], after.finish[at])


def _delayed(activity: Activity, minutes: int) -> Activity:
    """The activity with so much more to do; what is done of it stays as it is."""
    far = progress(activity)
    if far is None:
        return replace(activity, duration=activity.duration + minutes)
    duration = activity.duration if activity.percent else activity.duration + minutes
    return replace(activity, duration=duration, remaining=far.remaining + minutes)


def _timetable(ground: Ground, activities: tuple[Activity, ...]) -> Timetable | None:
    """The timetable of the project with other activities; None if their calendars have no time for them."""
    table = ground.settled.timetable
    if activities == table.network.activities:
        return table
    try:
        network = Network(activities, table.network.links, table.network.calendar)
        return timetable(network, table.project_start, table.status)
    except NoWorkingTime:
        return None
