"""A network made ready for the passes: links turned into bounds between nodes, and the nodes in order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from handbook.schedule.calendar import CONTINUOUS, WorkingCalendar
from handbook.schedule.faults import Cycle
from handbook.schedule.groups import Tree, tree
from handbook.schedule.network import Link, Network
from handbook.schedule.nodes import NOBODY, Kind, Nodes, nodes
from handbook.schedule.order import loops, topological


class Arrival(NamedTuple):
    """A link between two calendars, or from or to a group: worked out in instants.

    Attributes:
        source: where it comes from.
        to_finish: whether it bounds the finish of the node it arrives at.
        lag: minutes in `calendar`.
        calendar: calendar of the lag.
        link: index of the link.
    """

    source: int
    to_finish: bool
    lag: int
    calendar: WorkingCalendar
    link: int


class Logic(NamedTuple):
    """The network as the passes read it.

    A *source* is 2 * node for the start of a node and 2 * node + 1 for its finish.

    Attributes:
        network, tree, nodes: what it was made of.
        plain: by node, (source, offset, link) of the links that stay inside one calendar and say only this:
            position of the node's start >= position of the source + offset.
        arrivals: by node, all other links.
        order: nodes, each after those it waits for.
    """

    network: Network
    tree: Tree
    nodes: Nodes
    plain: list[list[tuple[int, int, int]]]
    arrivals: list[list[Arrival]]
    order: list[int]

    def source(self, link: Link) -> int:
        """Where a link comes from."""
        return _source(self.tree, self.nodes, link)

    def lag_calendar(self, link: Link) -> WorkingCalendar:
        """The calendar that the lag of a link counts in."""
        return _lag_calendar(self.network, link)


def logic(network: Network) -> Logic:
    """A network made ready.

    Raises:
        Cycle: activities wait for each other.
        OwnGroupLink: a link joins a group to something inside it.
        NoWorkingTime: an activity has a calendar without any working time.
    """
    groups = tree(network)
    stations = nodes(network, groups)
    plain: list[list[tuple[int, int, int]]] = [[] for _ in stations.kinds]
    arrivals: list[list[Arrival]] = [[] for _ in stations.kinds]
    for number, link in enumerate(network.links):
        _add(network, groups, stations, (plain, arrivals), number, link)
    order = _order(network, stations, plain, arrivals)
    return Logic(network, groups, stations, plain, arrivals, order)


def relinked(base: Logic, network: Network, stations: Nodes, places: Iterable[int]) -> Logic:
    """The logic after activities at some places, no groups, have changed, with the links that lead to them.

    What waits for what is as it was: ``network`` and ``stations`` are those of ``base`` but for the changes.
    """
    plain, arrivals = list(base.plain), list(base.arrivals)
    incoming: dict[int, list[int]] = {at: [] for at in places}
    for number, link in enumerate(network.links):
        if link.succ in incoming:
            incoming[link.succ].append(number)
    for at, numbers in incoming.items():
        plain[at], arrivals[at] = [], []
        for number in numbers:
            _add(network, base.tree, stations, (plain, arrivals), number, network.links[number])
    return Logic(network, base.tree, stations, plain, arrivals, base.order)


def _add(
    network: Network,
    groups: Tree,
    stations: Nodes,
    bounds: tuple[list[list[tuple[int, int, int]]], list[list[Arrival]]],
    number: int,
    link: Link,
) -> None:
    """Put one link among the plain ones of its node if it can be, among the arrivals otherwise."""
    plain, arrivals = bounds
    source = _source(groups, stations, link)
    calendars = stations.calendars
    if link.pred not in groups.children and link.succ not in groups.children:
        own = calendars[link.succ]
        lag_calendar = _lag_calendar(network, link)
        if own is calendars[link.pred] and (not link.lag or own is lag_calendar or own == lag_calendar):
            length = stations.lengths[link.succ] if link.type.to_finish else 0
            plain[link.succ].append((source, link.lag - length, number))
            return
    node = link.succ
    if node in groups.children and link.type.to_finish:
        node = stations.last[node]
    arrival = Arrival(source, link.type.to_finish, link.lag, _lag_calendar(network, link), number)
    arrivals[node].append(arrival)


def _source(groups: Tree, stations: Nodes, link: Link) -> int:
    if link.pred not in groups.children:
        return 2 * link.pred + link.type.from_finish
    return 2 * (stations.last if link.type.from_finish else stations.first)[link.pred]


def _lag_calendar(network: Network, link: Link) -> WorkingCalendar:
    """The successor's own calendar, as in Microsoft Project; the clock for an elapsed lag."""
    if link.elapsed_lag:
        return CONTINUOUS
    return network.activities[link.succ].calendar or network.calendar


def _order(
    network: Network,
    stations: Nodes,
    plain: list[list[tuple[int, int, int]]],
    arrivals: list[list[Arrival]],
) -> list[int]:
    predecessors = [[source >> 1 for source, _, _ in incoming] for incoming in plain]
    for node, coming in enumerate(arrivals):
        predecessors[node].extend(arrival.source >> 1 for arrival in coming)
        if stations.gates[node] != NOBODY:
            predecessors[node].append(stations.gates[node])
    for node, gathered in stations.members.items():
        predecessors[node].extend(gathered)
    wanted = [node for node, kind in enumerate(stations.kinds) if kind is not Kind.IDLE]
    order = topological(predecessors, wanted)
    if len(order) < len(wanted):
        stuck = set(wanted).difference(order)
        rings = sorted(_activities_of(stations, ring) for ring in loops(predecessors, stuck))
        raise Cycle(tuple(tuple(network.activities[one].key for one in ring) for ring in rings))
    return order


def before(logic: Logic, node: int) -> list[int]:
    """The nodes that bound a node: by links, as members of a group, or as the gate around it; or `NOBODY`."""
    found = [source >> 1 for source, _, _ in logic.plain[node]]
    found += [arrival.source >> 1 for arrival in logic.arrivals[node]]
    found += logic.nodes.members.get(node, ())
    return [*found, logic.nodes.gates[node]]


def _activities_of(stations: Nodes, ring: list[int]) -> list[int]:
    """The activities around a ring of nodes, lowest index first; a group with two nodes in it comes once."""
    owners = [stations.owners[node] for node in ring]
    found = [owner for at, owner in enumerate(owners) if owner != owners[at - 1] or len(owners) == 1]
    first = found.index(min(found))
    return found[first:] + found[:first]
