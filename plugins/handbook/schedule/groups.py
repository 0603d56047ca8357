"""The tree of groups: who is inside whom, and which links and parents make no sense in it."""

from __future__ import annotations

from typing import NamedTuple

from handbook.schedule.faults import Cycle, OwnGroupLink
from handbook.schedule.network import Network


class Tree(NamedTuple):
    """Groups and their members.

    Attributes:
        children: index of a group -> indexes of its direct members; activities that are no group are not in
            it.
        groups: indexes of the groups, outer ones before inner ones.
    """

    children: dict[int, list[int]]
    groups: list[int]


def tree(network: Network) -> Tree:
    """The groups of a network.

    Raises:
        Cycle: a group is inside itself.
        OwnGroupLink: a link joins a group to something inside it.
    """
    children: dict[int, list[int]] = {}
    for at, activity in enumerate(network.activities):
        if activity.parent is not None:
            children.setdefault(activity.parent, []).append(at)
    groups = [at for at in sorted(children) if network.activities[at].parent is None]
    for group in groups:
        groups.extend(child for child in children[group] if child in children)
    if len(groups) < len(children):
        raise _ring(network, next(at for at in sorted(children) if at not in set(groups)))
    _check_links(network, children)
    return Tree(children, groups)


def _ring(network: Network, at: int) -> Cycle:
    """The ring of parents above an activity that has no outermost group."""
    way: list[int] = []
    while at not in way:
        way.append(at)
        at = network.activities[at].parent or 0
    return Cycle((tuple(network.activities[one].key for one in way[way.index(at) :]),))


def _check_links(network: Network, children: dict[int, list[int]]) -> None:
    for number, link in enumerate(network.links):
        for group, inner in ((link.pred, link.succ), (link.succ, link.pred)):
            if group in children and _is_inside(network, inner, group):
                keys = network.activities[group].key, network.activities[inner].key
                raise OwnGroupLink(*keys, number)


def _is_inside(network: Network, at: int, group: int) -> bool:
    parent = network.activities[at].parent
    while parent is not None and parent != group:
        parent = network.activities[parent].parent
    return parent == group
