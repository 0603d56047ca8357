"""Good plans quickly: serial schedule generation by priority rules, and forward-backward improvement.

Rules: latest finish, latest start, most work behind (Kolisch, "Serial and parallel resource-constrained
project
scheduling methods revisited", 1996), each with the priority of jobs before it or not. Forward-backward
improvement: Li and Willis, 1992; Tormos and Lova, 2001: jobs are moved as late as they can be, and then
placed
again in the order of their late starts. Samples between them draw the order at random around the best one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from handbook.schedule.levelling.grid import NEVER, Arc, Grid, Option
from handbook.schedule.levelling.profile import Profile
from handbook.schedule.levelling.windows import least, windows


@dataclass(frozen=True, slots=True)
class Draft:
    """A plan on the grid.

    Attributes:
        starts, finishes: times by node.
        ways: node -> index of its option.
        cost: what `Grid.cost` says.
    """

    starts: dict[int, int]
    finishes: dict[int, int]
    ways: dict[int, int]
    cost: int


class Drafting:
    """Makes drafts on one grid."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.incoming: dict[int, list[Arc]] = {node: [] for node in grid.order}
        self.outgoing: dict[int, list[Arc]] = {node: [] for node in grid.order}
        for arc in grid.arcs:
            self.incoming[arc.succ].append(arc)
            self.outgoing[arc.pred].append(arc)
        self.before = {
            node: [arc.pred for arc in self.incoming[node]] + list(grid.gathered.get(node, ()))
            for node in grid.order
        }
        self.after: dict[int, list[int]] = {node: [] for node in grid.order}
        for node, ones in self.before.items():
            for one in ones:
                self.after[one].append(node)
        self.least = least(grid, windows(grid, 0))
        self.shortest = {node: min(one.length for one in ways) for node, ways in grid.options.items()}

    def tails(self) -> dict[int, int]:
        """Node -> least time from its start to the end, along links."""
        tails: dict[int, int] = {}
        for node in reversed(self.grid.order):
            length = self.shortest.get(node, 0)
            tail = length
            for arc in self.outgoing[node]:
                behind = tails[arc.succ] - (self.shortest.get(arc.succ, 0) if arc.to_finish else 0)
                tail = max(tail, (length if arc.from_finish else 0) + arc.lag + behind)
            tails[node] = tail
        return tails

    def place(
        self,
        rank: Callable[[int], object],
        wanted: Mapping[int, int] | None = None,
        held: Mapping[int, int] | None = None,
    ) -> Draft | None:
        """A draft in which, of the nodes whose predecessors stand, that of the lowest rank comes next.

        Args:
            rank: node -> something to compare.
            wanted: node -> index of the option to take; else the one that finishes first.
            held: node -> time before which it is not to start.

        None if a hard date cannot be kept this way.
        """
        profiles = [Profile(capacity) for capacity in self.grid.capacities]
        for resource, start, finish, units in self.grid.holds:
            profiles[resource].book(start, finish, units)
        draft = Draft({}, {}, {}, 0)
        missing = {node: len(ones) for node, ones in self.before.items()}
        ranks = {node: rank(node) for node in self.grid.order}
        heap = [(ranks[node], node) for node in self.grid.order if not missing[node]]
        heapify(heap)
        while heap:
            _, node = heappop(heap)
            if not self._put(draft, profiles, node, wanted or {}, held or {}):
                return None
            for after in self.after[node]:
                missing[after] -= 1
                if not missing[after]:
                    heappush(heap, (ranks[after], after))
        return Draft(draft.starts, draft.finishes, draft.ways, self.grid.cost(draft.finishes))

    def _put(
        self,
        draft: Draft,
        profiles: list[Profile],
        node: int,
        wanted: Mapping[int, int],
        held: Mapping[int, int],
    ) -> bool:
        ways = self.grid.options.get(node)
        if ways is None:
            at = self._event(draft, node)
            draft.starts[node] = draft.finishes[node] = at
            return True
        start_by, finish_by = self._bounds(draft, node)
        start_by = max(start_by, held.get(node, start_by))
        leader = self.grid.leaders.get(node)
        only = draft.ways[leader] if leader is not None else wanted.get(node)
        best: tuple[int, int, int] | None = None
        for number, option in enumerate(ways):
            if only is not None and number != only and len(ways) > 1:
                continue
            start = _first_fit(option, max(option.earliest, start_by), finish_by, profiles)
            if start <= option.latest and (best is None or option.finish(start) < best[0]):
                best = option.finish(start), number, start
        if best is None:
            return False
        draft.finishes[node], draft.ways[node], draft.starts[node] = best
        for resource, units in ways[best[1]].demands:
            profiles[resource].book(best[2], best[0], units)
        return True

    def _event(self, draft: Draft, node: int) -> int:
        if node in self.grid.gathered:
            return min(draft.starts[one] for one in self.grid.gathered[node])
        return max([self.grid.floors.get(node, -NEVER), *self._bounds(draft, node)])

    def _bounds(self, draft: Draft, node: int) -> tuple[int, int]:
        """The earliest start, and the earliest finish, that links allow."""
        start = finish = -NEVER
        for arc in self.incoming[node]:
            at = (draft.finishes if arc.from_finish else draft.starts)[arc.pred] + arc.lag
            if arc.to_finish:
                finish = max(finish, at)
            else:
                start = max(start, at)
        return start, finish

    def late_order(self, draft: Draft) -> dict[int, int]:
        """Node -> the late start it has when all jobs are moved as late as they can be, last finish first."""
        end = max(draft.finishes.values(), default=0)
        profiles = [Profile(capacity) for capacity in self.grid.capacities]
        for resource, start, finish, units in self.grid.holds:
            profiles[resource].book(start, finish, units)
        starts: dict[int, int] = {}
        for node in self._backwards(draft):
            length = draft.finishes[node] - draft.starts[node]
            latest = end - length
            for arc in self.outgoing[node]:
                at = starts[arc.succ] - arc.lag
                if arc.to_finish:
                    at += draft.finishes[arc.succ] - draft.starts[arc.succ]
                latest = min(latest, at - (length if arc.from_finish else 0))
            ways = self.grid.options.get(node)
            demands = ways[draft.ways[node]].demands if ways else ()
            starts[node] = _last_fit(latest, length, demands, profiles)
            for resource, units in demands:
                profiles[resource].book(starts[node], starts[node] + length, units)
        return starts

    def justified(self, draft: Draft) -> Draft:
        """The draft moved back and forth once, if it is no worse then."""
        again = self.place(self.late_order(draft).__getitem__, draft.ways)
        return draft if again is None or again.cost > draft.cost else again

    def _backwards(self, draft: Draft) -> Iterable[int]:
        missing = {node: len(ones) for node, ones in self.after.items()}
        heap = [(-draft.finishes[node], -node) for node in self.grid.order if not missing[node]]
        heapify(heap)
        while heap:
            node = -heappop(heap)[1]
            yield node
            for one in self.before[node]:
                missing[one] -= 1
                if not missing[one]:
                    heappush(heap, (-draft.finishes[one], -one))


