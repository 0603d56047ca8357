"""Early dates, and what they become once a few activities change: worked out from these on, not anew.

A forward pass over the activities behind a change costs a fraction of a plan. It is the same pass, over the
same nodes, that makes every timetable; what nothing of the change reaches keeps the dates it had.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import heapify, heappop, heappush

from handbook.schedule.bounds import Bounds, bounds, rebound
from handbook.schedule.calendar import CONTINUOUS, WorkingCalendar
from handbook.schedule.dates import Dates
from handbook.schedule.faults import NoWorkingTime
from handbook.schedule.forward import ForwardPass, Pass, forward
from handbook.schedule.logic import Logic, before, logic, relinked
from handbook.schedule.network import Activity, ConstraintType, Network
from handbook.schedule.nodes import NOBODY, Nodes
from handbook.schedule.progress import progress
from handbook.schedule.rollup import forecast


@dataclass(frozen=True)
class Early:
    """A forward pass with all that it was made from; nothing in it is planned as late as possible."""

    logic: Logic
    bounds: Bounds
    found: Pass

    @cached_property
    def dates(self) -> Dates:
        """The dates of all activities."""
        start, finish = forecast(self.logic, self.found)
        return Dates(
            network=self.logic.network,
            project_start=self.bounds.project_start,
            status=self.bounds.status,
            start=tuple(start),
            finish=tuple(finish),
            _logic=self.logic,
            _reasons=self.found.reasons,
        )

    @cached_property
    def ways(self) -> Ways:
        """What comes after each node; the same for all revisions."""
        return _ways(self.logic)

    def revised(self, changes: Mapping[int, Activity]) -> Early:
        """The pass after some activities, by index, have changed.

        Raises:
            NoWorkingTime: there is work, and no working time for it in its calendar.
            BadNetwork: an activity is not sensible.
        """
        network = self.logic.network.instead(changes)
        if any(_is_reshaped(self.logic, at, one) for at, one in changes.items()):
            return early(network, self.bounds.project_start, self.bounds.status)
        stations = _stations(self.logic, network, changes)
        moved = {at for at in changes if stations.calendars[at] is not self.logic.nodes.calendars[at]}
        behind = {link.succ for link in network.links if moved and link.pred in moved}
        touched = {*changes, *behind.difference(self.logic.tree.children)}
        made = relinked(self.logic, network, stations, touched)
        dated = rebound(made, self.bounds, changes)
        start = range(len(dated.earliest)) if dated.floored else touched
        revision = Early(made, dated, _Again(made, dated, self, start).run())
        revision.__dict__["ways"] = self.ways
        return revision


@dataclass(frozen=True, slots=True)
class Ways:
    """By node, its rank in the order of the pass, and the nodes that wait for it."""

    rank: list[int]
    after: list[list[int]]


def early(network: Network, project_start: int, status: int | None = None) -> Early:
    """The forward pass over a network in which nothing is planned as late as possible.

    Raises:
        ValueError: something is to be as late as possible; that takes a backward pass.
        Cycle, OwnGroupLink, NoWorkingTime: as `timetable` does.
    """
    if not is_early(network):
        raise ValueError("expected no activity to be as late as possible")
    made = logic(network)
    dated = bounds(made, project_start, status)
    return Early(made, dated, forward(made, dated, {}))


def is_early(network: Network) -> bool:
    """Whether nothing is planned as late as possible."""
    return all(one.constraint is not ConstraintType.ALAP for one in network.activities)


class _Again(ForwardPass):
    """The pass over the nodes that a change reaches."""

    def __init__(self, made: Logic, dated: Bounds, base: Early, touched: Collection[int]) -> None:
        super().__init__(made, dated, {})
        self._base = base.found
        self._ways = base.ways
        self._touched = touched
        self.positions = base.found.positions.copy()
        self.instants = base.found.instants.copy()
        self.starts = base.found.starts.copy()
        self.possible = base.found.possible.copy()
        self.barred = base.found.barred.copy()
        reasons = base.found.reasons.copy()
        for node in touched:
            reasons[node] = dated.reasons[node]
        self.reasons = reasons

    @property
    def reached(self) -> Iterator[int]:
        """The touched nodes, and those behind them as far as anything changes, in the order of the pass."""
        rank, order = self._ways.rank, self.logic.order
        waiting = [rank[node] for node in self._touched if rank[node] != NOBODY]
        heapify(waiting)
        last = NOBODY
        while waiting:
            at = heappop(waiting)
            if at == last:
                continue
            last, node = at, order[at]
            self.reasons[node] = self.bounds.reasons[node]
            self.possible.pop(node, None)
            self.barred.pop(node, None)
            yield node
            if self._is_moved(node):
                for after in self._ways.after[node]:
                    heappush(waiting, rank[after])

    def _is_moved(self, node: int) -> bool:
        base, at = self._base, slice(2 * node, 2 * node + 2)
        return (
            self.instants[at] != base.instants[at]
            or self.positions[at] != base.positions[at]
            or self.reasons[node] != base.reasons[node]
        )

    def run(self) -> Pass:
        """Walk over what is reached."""
        self.sequence = self.reached
        return super().run()


def _ways(made: Logic) -> Ways:
    count = len(made.nodes.kinds)
    rank, after = [NOBODY] * count, [[] for _ in range(count)]  # type: ignore[var-annotated]
    for at, node in enumerate(made.order):
        rank[node] = at
        for one in before(made, node):
            if one != NOBODY:
                after[one].append(node)
    return Ways(rank, after)


def _is_reshaped(base: Logic, at: int, activity: Activity) -> bool:
    """Whether the shape of the network changes, or that of a node in it."""
    return (
        at in base.tree.children
        or activity.parent != base.network.activities[at].parent
        or (progress(activity) is None) is (at in base.nodes.progress)
        or activity.constraint is ConstraintType.ALAP
    )


def _stations(base: Logic, network: Network, changes: Mapping[int, Activity]) -> Nodes:
    """The nodes with what has changed of them: lengths, calendars, progress."""
    nodes = base.nodes
    lengths, calendars, far = nodes.lengths.copy(), nodes.calendars.copy(), nodes.progress
    for at, activity in changes.items():
        calendars[at] = _calendar(base, network, at, activity)
        lengths[at] = activity.duration if activity.remaining is None else activity.remaining
        begun = progress(activity)
        if begun is not None:
            far = {**far, at: begun}
            lengths[at] = begun.remaining
    return nodes._replace(lengths=lengths, calendars=calendars, progress=far)


def _calendar(base: Logic, network: Network, at: int, activity: Activity) -> WorkingCalendar:
    """The calendar that an activity is worked in; of equal ones, the one that is used already."""
    given = CONTINUOUS if activity.elapsed else activity.calendar or network.calendar
    known = base.nodes.calendars[at]
    if given is known or given == known:
        return known
    if given.is_empty:
        raise NoWorkingTime(str(given), activity.key)
    return next((one for one in base.nodes.calendars if one is given or one == given), given)
