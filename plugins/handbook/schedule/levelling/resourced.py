"""A levelled plan as a network: what people make wait becomes links and dates.

A timetable of it is the levelled plan. Its critical path goes through people as well as through links, its
floats count both, and in a simulation of it nobody does two things at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from handbook.schedule.bounds import bounds
from handbook.schedule.forward import forward
from handbook.schedule.levelling.flows import Flow, flows
from handbook.schedule.levelling.levelled import Levelled
from handbook.schedule.levelling.placing import Hold, Placed, sequence
from handbook.schedule.levelling.problem import Levelling
from handbook.schedule.levelling.ways import Way, ways, with_ways
from handbook.schedule.logic import logic
from handbook.schedule.network import ConstraintType, Link, Network
from handbook.schedule.nodes import Kind
from handbook.schedule.progress import progress

_HELD_BY = {
    ConstraintType.ASAP: ConstraintType.SNET,
    ConstraintType.SNET: ConstraintType.SNET,
    ConstraintType.FNET: ConstraintType.SNET,
    ConstraintType.SNLT: ConstraintType.MSO,
    ConstraintType.FNLT: ConstraintType.MSO,
}
"""Constraint type of an activity -> that which holds it to its levelled start and keeps what it demanded."""


def levelled_network(problem: Levelling, levelled: Levelled) -> Network:
    """The network whose timetable has the levelled dates.

    Each job takes as long, and is worked on when, its choice says; a paused one takes as long as it does with
    its
    pauses. A job that takes people over from another is linked to it, behind all links of the problem. What
    neither links nor people hold back, and stands later all the same (to keep to the published plan, or
    because a part of a team is away), starts no earlier than levelled.
    """
    found = ways(problem)
    chosen = {
        at: next(way for way in fitting if way.choice == levelled.choice[at])
        for at, fitting in found.open.items()
    }
    chosen = {at: _stretched(way, levelled, at) for at, way in chosen.items()}
    network = with_ways(_pinned(problem.network, levelled), chosen)
    made = logic(network)
    order = sorted(range(len(levelled.start)), key=lambda at: (levelled.start[at], levelled.finish[at], at))
    ranks = {node: rank for rank, node in enumerate(sequence(made, order))}
    demands = {at: way.demands for at, way in chosen.items()}
    demands |= {at: begun for at, (_, begun) in found.begun.items()}
    holds = [
        Hold(at, levelled.pieces[at][0][0], levelled.finish[at], held)
        for at, held in demands.items()
        if levelled.pieces[at][0][0] < levelled.finish[at]
    ]
    taken = flows(holds, [one.capacity for one in problem.resources])
    taken = [one for one in taken if ranks[one.pred] < ranks[one.succ]]
    starts = {at: levelled.start[at] for at in chosen}
    return resourced(network, problem.project_start, problem.status, taken, starts)


def _pinned(network: Network, levelled: Levelled) -> Network:
    """The network in which work that was reported without a start begins where the plan has it."""
    activities = []
    for at, one in enumerate(network.activities):
        far = progress(one)
        is_loose = far is not None and far.start is None and far.finish is None
        activities.append(replace(one, actual_start=levelled.start[at]) if is_loose else one)
    return replace(network, activities=tuple(activities))


def _stretched(way: Way, levelled: Levelled, at: int) -> Way:
    """A way that takes as long as the job with its pauses."""
    if len(levelled.pieces[at]) < 2:
        return way
    return replace(way, duration=way.calendar.between(levelled.start[at], levelled.finish[at]))


def resourced(
    network: Network, project_start: int, status: int | None, taken: Iterable[Flow], starts: Mapping[int, int]
) -> Network:
    """A network with a link for each flow, and held to starts (by activity) that its links do not give."""
    pairs = dict.fromkeys((flow.pred, flow.succ) for flow in taken)
    there = {
        (link.pred, link.succ) for link in network.links if link.type.from_finish and not link.type.to_finish
    }
    links = (*network.links, *(Link(*pair) for pair in pairs if pair not in there))
    linked = replace(network, links=links)
    made = logic(linked)
    dated = bounds(made, project_start, status)
    pinned = {
        at: made.nodes.calendars[at].position(start)
        for at, start in starts.items()
        if made.nodes.kinds[at] is Kind.WORK
        and made.nodes.lengths[at]
        and network.activities[at].constraint in _HELD_BY
    }
    found = forward(made, dated, pinned)
    plan = Placed(made, dated, found, {}, frozenset(), (), {})
    activities = list(network.activities)
    for at, position in pinned.items():
        if plan.linked(at) < position:
            start = made.nodes.calendars[at].start_at(position)
            activities[at] = replace(
                activities[at], constraint=_HELD_BY[activities[at].constraint], constraint_at=start
            )
    return replace(linked, activities=tuple(activities))
