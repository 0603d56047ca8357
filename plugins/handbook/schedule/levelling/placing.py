"""The forward pass that also waits for people: serial schedule generation, exact to the minute.

Kelley, "The critical-path method: resources planning and scheduling", 1963; Kolisch and Hartmann, "Heuristic
algorithms for the resource-constrained project scheduling problem", 1999. Jobs are placed one after the other
in a given order, each as early as its links and dates allow and its people are free for all of it.
Work in progress, and what must start or finish on a date, is there first. A hard date is kept even if people
are not free for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from handbook.schedule.bounds import FIXED, Bounds, bounds
from handbook.schedule.forward import ForwardPass, Pass
from handbook.schedule.levelling.problem import Levelling, Resource
from handbook.schedule.levelling.profile import Profile
from handbook.schedule.levelling.ways import Way, Ways, with_ways
from handbook.schedule.logic import Logic, logic
from handbook.schedule.nodes import Kind

Demands = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Hold:
    """An activity holds people from one instant to another."""

    activity: int
    start: int
    finish: int
    demands: Demands


@dataclass(frozen=True, slots=True)
class Placed:
    """A plan with one way for each job.

    Attributes:
        logic, bounds: the network with these ways, made ready.
        found: the pass; its instants are the dates.
        chosen: index of an activity -> its way.
        forced: activities with a hard date that others' work leaves no people for.
        sequence: the nodes in the order in which they were placed.
        standing: what was there before.
    """

    logic: Logic
    bounds: Bounds
    found: Pass
    chosen: Mapping[int, Way]
    forced: frozenset[int]
    sequence: tuple[int, ...]
    standing: Mapping[int, Hold]

    @property
    def faults(self) -> int:
        """How many hard dates are against links or people."""
        return len({*self.found.possible, *self.forced})

    def holds(self) -> list[Hold]:
        """Who is held when, of work in progress what remains of it, by activity."""
        holds = dict(self.standing)
        for at, way in self.chosen.items():
            start, finish = self.found.instants[2 * at : 2 * at + 2]
            if at not in holds and start < finish:
                holds[at] = Hold(at, start, finish, way.demands)
        return [holds[at] for at in sorted(holds)]

    def linked(self, node: int) -> int:
        """Position of the start that links and dates alone allow a node, all others standing as they do."""
        step = _Placing(self.logic, self.bounds, {}, None, {})
        step.positions, step.instants = self.found.positions, self.found.instants
        return step.links_of(node)

    @property
    def finish(self) -> int:
        """Latest finish of any activity."""
        count = len(self.logic.network.activities)
        finishes = self.found.instants[1 : 2 * count : 2]
        idle = {at for at, kind in enumerate(self.logic.nodes.kinds) if kind >= Kind.GATE}
        ends = [at for node, at in enumerate(finishes) if node not in idle]
        ends += [self.found.instants[2 * node] for node in self.logic.nodes.last.values()]
        return max(ends, default=self.bounds.project_start)


class Room:
    """Who is free when, apart from what levelling can place: absences, work in progress, must-dates."""

    def __init__(self, problem: Levelling) -> None:
        self.profiles = [Profile(one.capacity) for one in problem.resources]
        for profile, resource in zip(self.profiles, problem.resources, strict=True):
            for start, finish, units in absent(resource):
                profile.book(start, finish, units)

    def book(self, hold: Hold) -> None:
        """Take people away."""
        for resource, units in hold.demands:
            self.profiles[resource].book(hold.start, hold.finish, units)

    def blocked(self, start: int, finish: int, demands: Demands) -> int | None:
        """When the last time ends in which one of the demanded is not free; None if all are."""
        ends = [self.profiles[resource].blocked(start, finish, units) for resource, units in demands]
        return max((end for end in ends if end is not None), default=None)


def absent(resource: Resource) -> Iterator[tuple[int, int, int]]:
    """(start, finish, units) of absences, from the first to the last working minute in them."""
    for absence in resource.absences:
        if resource.calendar.between(absence.start, absence.finish) > 0:
            start = resource.calendar.next_working(absence.start)
            yield start, resource.calendar.previous_working(absence.finish), absence.units


def standing(made: Logic, dated: Bounds, found: Ways, chosen: Mapping[int, Way]) -> dict[int, Hold]:
    """What is there before anything is placed: what remains of work in progress, and must-dates."""
    done = ForwardPass(made, dated, {}).run()
    holds = {}
    for at, (_, demands) in found.begun.items():
        calendar, first = made.nodes.calendars[at], done.starts[at]
        if made.nodes.lengths[at]:
            holds[at] = Hold(at, calendar.start_at(first), done.instants[2 * at + 1], demands)
    for at, way in chosen.items():
        if made.network.activities[at].constraint in FIXED and made.nodes.lengths[at]:
            calendar, first = made.nodes.calendars[at], dated.demanded[at]
            first = max(first, dated.statuses.get(id(calendar), first))
            finish = calendar.finish_at(first + made.nodes.lengths[at])
            holds[at] = Hold(at, calendar.start_at(first), finish, way.demands)
    return holds


def place(
    problem: Levelling,
    found: Ways,
    chosen: Mapping[int, Way],
    order: Iterable[int],
    held: Mapping[int, int] | None = None,
) -> Placed:
    """Place all jobs in an order.

    Args:
        problem: what is levelled.
        found: its ways.
        chosen: the way of each job.
        order: activities, the first to choose first; what their links wait for goes before them.
        held: index of an activity -> instant before which it is not to start.

    Raises:
        NoWorkingTime: the working time of a calendar runs out before all is done.
    """
    made = logic(with_ways(problem.network, chosen))
    dated = bounds(made, problem.project_start, problem.status)
    positions = {at: made.nodes.calendars[at].position(start) for at, start in (held or {}).items()}
    room = Room(problem)
    there = standing(made, dated, found, chosen)
    for hold in there.values():
        room.book(hold)
    waiting = {at: way for at, way in chosen.items() if at not in there}
    step = _Placing(made, dated, positions, room, waiting)
    step.sequence = sequence(made, order)
    return Placed(made, dated, step.run(), chosen, frozenset(step.forced), tuple(step.sequence), there)


def sequence(made: Logic, order: Iterable[int]) -> list[int]:
    """All nodes, each after those it waits for, and jobs else in the wanted order: depth first."""
    before = [[source >> 1 for source, _, _ in incoming] for incoming in made.plain]
    for node, coming in enumerate(made.arrivals):
        before[node] += [arrival.source >> 1 for arrival in coming]
        if made.nodes.gates[node] >= 0:
            before[node].append(made.nodes.gates[node])
        before[node] += made.nodes.members.get(node, ())
    ranks = {node: rank for rank, node in enumerate(order)}
    last = len(ranks)
    sequence: list[int] = []
    seen: set[int] = set()
    for root in sorted(made.order, key=lambda node: ranks.get(node, last)):
        stack = [root]
        while stack:
            node = stack[-1]
            missing = [one for one in before[node] if one not in seen] if node not in seen else []
            if missing:
                stack += sorted(missing, key=lambda one: -ranks.get(one, last))
                continue
            stack.pop()
            if node not in seen:
                seen.add(node)
                sequence.append(node)
    return sequence


class _Placing(ForwardPass):
    """The pass under way."""

    def __init__(
        self, made: Logic, dated: Bounds, held: dict[int, int], room: Room | None, waiting: Mapping[int, Way]
    ) -> None:
        super().__init__(made, dated, held)
        self.room = room
        self.waiting = waiting
        self.forced: list[int] = []

    def links_of(self, node: int) -> int:
        """Position of the start that links and dates allow."""
        return super()._linked(node)[0]

    def _linked(self, node: int) -> tuple[int, int]:
        best, why = super()._linked(node)
        length = self.nodes.lengths[node]
        if self.room is None or node not in self.waiting or not length:
            return best, why
        calendar, demands = self.nodes.calendars[node], self.waiting[node].demands
        while True:
            start, finish = calendar.start_at(best), calendar.finish_at(best + length)
            until = self.room.blocked(start, finish, demands)
            if until is None:
                return best, why
            best = calendar.position(until)

    def _work(self, node: int) -> None:
        super()._work(node)
        if self.room is not None and node in self.waiting:
            start, finish = self.instants[2 * node : 2 * node + 2]
            demands = self.waiting[node].demands
            if self.room.blocked(start, finish, demands) is not None:
                self.forced.append(node)
            self.room.book(Hold(node, start, finish, demands))