ROUNDS = 6
"""Times that a draft is moved back and forth at the most."""

EFFORT = 8_000
"""Nodes that are placed, about, in all samples."""


def drafted(grid: Grid, seed: int) -> Draft | None:
    """The best draft of all rules and samples; None if a hard date stops them all."""
    from numpy.random import default_rng

    drafting = Drafting(grid)
    tails = drafting.tails()
    length = drafting.shortest
    late = {node: length.get(node, 0) - tails[node] for node in grid.order}
    weights = grid.weights
    rules: list[Callable[[int], object]] = [
        lambda node: -tails[node],
        lambda node: late[node],
        lambda node: (-weights.get(node, 0), -tails[node]),
        lambda node: (-weights.get(node, 0), late[node]),
        lambda node: (-len(drafting.after[node]), -tails[node]),
        lambda node: -weights.get(node, 0),
    ]
    best: Draft | None = None
    for rule in rules:
        best = _better(best, drafting.place(rule))
    if best is None:
        return None
    best = _justified(drafting, best)
    chance = default_rng(seed)
    for _ in range(min(2 * len(grid.order), EFFORT // max(1, len(grid.order)))):
        if best.cost <= drafting.least:
            break
        spread = 0.05 + 0.25 * chance.random()
        drawn = {
            node: tails[node] * (1 + spread * at)
            for node, at in zip(grid.order, chance.standard_normal(len(grid.order)), strict=True)
        }
        sample = drafting.place(lambda node, drawn=drawn: -drawn[node])  # type: ignore[misc]
        if sample is not None and sample.cost <= best.cost * 1.1:
            sample = _justified(drafting, sample)
        best = _better(best, sample) or best
    return best


def _justified(drafting: Drafting, draft: Draft) -> Draft:
    """A draft moved back and forth as long as it gets better."""
    for _ in range(ROUNDS):
        again = drafting.justified(draft)
        if again.cost >= draft.cost:
            return draft
        draft = again
    return draft


def _better(one: Draft | None, other: Draft | None) -> Draft | None:
    """The draft of less cost; the first of equals."""
    if one is None or (other is not None and other.cost < one.cost):
        return other
    return one


def _first_fit(option: Option, start: int, finish: int, profiles: list[Profile]) -> int:
    """The first start, from a start and a finish on, at which all it demands is free."""
    start = option.fit(start)
    while option.finish(start) < finish:
        start = option.fit(start + finish - option.finish(start))
    while option.length:
        until = option.finish(start)
        ends = [profiles[resource].blocked(start, until, units) for resource, units in option.demands]
        free = max((end for end in ends if end is not None), default=None)
        if free is None:
            break
        start = option.fit(free)
    return start


def _last_fit(start: int, length: int, demands: Iterable[tuple[int, int]], profiles: list[Profile]) -> int:
    """The last start, up to a start, at which all is free, pauses of calendars not counted."""
    while length and start > -NEVER:
        begins = [profiles[one].blocked_from(start, start + length, units) for one, units in demands]
        free = min((begin for begin in begins if begin is not None), default=None)
        if free is None:
            break
        start = free - length
    return start
