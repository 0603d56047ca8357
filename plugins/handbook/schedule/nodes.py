"""The nodes that the passes walk over: one for each activity, and the events of groups.

Every activity is a *node* with its own index. A group becomes up to three nodes:

* its *gate* (the index of the group), which the start of every member must respect: links to the group's
  start and its own start constraint arrive there;
* its *first* event, the earliest start inside it, where links from its start leave;
* its *last* event, the latest finish inside it, where links from its finish leave, and links to its finish
  arrive.

Only the nodes that something arrives at or leaves from take part.
"""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from handbook.schedule.calendar import CONTINUOUS, WorkingCalendar
from handbook.schedule.faults import NoWorkingTime
from handbook.schedule.groups import Tree
from handbook.schedule.network import ConstraintType, Network
from handbook.schedule.progress import Progress, progress

NOBODY = -1


class Kind(IntEnum):
    """What a node stands for."""

    WORK = 0
    BEGUN = 1
    GATE = 2
    FIRST = 3
    LAST = 4
    IDLE = 5
    """a group whose gate nothing arrives at"""


class Nodes(NamedTuple):
    """What stands at each node; lists are by node.

    Attributes:
        kinds: what the node stands for.
        owners: activity that the node belongs to.
        calendars: calendar in which positions of the node count; equal calendars are one object.
        lengths: minutes still to schedule.
        gates: the gate that the node must respect, or NOBODY.
        first, last: group -> its event nodes, where they are needed.
        members: first or last event -> nodes that it gathers.
        progress: activity -> how far it is, if it has begun.
    """

    kinds: list[Kind]
    owners: list[int]
    calendars: list[WorkingCalendar]
    lengths: list[int]
    gates: list[int]
    first: dict[int, int]
    last: dict[int, int]
    members: dict[int, list[int]]
    progress: dict[int, Progress]


def nodes(network: Network, tree: Tree) -> Nodes:
    """The nodes of a network.

    Raises:
        NoWorkingTime: an activity has a calendar without any working time.
    """
    begun = {
        at: far
        for at, one in enumerate(network.activities)
        if at not in tree.children and (far := progress(one)) is not None
    }
    kinds = [
        Kind.IDLE if at in tree.children else Kind.BEGUN if at in begun else Kind.WORK
        for at in range(len(network.activities))
    ]
    calendars = _calendars(network, tree)
    lengths = [_length(network, tree, begun, at) for at in range(len(kinds))]
    first, last = _needed_events(network, tree)
    owners = list(range(len(kinds)))
    for events, kind in ((first, Kind.FIRST), (last, Kind.LAST)):
        for group in events:
            events[group] = len(kinds)
            kinds.append(kind)
            owners.append(group)
            calendars.append(calendars[group])
            lengths.append(0)
    members = {
        node: [events.get(child, child) for child in tree.children[group]]
        for events in (first, last)
        for group, node in events.items()
    }
    gates = _gates(network, tree, kinds)
    return Nodes(kinds, owners, calendars, lengths, gates, first, last, members, begun)


def _calendars(network: Network, tree: Tree) -> list[WorkingCalendar]:
    one_of_equals: dict[WorkingCalendar, WorkingCalendar] = {}
    same: dict[int, WorkingCalendar] = {}
    found = []
    for at, activity in enumerate(network.activities):
        given = CONTINUOUS if activity.elapsed else activity.calendar or network.calendar
        if id(given) not in same:
            same[id(given)] = one_of_equals.setdefault(given, given)
        if given.is_empty and at not in tree.children:
            raise NoWorkingTime(str(given), activity.key)
        found.append(same[id(given)])
    return found


def _length(network: Network, tree: Tree, begun: dict[int, Progress], at: int) -> int:
    if at in tree.children:
        return 0
    if at in begun:
        return begun[at].remaining
    activity = network.activities[at]
    return activity.duration if activity.remaining is None else activity.remaining


def _needed_events(network: Network, tree: Tree) -> tuple[dict[int, int], dict[int, int]]:
    """Groups that need a first and a last event; the node numbers are still to come."""
    first: set[int] = set()
    last: set[int] = set()
    for link in network.links:
        if link.pred in tree.children:
            (last if link.type.from_finish else first).add(link.pred)
        if link.succ in tree.children and link.type.to_finish:
            last.add(link.succ)
    for group in tree.groups:
        if network.activities[group].constraint in {ConstraintType.SNLT, ConstraintType.MSO}:
            first.add(group)
        if network.activities[group].constraint in {ConstraintType.FNET, ConstraintType.MFO}:
            last.add(group)
    for group in tree.groups:
        for needed in (first, last):
            if group in needed:
                needed.update(child for child in tree.children[group] if child in tree.children)
    return dict.fromkeys(sorted(first), NOBODY), dict.fromkeys(sorted(last), NOBODY)


def _gates(network: Network, tree: Tree, kinds: list[Kind]) -> list[int]:
    """The gate that each node must respect; groups where something arrives become gates in `kinds`."""
    for link in network.links:
        if link.succ in tree.children and not link.type.to_finish:
            kinds[link.succ] = Kind.GATE
    gates = [NOBODY] * len(kinds)
    for group in tree.groups:
        if network.activities[group].constraint in {ConstraintType.SNET, ConstraintType.MSO}:
            kinds[group] = Kind.GATE
        nearest = group if kinds[group] is Kind.GATE else gates[group]
        for child in tree.children[group]:
            gates[child] = nearest
    return gates
