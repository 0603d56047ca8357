"""The chosen plan as a result: dates, pieces, waits, and what could not be had."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from handbook.schedule.backward import backward
from handbook.schedule.bounds import bounds
from handbook.schedule.conflicts import conflicts
from handbook.schedule.critical_path import as_late_as_possible
from handbook.schedule.faults import ScheduleFault
from handbook.schedule.forward import forward
from handbook.schedule.levelling.audit import audit, overloads
from handbook.schedule.levelling.flows import flows
from handbook.schedule.levelling.levelled import Levelled
from handbook.schedule.levelling.placing import Hold, Placed
from handbook.schedule.levelling.ready import Ready
from handbook.schedule.levelling.resourced import resourced
from handbook.schedule.levelling.waiting import waits
from handbook.schedule.levelling.windows import least, windows
from handbook.schedule.logic import logic
from handbook.schedule.network import ConstraintType
from handbook.schedule.rollup import forecast


def finished(made: Ready, placed: Placed, *, bound: int, proven: bool) -> Levelled:
    """The result, audited before it is given away.

    Raises:
        ScheduleFault: the audit found a fault; that is one of the program, not of the plan.
    """
    late = _as_late_as_possible(made, placed)
    for plan in (late, placed):
        if plan is not None:
            result = _result(made, plan, bound, proven=proven)
            faults = audit(made.asked, result)
            if not faults:
                return result
    raise ScheduleFault(f"levelling made a plan that is none: {faults[0]}")


def _result(made: Ready, placed: Placed, bound: int, *, proven: bool) -> Levelled:
    start, finish = forecast(placed.logic, placed.found)
    count = len(made.asked.network.activities)
    for at, chain in made.cut.chains.items():
        finish[at] = finish[chain[-1]]
    choice: dict[int, int | None] = dict.fromkeys(sorted(made.asked.jobs))
    choice.update({at: way.choice for at, way in placed.chosen.items() if at < count})
    choice.update({at: number for at, (number, _) in made.found.begun.items()})
    holds = placed.holds()
    return Levelled(
        start=tuple(start[:count]),
        finish=tuple(finish[:count]),
        choice=choice,
        pieces=_pieces(made, placed, holds),
        project_finish=max(finish[:count], default=made.asked.project_start),
        bound=_bound(made, bound),
        proven=proven and not placed.forced,
        moved=made.moved(placed),
        waits=waits(made, placed, holds),
        conflicts=conflicts(placed.logic, placed.found, start, finish),
        shortages=made.found.shortages,
        overloads=overloads(made.asked, [_whole(made, hold) for hold in holds]),
    )


def _bound(made: Ready, cost: int) -> int:
    """The instant of a bound; with several projects only links tell one for all of them."""
    grid = made.grid
    if len(grid.ends) != 1 or grid.ends[0][0] != 1:
        cost = least(replace(grid, ends=((1, tuple(grid.options)),)), windows(grid, 0)) if grid.options else 0
    at = cost * grid.unit + grid.timeline.calendar.position(grid.timeline.origin)
    return grid.timeline.calendar.finish_at(at)


def _as_late_as_possible(made: Ready, placed: Placed) -> Placed | None:
    """The plan in which what is to be as late as possible is, between those who take over from each other."""
    network = placed.logic.network
    if all(one.constraint is not ConstraintType.ALAP for one in network.activities):
        return None
    ranks = {node: rank for rank, node in enumerate(placed.sequence)}
    capacities = [one.capacity for one in made.asked.resources]
    taken = [one for one in flows(placed.holds(), capacities) if ranks[one.pred] < ranks[one.succ]]
    starts = {at: placed.found.instants[2 * at] for at in placed.chosen}
    linked = resourced(network, made.asked.project_start, made.asked.status, taken, starts)
    ready = logic(linked)
    dated = bounds(ready, made.asked.project_start, made.asked.status)
    early = forward(ready, dated, {})
    held = as_late_as_possible(ready, backward(ready, dated, early, placed.finish))
    return replace(placed, logic=ready, bounds=dated, found=forward(ready, dated, held))


def _pieces(made: Ready, placed: Placed, holds: list[Hold]) -> Mapping[int, tuple[tuple[int, int], ...]]:
    """Each job's pieces; those between which nobody could have worked on anything are one."""
    spans = {hold.activity: hold for hold in holds}
    found = {}
    for at in sorted(made.asked.jobs):
        pieces: list[tuple[int, int]] = []
        for part in made.cut.chains.get(at, (at,)):
            start, finish = placed.found.instants[2 * part : 2 * part + 2]
            hold = spans.get(part, Hold(part, start, finish, ()))
            people = [made.asked.resources[resource].calendar for resource, _ in hold.demands]
            people.append(placed.logic.nodes.calendars[part])
            if pieces and all(one.between(pieces[-1][1], hold.start) == 0 for one in people):
                pieces[-1] = pieces[-1][0], hold.finish
            else:
                pieces.append((hold.start, hold.finish))
        found[at] = tuple(pieces)
    return found


def _whole(made: Ready, hold: Hold) -> Hold:
    """A hold of a piece as one of its activity."""
    return replace(hold, activity=made.cut.leaders.get(hold.activity, hold.activity))
