"""Point 12: the critical path test (DCMA-EA PAM 200.1, 2012)."""

from collections.abc import Sequence

from handbook.analysis.schedule_points.ground import Ground
from handbook.analysis.schedule_points.point import Limit, Point, Test
from handbook.planning.plan import Entry
from handbook.schedule import NoWorkingTime
from handbook.schedule.delays import critical_work, finishes

DELAY_DAYS = 600

_TEST = Test(12, "critical path test", "the part of a delay that arrives at the finish", "share")


def critical_path_test(ground: Ground, limit: float = 0.95) -> Point:
    """12: a delay of 600 working days on a critical task moves the finish by as much.

    The dates are computed again with the first critical task that is not done taking 600 working days longer.
    If what finishes last moves by less than 95 % of that, something holds the plan together that is no logic:
    a hard constraint, or a link that is missing. Deadlines are left out: they make work critical that the
    finish does not wait for. The small allowance is for calendars: a delay passes over holidays and leave.
    """
    wanted = Limit(limit, at_least=True)
    if not ground.base:
        return _TEST.unknown("there is no work to be done", wanted)
    table = ground.settled.timetable
    found = _first_critical(ground)
    if found is None:
        return _TEST.unknown("no task that is not done is critical", wanted)
    entry, at = found
    try:
        before, after = finishes(table), finishes(table, at, DELAY_DAYS * ground.plan.day_minutes)
    except NoWorkingTime:
        return _TEST.unknown("the calendar has no working time for the delay", wanted)
    between = table.network.calendar.between
    asked = between(before[at], after[at])
    moved = max(between(before[last], after[last]) for last in _last(ground, before))
    share = moved / asked if asked > 0 else 0.0
    return _TEST.ratio(share, wanted, () if wanted.holds(share) else (entry,), DELAY_DAYS)


def _first_critical(ground: Ground) -> tuple[Entry, int] | None:
    """The critical work that starts first, with its index in the timetable."""
    table = ground.settled.timetable
    open_ = {id(entry.record): entry for entry in ground.base}
    rows = ((open_.get(id(ground.settled.draft.item(at))), at) for at in critical_work(table))
    critical = [(entry, at) for entry, at in rows if entry is not None]
    return min(critical, key=lambda one: table.start[one[1]], default=None)


def _last(ground: Ground, finish: Sequence[int]) -> list[int]:
    """Indexes of the tasks and milestones that finish last. A summary would move with whatever is in it."""
    rows = [(ground.settled.row(at), at) for at in range(len(ground.settled.draft.outline.work.items))]
    summaries = ground.settled.draft.outline.work.summaries
    dated = [row for row, at in rows if row is not None and at not in summaries]
    last = max(finish[row] for row in dated)
    return [row for row in dated if finish[row] == last]
