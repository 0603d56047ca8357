"""Points 11, 13 and 14: the plan against its baseline (DCMA-EA PAM 200.1, 2012)."""

from handbook.analysis.schedule_points.ground import Ground
from handbook.analysis.schedule_points.point import Limit, Point, Test
from handbook.planning.plan import Entry
from handbook.records.kinds.baseline import BaselineEntry

NO_BASELINE = "there is no baseline"
_NOTHING_DUE = "the baseline has no task that was to be finished by now"

_MISSED = Test(11, "missed tasks", "tasks finished after their baseline date, or not yet", "share")
_CPLI = Test(13, "critical path length index", "critical path length index", "ratio")
_BEI = Test(14, "baseline execution index", "baseline execution index", "ratio")


def missed_tasks(ground: Ground, limit: float = 0.05) -> Point:
    """11: of the tasks that were to be finished by now, at most 5 % were finished later or are not."""
    if ground.baseline is None:
        return _MISSED.unknown(NO_BASELINE, Limit(limit))
    due = _due(ground)
    if not due:
        return _MISSED.unknown(_NOTHING_DUE, Limit(limit))
    missed = tuple(
        entry for entry, agreed in due if entry.state != "done" or entry.finish.date() > agreed.finish
    )
    return _MISSED.share(missed, len(missed), len(due), Limit(limit))


def critical_path_length_index(ground: Ground, limit: float = 0.95) -> Point:
    """13: (critical path length + total float) / critical path length is at least 0.95.

    The length is the working days from the status date to the forecast finish; the total float is those from
    the forecast finish to the finish of the baseline, negative if the plan ends later.
    """
    wanted = Limit(limit, at_least=True)
    if ground.baseline is None:
        return _CPLI.unknown(NO_BASELINE, wanted)
    agreed = max((entry.finish for entry in ground.baseline.entries.values()), default=None)
    finish = ground.plan.finish
    if agreed is None or finish is None:
        return _CPLI.unknown("the baseline has no entries" if agreed is None else "the plan is empty", wanted)
    length = ground.plan.working_days(ground.plan.status_date, finish)
    if length <= 0:
        return _CPLI.unknown("the plan ends before the status date", wanted)
    return _CPLI.ratio((length + ground.plan.working_days(finish, agreed)) / length, wanted)


def baseline_execution_index(ground: Ground, limit: float = 0.95) -> Point:
    """14: tasks of the baseline that are done / those that were to be done by now, at least 0.95."""
    wanted = Limit(limit, at_least=True)
    if ground.baseline is None:
        return _BEI.unknown(NO_BASELINE, wanted)
    due = _due(ground)
    if not due:
        return _BEI.unknown(_NOTHING_DUE, wanted)
    done = sum(entry.state == "done" for entry, _ in _known(ground))
    behind = tuple(entry for entry, _ in due if entry.state != "done")
    return _BEI.ratio(done / len(due), wanted, behind, len(due))


def _known(ground: Ground) -> list[tuple[Entry, BaselineEntry]]:
    """The work that the baseline knows, with what it says of it."""
    entries = ground.baseline.entries if ground.baseline else {}
    by_name = {name.casefold(): entry for name, entry in entries.items()}
    found = ((entry, by_name.get(entry.record.id.casefold())) for entry in ground.work)
    return [(entry, agreed) for entry, agreed in found if agreed is not None]


def _due(ground: Ground) -> list[tuple[Entry, BaselineEntry]]:
    """The work that was to be finished by this morning; what is due today counts once it is done."""
    today = ground.plan.status_date
    return [
        (entry, agreed)
        for entry, agreed in _known(ground)
        if agreed.finish < today or (agreed.finish == today and entry.state == "done")
    ]
