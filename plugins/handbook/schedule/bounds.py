"""What bounds each activity besides links: the project's start, the status date, constraints and deadlines.

Everything here is a position in the activity's own calendar: of its start (`earliest`, `demanded`), or of its
finish (`finish_limits`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from handbook.schedule.drivers import BY_CONSTRAINT, BY_PROJECT_START, BY_STATUS
from handbook.schedule.logic import Logic, before
from handbook.schedule.network import ConstraintType
from handbook.schedule.nodes import Kind

LOWER = {ConstraintType.SNET, ConstraintType.FNET, ConstraintType.MSO, ConstraintType.MFO}
UPPER = {ConstraintType.SNLT, ConstraintType.FNLT, ConstraintType.MSO, ConstraintType.MFO}
FIXED = {ConstraintType.MSO, ConstraintType.MFO}
ON_FINISH = {ConstraintType.FNET, ConstraintType.FNLT, ConstraintType.MFO}


class Bounds(NamedTuple):
    """Bounds by node.

    Attributes:
        project_start, status: instants; status is None if no status date was given.
        earliest: position before which the node cannot start.
        reasons: what says so (codes of `drivers`).
        statuses: id of a calendar -> position of the status date in it; empty if none was given.
        demanded: node -> position of the start that a hard constraint (SNLT, FNLT, MSO, MFO) demands.
        finish_limits: node -> position of the latest finish by deadlines, and by FNLT and MFO of groups
            around it.
        group_floors: gate or last event -> instant before which it cannot be.
        group_limits: first event -> instant after which it should not be.
        floored: whether anything may start before the project does.
    """

    project_start: int
    status: int | None
    earliest: list[int]
    reasons: list[int]
    statuses: dict[int, int]
    demanded: dict[int, int]
    finish_limits: dict[int, int]
    group_floors: dict[int, int]
    group_limits: dict[int, int]
    floored: bool


def bounds(logic: Logic, project_start: int, status: int | None, *, deadlines: bool = True) -> Bounds:
    """The bounds of all activities; ``deadlines`` can be left out, for they move no work by themselves."""
    nodes = logic.nodes
    calendars = {id(calendar): calendar for calendar in nodes.calendars}
    starts = {number: calendar.position(project_start) for number, calendar in calendars.items()}
    earliest = [starts[id(calendar)] for calendar in nodes.calendars]
    reasons = [BY_PROJECT_START] * len(earliest)
    floored = _floors(logic, project_start)
    for node, floor in floored.items():
        earliest[node] = nodes.calendars[node].position(floor)
    demanded = _constrain(logic, range(len(logic.network.activities)), earliest, reasons)
    statuses: dict[int, int] = {}
    if status is not None:
        statuses = {number: calendar.position(status) for number, calendar in calendars.items()}
        _await_status(logic, range(len(nodes.kinds)), statuses, earliest, reasons)
    limits = _finish_limits(logic, deadlines=deadlines)
    floors, firsts = _group_bounds(logic)
    return Bounds(
        project_start, status, earliest, reasons, statuses, demanded, limits, floors, firsts, bool(floored)
    )


def rebound(logic: Logic, old: Bounds, changed: Collection[int]) -> Bounds:
    """The bounds after some activities, no groups, have changed; latest finishes stay as they were."""
    start, status = old.project_start, old.status
    if old.floored or any(_own_start(logic, node, start) is not None for node in changed):
        return bounds(logic, start, status)
    earliest, reasons, statuses = old.earliest.copy(), old.reasons.copy(), dict(old.statuses)
    for node in changed:
        calendar = logic.nodes.calendars[node]
        earliest[node], reasons[node] = calendar.position(start), BY_PROJECT_START
        if status is not None:
            statuses[id(calendar)] = calendar.position(status)
    demanded = {node: at for node, at in old.demanded.items() if node not in changed}
    demanded |= _constrain(logic, changed, earliest, reasons)
    if status is not None:
        _await_status(logic, changed, statuses, earliest, reasons)
    return old._replace(earliest=earliest, reasons=reasons, statuses=statuses, demanded=demanded)


def wanted_start(logic: Logic, node: int) -> int:
    """Position of the start that puts an activity on the date of its constraint."""
    activity = logic.network.activities[node]
    position = logic.nodes.calendars[node].position(activity.constraint_at or 0)
    return position - logic.nodes.lengths[node] if activity.constraint in ON_FINISH else position


def _constrain(
    logic: Logic, places: Iterable[int], earliest: list[int], reasons: list[int]
) -> dict[int, int]:
    """Push starts to their constraints, and give back the demands of the hard ones."""
    demanded: dict[int, int] = {}
    activities = logic.network.activities
    for node in places:
        activity = activities[node]
        if activity.constraint_at is None or node in logic.tree.children:
            continue
        wanted = wanted_start(logic, node)
        if activity.constraint in LOWER and wanted >= earliest[node]:
            earliest[node], reasons[node] = wanted, BY_CONSTRAINT
        if activity.constraint in UPPER and logic.nodes.kinds[node] is Kind.WORK:
            demanded[node] = wanted
    return demanded


def _await_status(
    logic: Logic, places: Iterable[int], statuses: dict[int, int], earliest: list[int], reasons: list[int]
) -> None:
    """Push starts of what has not begun to the status date."""
    kinds, calendars = logic.nodes.kinds, logic.nodes.calendars
    for node in places:
        if kinds[node] is Kind.WORK and statuses[id(calendars[node])] > earliest[node]:
            earliest[node], reasons[node] = statuses[id(calendars[node])], BY_STATUS


def _floors(logic: Logic, project_start: int) -> dict[int, int]:
    """Nodes that may start before the project does, and from when on.

    As in Microsoft Project, a date given to an activity counts even if it lies before the start of the
    project, and what follows that activity follows it there. A lead alone takes nothing before the start of
    the project.
    """
    own = {node: at for node in logic.order if (at := _own_start(logic, node, project_start)) is not None}
    if not own:
        return {}
    floors: dict[int, int] = {}
    for node in logic.order:
        candidates = [floors[one] for one in before(logic, node) if one in floors]
        if node in own:
            candidates.append(own[node])
        if candidates:
            floors[node] = min(candidates)
    return floors


def _own_start(logic: Logic, node: int, project_start: int) -> int | None:
    """The instant that a date of its own, before the project's start, puts the start of a node at."""
    kind = logic.nodes.kinds[node]
    if kind is Kind.FIRST or kind is Kind.LAST:
        return None
    activity = logic.network.activities[node]
    dated = activity.actual_start if kind is Kind.BEGUN else None
    if dated is None and activity.constraint in LOWER:
        dated = activity.constraint_at
    if dated is None or dated >= project_start:
        return None
    if activity.constraint in ON_FINISH and dated == activity.constraint_at:
        return logic.nodes.calendars[node].subtract(dated, logic.nodes.lengths[node])
    return dated


