"""The critical path method, whole: from a network to its timetable.

Kelley and Walker, "Critical-Path Planning and Scheduling", 1959, over working calendars, four link types with
lags, groups, constraints, deadlines and progress. Where the field knows several ways, this is Microsoft
Project's; the modules that decide say so.
"""

from __future__ import annotations

from typing import NamedTuple

from handbook.schedule.backward import backward
from handbook.schedule.bounds import Bounds, bounds
from handbook.schedule.conflicts import conflicts
from handbook.schedule.floats import free_float, free_limits, total_float
from handbook.schedule.forward import Pass, forward
from handbook.schedule.groupfloats import GroupDates, add_group_floats
from handbook.schedule.logic import Logic, logic
from handbook.schedule.network import ConstraintType, Network
from handbook.schedule.nodes import Kind
from handbook.schedule.rollup import State, durations, forecast, late, roll, state
from handbook.schedule.timetable import Timetable


def timetable(
    network: Network, project_start: int, status: int | None = None, project_finish: int | None = None
) -> Timetable:
    """The timetable of a network.

    Args:
        network: activities and links.
        project_start: instant before which nothing starts, unless an own date says so.
        status: instant up to which progress was reported; what is not done by then is done after it.
        project_finish: instant from which late dates are counted back; by default the latest early finish.

    Raises:
        Cycle: activities wait for each other.
        OwnGroupLink: a link joins a group to something inside it.
        NoWorkingTime: there is work, and no working time for it in its calendar.
    """
    made = logic(network)
    found = passes(made, bounds(made, project_start, status), project_finish)
    return _timetable(made, found, project_start, status)


class Passes(NamedTuple):
    """What the passes found.

    Attributes:
        early, dates: as early as possible, with starts and finishes as instants by activity.
        planned: with what is to be as late as possible held back.
        limits: late positions by source.
        end: instant from which late dates are counted back.
    """

    early: Pass
    dates: tuple[list[int], list[int]]
    planned: Pass
    limits: list[int]
    end: int


def passes(made: Logic, dated: Bounds, project_finish: int | None = None) -> Passes:
    """The forward and the backward pass, and a second forward pass if something is as late as possible."""
    early = forward(made, dated, {})
    dates = forecast(made, early)
    end = max(dates[1], default=dated.project_start) if project_finish is None else project_finish
    limits = backward(made, dated, early, end)
    held = as_late_as_possible(made, limits)
    planned = forward(made, dated, held) if held else early
    return Passes(early, dates, planned, limits, end)


def _timetable(made: Logic, passes: Passes, project_start: int, status: int | None) -> Timetable:
    planned = passes.planned
    early_start, early_finish = start, finish = passes.dates
    if planned is not passes.early:
        start, finish = forecast(made, planned)
    dates = GroupDates(start, finish, *late(made, planned, passes.limits))
    far = state(made)
    total, free = _floats(made, passes, dates, far)
    critical = [slack <= 0 and not done for slack, done in zip(total, far.finished, strict=True)]
    return Timetable(
        network=made.network,
        project_start=project_start,
        status=status,
        project_finish=max(finish, default=project_start),
        early_start=tuple(early_start),
        early_finish=tuple(early_finish),
        late_start=tuple(dates.late_start),
        late_finish=tuple(dates.late_finish),
        start=tuple(start),
        finish=tuple(finish),
        total_float=tuple(total),
        free_float=tuple(free),
        critical=tuple(roll(made, critical, any)),
        duration=tuple(durations(made, start, finish, far)),
        percent=tuple(far.percents),
        conflicts=conflicts(made, planned, start, finish),
        _logic=made,
        _reasons=planned.reasons,
    )


def _floats(made: Logic, passes: Passes, dates: GroupDates, far: State) -> tuple[list[int], list[int]]:
    """Total and free float by activity."""
    total = total_float(made, passes.planned, passes.limits)
    free_by = free_limits(made, passes.planned, passes.end)
    free = free_float(made, passes.planned, free_by, total)
    add_group_floats(made, far, dates, free_by, passes.end, (total, free))
    return total, free


def as_late_as_possible(made: Logic, limits: list[int]) -> dict[int, int]:
    """Late start positions of unstarted activities that are, or whose group is, to be as late as possible."""
    activities = made.network.activities
    late_ones = {at for at, activity in enumerate(activities) if activity.constraint is ConstraintType.ALAP}
    for group in made.tree.groups:
        if group in late_ones:
            late_ones.update(made.tree.children[group])
    return {at: limits[2 * at] for at in sorted(late_ones) if made.nodes.kinds[at] is Kind.WORK}
