"""Points 6 to 10: float, duration, dates and resources (DCMA-EA PAM 200.1, 2012)."""

from handbook.analysis.schedule_points.ground import Ground
from handbook.analysis.schedule_points.point import Limit, Point, Test
from handbook.planning.plan import Entry
from handbook.records.kinds.budget_line import BudgetLine
from handbook.records.kinds.task import Task

_HIGH_FLOAT = Test(6, "high float", "tasks with a high float", "share")
_NEGATIVE_FLOAT = Test(7, "negative float", "tasks with negative float", "count")
_HIGH_DURATION = Test(8, "high duration", "long tasks", "share")
_INVALID_DATES = Test(9, "invalid dates", "tasks with dates on the wrong side of the status date", "count")
_RESOURCES = Test(10, "resources", "tasks of a day or more without people or cost", "share")


def high_float(ground: Ground, limit: float = 0.05, days: float = 44) -> Point:
    """6: tasks with a total float above 44 working days are at most a share of 5 %."""
    found = tuple(entry for entry in ground.base if ground.days(entry.total_float) > days)
    return _HIGH_FLOAT.share(found, len(found), len(ground.base), Limit(limit))


def negative_float(ground: Ground, limit: int = 0) -> Point:
    """7: no task has a total float below 0: nothing is late before it begins."""
    found = tuple(entry for entry in ground.base if entry.total_float < 0)
    return _NEGATIVE_FLOAT.count(found, len(found), len(ground.base), Limit(limit))


def high_duration(ground: Ground, limit: float = 0.05, days: float = 44) -> Point:
    """8: tasks that take more than 44 working days are at most a share of 5 %."""
    found = tuple(entry for entry in ground.base if ground.days(entry.work) > days)
    return _HIGH_DURATION.share(found, len(found), len(ground.base), Limit(limit))


def invalid_dates(ground: Ground, limit: int = 0) -> Point:
    """9: no forecast lies before the status date, and no actual date after it. Done work counts too."""
    found = tuple(entry for entry in ground.work if _is_invalid(ground, entry))
    return _INVALID_DATES.count(found, len(found), len(ground.work), Limit(limit))


def resources(ground: Ground) -> Point:
    """10: tasks of a day or more to which neither people nor cost are assigned; told, not judged."""
    asked = [entry for entry in ground.base if ground.days(entry.work) >= 1]
    if not asked:
        return _RESOURCES.unknown("no task that is not done takes a day or more")
    paid = _paid(ground)
    found = tuple(entry for entry in asked if not _is_loaded(ground, entry, paid))
    test = _RESOURCES
    value = len(found) / len(asked)
    return Point(test.number, test.name, test.subject, test.unit, "reported", value, None, len(asked), found)


def _is_invalid(ground: Ground, entry: Entry) -> bool:
    task, day = entry.record, ground.plan.status_date
    if not isinstance(task, Task):
        return False
    if any(actual is not None and actual > day for actual in (task.started, task.finished)):
        return True
    forecast = entry.start if entry.state == "open" else entry.finish
    return entry.state != "done" and forecast.date() < day


def _paid(ground: Ground) -> set[str]:
    """Addresses of the tasks that a line of the budget pays for."""
    found = set()
    for line in ground.book.of(BudgetLine, ground.plan.project):
        for name in line.wbs:
            task = ground.book.find(name, line.project, ("task",))
            if task is not None:
                found.add(task.address)
    return found


def _is_loaded(ground: Ground, entry: Entry, paid: set[str]) -> bool:
    """Whether people or cost are assigned to a task, or to a summary around it."""
    return any(
        isinstance(item, Task) and (item.doers or item.cost is not None or item.address in paid)
        for item in ground.upwards(entry)
    )
