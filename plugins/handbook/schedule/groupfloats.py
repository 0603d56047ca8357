"""Floats of groups, from their own dates: they are not the smallest or largest of their members'."""

from __future__ import annotations

from typing import NamedTuple

from handbook.schedule.logic import Logic
from handbook.schedule.rollup import State


class GroupDates(NamedTuple):
    """Instants by activity, rolled up."""

    start: list[int]
    finish: list[int]
    late_start: list[int]
    late_finish: list[int]


def add_group_floats(
    logic: Logic,
    far: State,
    dates: GroupDates,
    free: list[int],
    end: int,
    floats: tuple[list[int], list[int]],
) -> None:
    """Fill in the total and free floats of groups in `floats`, by the rules of `floats`.

    A group is free until what is linked to the group itself, or to a group around it, would move; `free` are
    the limits of `free_limits`.
    """
    total, room = floats
    for group in logic.tree.groups:
        if far.finished[group]:
            continue
        calendar = logic.nodes.calendars[group]
        total[group] = calendar.between(dates.finish[group], dates.late_finish[group])
        slack = calendar.between(dates.finish[group], _limit(logic.nodes.last, group, free, end))
        if not far.begun[group]:
            total[group] = min(total[group], calendar.between(dates.start[group], dates.late_start[group]))
            limit = _limit(logic.nodes.first, group, free, dates.start[group] + end)
            slack = min(slack, calendar.between(dates.start[group], limit))
        room[group] = max(0, min(slack, total[group]))


def _limit(events: dict[int, int], group: int, free: list[int], end: int) -> int:
    return min(free[2 * events[group]], end) if group in events else end
