"""Topological order, and the naming of loops when there is none."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

SEARCHES = 64
"""How many starting points are tried for the shortest loop of one tangle: enough, and cheap for any size."""


def topological(predecessors: list[list[int]], wanted: Iterable[int]) -> list[int]:
    """The wanted nodes, each after its predecessors; nodes of a loop, and those behind it, are left out.

    The order is Kahn's (1962): first come, first served, starting in the order given, so it is always the
    same.
    """
    nodes = list(wanted)
    waiting = [0] * len(predecessors)
    successors: list[list[int]] = [[] for _ in predecessors]
    for node in nodes:
        waiting[node] = len(predecessors[node])
        for before in predecessors[node]:
            successors[before].append(node)
    order = [node for node in nodes if not waiting[node]]
    for node in order:
        for after in successors[node]:
            waiting[after] -= 1
            if not waiting[after]:
                order.append(after)
    return order


def loops(predecessors: list[list[int]], stuck: Iterable[int]) -> list[list[int]]:
    """One short loop for each tangle (strongly connected part) among nodes that have no order.

    Each loop runs forward: every node waits for the one before it, the first for the last.
    It begins with its lowest number.
    """
    inside = set(stuck)
    found = []
    for tangle in _tangles(predecessors, sorted(inside)):
        members = set(tangle)
        ways = (_way_round(predecessors, node, members) for node in sorted(tangle)[:SEARCHES])
        if shortest := min((way for way in ways if way), key=len, default=None):
            found.append(shortest)
    return found


def _way_round(predecessors: list[list[int]], start: int, members: set[int]) -> list[int]:
    """The shortest way from a node back to itself against the links, read forward; empty if there is none."""
    came_from: dict[int, int] = {}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for before in predecessors[node]:
            if before == start:
                way = [node]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return way
            if before in members and before not in came_from:
                came_from[before] = node
                queue.append(before)
    return []


def _tangles(predecessors: list[list[int]], nodes: list[int]) -> list[list[int]]:
    """Strongly connected parts (Kosaraju 1978, Sharir 1981: two searches, the second against the links)."""
    inside = set(nodes)
    successors: dict[int, list[int]] = {node: [] for node in nodes}
    for node in nodes:
        for before in predecessors[node]:
            if before in inside:
                successors[before].append(node)
    finished: list[int] = []
    seen: set[int] = set()
    for node in nodes:
        finished.extend(_search(node, successors, seen))
    backward = {node: [before for before in predecessors[node] if before in inside] for node in nodes}
    seen = set()
    return [part for node in reversed(finished) if (part := _search(node, backward, seen))]


def _search(start: int, neighbours: dict[int, list[int]], seen: set[int]) -> list[int]:
    """Nodes newly reached from a node, in the order in which a depth-first search leaves them."""
    if start in seen:
        return []
    seen.add(start)
    left: list[int] = []
    path = [(start, iter(neighbours[start]))]
    while path:
        node, rest = path[-1]
        for after in rest:
            if after not in seen:
                seen.add(after)
                path.append((after, iter(neighbours[after])))
                break
        else:
            path.pop()
            left.append(node)
    return left
