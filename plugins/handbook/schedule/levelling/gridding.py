"""The way onto the grid: from networks, calendars and instants to whole numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from math import gcd

from handbook.schedule.bounds import FIXED, Bounds, bounds
from handbook.schedule.calendar import CONTINUOUS, WorkingCalendar
from handbook.schedule.faults import NoWorkingTime
from handbook.schedule.levelling.grid import NEVER, Arc, Grid, Option
from handbook.schedule.levelling.placing import Hold, Placed, absent, standing
from handbook.schedule.levelling.problem import NORMAL_PRIORITY, Levelling
from handbook.schedule.levelling.timeline import Pauses, Timeline, union
from handbook.schedule.levelling.ways import Way, Ways, with_ways
from handbook.schedule.logic import Logic, logic
from handbook.schedule.nodes import NOBODY, Kind


def grid(
    problem: Levelling,
    found: Ways,
    best: Placed,
    leaders: Mapping[int, int],
    horizon: int,
    marks: Iterable[int] = (),
) -> Grid:
    """The grid of a levelling.

    Args:
        problem: what is levelled.
        found: its ways.
        best: a plan; the dates that it could not keep are not asked for again, and stand as they do there.
        leaders: see `Grid`.
        horizon: instant by which everything that is looked for is done.
        marks: instants that the grid is to have a time for.
    """
    return _Gridding(problem, found, best, horizon).grid(dict(leaders), marks)


class _Gridding:
    """The work under way, in minutes until the end."""

    def __init__(self, problem: Levelling, found: Ways, best: Placed, horizon: int) -> None:
        self.problem = problem
        self.found = found
        self.best = best
        self.made = best.logic
        count = max(map(len, found.open.values()), default=1)
        self.variants = [self._variant(number) for number in range(count)]
        self.holds = self._holds()
        self.still = self._still()
        calendars = [
            made.nodes.calendars[node]
            for made, _ in self.variants
            for node, kind in enumerate(made.nodes.kinds)
            if kind is Kind.WORK and made.nodes.calendars[node] is not CONTINUOUS
        ]
        calendar = union(calendars) if calendars else CONTINUOUS
        origin = min([problem.project_start, *self._dates()])
        self.timeline = Timeline(calendar, origin, max(horizon, origin))
        self.listed: dict[int, Pauses | None] = {}
        self.shifts: dict[tuple[int, int], int] = {}

    def _variant(self, number: int) -> tuple[Logic, Bounds]:
        """The network in which each job is done in its n-th way, or its last."""
        if number == 0 and not self.found.open:
            return self.best.logic, self.best.bounds
        chosen = {at: ways[min(number, len(ways) - 1)] for at, ways in self.found.open.items()}
        made = logic(with_ways(self.problem.network, chosen))
        return made, bounds(made, self.problem.project_start, self.problem.status)

    def _still(self) -> dict[int, tuple[int, int]]:
        """Nodes that do not move -> (start, finish): begun, on a must-date, or on a date that links deny."""
        made, instants = self.made, self.best.found.instants
        moveless = {node for node, kind in enumerate(made.nodes.kinds) if kind is Kind.BEGUN}
        moveless |= {*self.best.found.possible, *self.best.forced}
        moveless |= {node for node in self.best.bounds.demanded if self._constraint(node) in FIXED}
        return {node: (instants[2 * node], instants[2 * node + 1]) for node in sorted(moveless)}

    def _constraint(self, node: int) -> object:
        return self.made.network.activities[node].constraint

    def _holds(self) -> list[Hold]:
        """What is held by what does not move."""
        there = standing(self.made, self.best.bounds, self.found, self.best.chosen)
        instants = self.best.found.instants
        for node in sorted({*self.best.found.possible, *self.best.forced}):
            if node in self.best.chosen and self.made.nodes.lengths[node]:
                demands = self.best.chosen[node].demands
                there[node] = Hold(node, instants[2 * node], instants[2 * node + 1], demands)
        return [there[node] for node in sorted(there)]

    def _dates(self) -> Iterator[int]:
        """The earliest instants of all nodes."""
        for made, dated in self.variants:
            for node, kind in enumerate(made.nodes.kinds):
                if kind is Kind.WORK:
                    yield _begin(made.nodes.calendars[node], dated.earliest[node], made.nodes.lengths[node])
        yield from (start for start, _ in self.still.values())

    def _pauses(self, calendar: WorkingCalendar) -> Pauses | None:
        if id(calendar) not in self.listed:
            self.listed[id(calendar)] = self.timeline.pauses(calendar)
        return self.listed[id(calendar)]

    def _shift(self, calendar: WorkingCalendar, lag: int) -> int:
        key = id(calendar), lag
        if key not in self.shifts:
            self.shifts[key] = self.timeline.least_shift(calendar, lag)
        return self.shifts[key]

    def grid(self, leaders: dict[int, int], marks: Iterable[int]) -> Grid:
        """The grid, scaled to its unit."""
        nodes = self.made.nodes
        order = tuple(self.made.order)
        options = {
            node: self._options(node) for node in order if nodes.kinds[node] in {Kind.WORK, Kind.BEGUN}
        }
        arcs = tuple(self._arcs())
        floors = {
            node: self.timeline.at(at) for node, at in self.best.bounds.group_floors.items() if node in order
        }
        holds = tuple(
            (resource, self.timeline.at(hold.start), self.timeline.at(hold.finish), units)
            for hold in self.holds
            for resource, units in hold.demands
        )
        holds += tuple(self._absences())
        weights = {at: self.problem.jobs[at].priority for at in self.found.open}
        for node in options:
            weights.setdefault(node, NORMAL_PRIORITY if node in self.problem.jobs else 0)
        ends = self._ends([node for node in order if node in options or node in nodes.last.values()])
        members = {event: tuple(nodes.members[event]) for event in nodes.first.values()}
        made = Grid(
            self.timeline, 1, order, options, arcs, members, floors, holds,
            tuple(one.capacity for one in self.problem.resources), weights, leaders, ends,
        )  # fmt: skip
        return _scaled(made, [self.timeline.at(mark) for mark in marks])

    def _options(self, node: int) -> tuple[Option, ...]:
        if node in self.still:
            start, finish = (self.timeline.at(at) for at in self.still[node])
            way = self.best.chosen[node].choice if node in self.best.chosen else 0
            number = self._way_number(node, way)
            return (Option(number, max(0, finish - start), Pauses(), start, start),)
        ways = self.found.open.get(node)
        found = [self._option(node, number, ways) for number in range(len(ways) if ways else 1)]
        return tuple(found)

    def _way_number(self, node: int, choice: int) -> int:
        for number, way in enumerate(self.found.open.get(node, ())):
            if way.choice == choice:
                return number
        return 0

    def _option(self, node: int, number: int, ways: tuple[Way, ...] | None) -> Option:
        made, dated = self.variants[number]
        calendar, length = made.nodes.calendars[node], made.nodes.lengths[node]
        pauses = self._pauses(calendar)
        earliest = self.timeline.at(_begin(calendar, dated.earliest[node], length))
        latest = NEVER
        if node in dated.demanded and length:
            latest = max(earliest, self.timeline.at(calendar.start_at(dated.demanded[node])))
        if pauses is None and length:
            least = max(0, self.timeline.least_shift(calendar, length))
            return Option(number, least, None, earliest, NEVER, ways[number].demands if ways else ())
        return Option(number, length, pauses, earliest, latest, ways[number].demands if ways else ())

    def _arcs(self) -> Iterator[Arc]:
        nodes = self.made.nodes
        for number, link in enumerate(self.made.network.links):
            succ = link.succ
            if succ in self.made.tree.children and link.type.to_finish:
                succ = nodes.last[succ]
            if succ in self.still or (link.type.to_finish and self._is_vague(succ)):
                continue
            source = self.made.source(link)
            shifts = (
                self._shift(made.lag_calendar(made.network.links[number]), link.lag)
                for made, _ in self.variants
            )
            yield Arc(source >> 1, bool(source & 1), succ, link.type.to_finish, min(shifts))
        for node in self.made.order:
            is_open = node not in self.still and nodes.kinds[node] in {Kind.WORK, Kind.GATE}
            if is_open and nodes.gates[node] != NOBODY:
                yield Arc(nodes.gates[node], from_finish=False, succ=node, to_finish=False, lag=0)
        for event in nodes.last.values():
            for member in nodes.members[event]:
                yield Arc(member, from_finish=True, succ=event, to_finish=True, lag=0)

    def _is_vague(self, node: int) -> bool:
        """Whether only the least length of a node is known: its finish may come later than that."""
        return any(
            made.nodes.kinds[node] is Kind.WORK
            and made.nodes.lengths[node] > 0
            and self._pauses(made.nodes.calendars[node]) is None
            for made, _ in self.variants
        )

    def _absences(self) -> Iterator[tuple[int, int, int, int]]:
        for number, resource in enumerate(self.problem.resources):
            for start, finish, units in absent(resource):
                yield number, self.timeline.at(start), self.timeline.at(finish), units

    def _ends(self, nodes: list[int]) -> tuple[tuple[int, tuple[int, ...]], ...]:
        """What is to finish early: the projects, or all nodes together."""
        if not any(self.problem.projects.values()) or not nodes:
            return ((1, tuple(nodes)),) if nodes else ()
        inside: dict[int, list[int]] = {group: [] for group in self.problem.projects}
        for node in nodes:
            group: int | None = self.made.nodes.owners[node]
            while group is not None:
                if group in inside:
                    inside[group].append(node)
                group = self.made.network.activities[group].parent
        weights = self.problem.projects
        return tuple(
            (weights[group], tuple(held)) for group, held in inside.items() if held and weights[group]
        )


def _begin(calendar: WorkingCalendar, position: int, length: int) -> int:
    """The instant of a position: of the start of work, or the earliest of a milestone."""
    if length:
        return calendar.start_at(position)
    try:
        return calendar.finish_at(position)
    except NoWorkingTime:
        return calendar.start_at(position)


def _scaled(made: Grid, marks: list[int]) -> Grid:
    """The grid in the largest unit in which all its numbers are whole."""
    options = [option for ways in made.options.values() for option in ways]
    numbers = marks + [arc.lag for arc in made.arcs] + list(made.floors.values())
    numbers += [time for _, start, finish, _ in made.holds for time in (start, finish)]
    for option in options:
        numbers += [option.length, option.earliest, *(option.pauses.at if option.pauses else ())]
        numbers += option.pauses.before if option.pauses else ()
        numbers += [option.latest] if option.latest != NEVER else []
    unit = gcd(*numbers) or 1
    return replace(
        made,
        unit=unit,
        options={node: tuple(_smaller(one, unit) for one in ways) for node, ways in made.options.items()},
        arcs=tuple(arc._replace(lag=arc.lag // unit) for arc in made.arcs),
        floors={node: at // unit for node, at in made.floors.items()},
        holds=tuple((one, start // unit, end // unit, units) for one, start, end, units in made.holds),
    )


def _smaller(option: Option, unit: int) -> Option:
    pauses = option.pauses
    if pauses is not None and pauses.at and unit > 1:
        pauses = Pauses(tuple(at // unit for at in pauses.at), tuple(at // unit for at in pauses.before))
    return replace(
        option,
        length=option.length // unit,
        earliest=option.earliest // unit,
        latest=option.latest if option.latest == NEVER else option.latest // unit,
        pauses=pauses,
    )