def _finish_limits(logic: Logic, *, deadlines: bool) -> dict[int, int]:
    """Latest finish by own deadline, and by the deadline, FNLT and MFO of the groups around."""
    activities = logic.network.activities
    instants: dict[int, int] = {}
    for at, activity in enumerate(activities if deadlines else ()):
        if activity.deadline is not None:
            instants[at] = activity.deadline
    for group in logic.tree.groups:
        one = activities[group]
        if one.constraint_at is not None and one.constraint in UPPER & ON_FINISH:
            instants[group] = min(one.constraint_at, instants.get(group, one.constraint_at))
        if group in instants:
            for child in logic.tree.children[group]:
                instants[child] = min(instants[group], instants.get(child, instants[group]))
    return {
        at: logic.nodes.calendars[at].position(limit)
        for at, limit in instants.items()
        if at not in logic.tree.children
    }


def _group_bounds(logic: Logic) -> tuple[dict[int, int], dict[int, int]]:
    """Floors of gates and last events, and limits of first events, by the constraints of their groups."""
    floors: dict[int, int] = {}
    limits: dict[int, int] = {}
    for group in logic.tree.groups:
        activity = logic.network.activities[group]
        if activity.constraint_at is None:
            continue
        if activity.constraint in LOWER:
            node = logic.nodes.last[group] if activity.constraint in ON_FINISH else group
            floors[node] = activity.constraint_at
        if activity.constraint in UPPER and activity.constraint not in ON_FINISH:
            limits[logic.nodes.first[group]] = activity.constraint_at
    return floors, limits
