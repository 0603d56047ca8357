"""Float to a target: how far work can slip before one chosen activity does.

Total float is told against the end of the project. Here the backward pass begins at the target alone, with
the target's own forecast finish as the end (AACE International RP 49R-06, "Identifying the Critical Path",
2010: work is critical to a milestone, be it the last one or not). Deadlines play no part: they are promises,
and move nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from handbook.schedule.bounds import Bounds, bounds
from handbook.schedule.calendar import FAR
from handbook.schedule.forward import Pass, forward
from handbook.schedule.logic import Logic
from handbook.schedule.network import ConstraintType
from handbook.schedule.nodes import Kind
from handbook.schedule.press import limit, press_first, press_gate, press_last, press_work
from handbook.schedule.timetable import Timetable


class Toward(NamedTuple):
    """What some dates leave to all that comes before them.

    ``floats`` are by activity, as `target_float` tells them. ``latest`` gives the latest finish, as an
    instant, of what is done and still waited for: it stands for work of another network.
    """

    floats: list[int | None]
    latest: dict[int, int]


def target_float(timetable: Timetable, target: int) -> list[int | None]:
    """Float of each activity to the target with an index, in working minutes of the activity's own calendar.

    None for what the target does not wait for, for what is finished, and for groups. Work that is on the
    way only through work that has begun is not on the way any more.

    Where the activities have calendars of their own, an activity that drives the target can have float to
    it: it may slip into days on which what follows cannot be worked on anyway (Boyle and Kelly,
    "Interpreting Logic Paths in Multi-Calendar Project Schedules", AACE International Annual Meeting, 2020).
    """
    return toward(timetable, {target: timetable.finish[target]}).floats


def toward(
    timetable: Timetable, finishes: Mapping[int, int], starts: Mapping[int, int] | None = None
) -> Toward:
    """The same toward several dates: the latest ``finishes`` and ``starts``, instants by index.

    Those of a group are those of all in it.
    """
    made = timetable.logic
    dated = bounds(made, timetable.project_start, timetable.status)
    found = forward(made, dated, _held(timetable))
    limits = _limits(made, dated, found, (finishes, starts or {}))
    floats: list[int | None] = [None] * len(timetable)
    latest: dict[int, int] = {}
    for node, kind in enumerate(made.nodes.kinds[: len(floats)]):
        if kind is Kind.WORK or (kind is Kind.BEGUN and not made.nodes.progress[node].finished):
            slack = limits[2 * node + 1] - found.positions[2 * node + 1]
            if kind is Kind.WORK:
                slack = min(slack, limits[2 * node] - found.positions[2 * node])
            floats[node] = slack if slack < FAR // 2 else None
        elif kind is Kind.BEGUN and limits[2 * node + 1] < FAR // 2:
            latest[node] = made.nodes.calendars[node].latest(limits[2 * node + 1])
    return Toward(floats, latest)


def _held(timetable: Timetable) -> dict[int, int]:
    """The starts of what was planned as late as possible."""
    nodes = timetable.logic.nodes
    late = {
        at for at, one in enumerate(timetable.network.activities) if one.constraint is ConstraintType.ALAP
    }
    for group in timetable.logic.tree.groups:
        if group in late:
            late.update(timetable.logic.tree.children[group])
    return {
        at: nodes.calendars[at].position(timetable.start[at])
        for at in sorted(late)
        if nodes.kinds[at] is Kind.WORK
    }


def _limits(
    made: Logic, dated: Bounds, found: Pass, ends: tuple[Mapping[int, int], Mapping[int, int]]
) -> list[int]:
    """How late each source can be, as limits of `press`; `FAR` where nothing of the ends hangs on it."""
    limits = [FAR] * (2 * len(made.nodes.kinds))
    finishes, starts = ends
    for at, instant in finishes.items():
        for one in _members(made, at):
            limit(made, limits, 2 * one + 1, instant)
    for at, instant in starts.items():
        for one in _members(made, at):
            limit(made, limits, 2 * one, instant)
    own = dated._replace(finish_limits={}, group_limits={})
    for node in reversed(made.order):
        if limits[2 * node] < FAR or limits[2 * node + 1] < FAR:
            _press(made, own, found, limits, node)
    return limits


def _members(made: Logic, at: int) -> Iterator[int]:
    """The activities inside a group, or the activity itself."""
    inside = made.tree.children.get(at)
    if inside is None:
        yield at
    for child in inside or ():
        yield from _members(made, child)


def _press(made: Logic, dated: Bounds, found: Pass, limits: list[int], node: int) -> None:
    """Press on all that a node waits for. Early finish of what follows is never asked of finished work."""
    kind = made.nodes.kinds[node]
    if kind is Kind.GATE:
        press_gate(made, limits, node)
    elif kind is Kind.FIRST:
        press_first(made, found, limits, node)
    elif kind is Kind.LAST:
        press_last(made, limits, node, limits[2 * node])
    elif kind is Kind.WORK:
        length = made.nodes.lengths[node]
        start = min(limits[2 * node], limits[2 * node + 1] - length)
        press_work(made, limits, node, min(start, dated.demanded.get(node, start)))
    elif kind is Kind.BEGUN:
        far = made.nodes.progress[node]
        if far.start is None and far.finish is None:
            start = min(limits[2 * node], limits[2 * node + 1] - far.remaining - far.done)
            press_work(made, limits, node, start)
