"""Circles: dependencies that wait for each other, and the plan without the one that closes each of them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from handbook.schedule import CONTINUOUS, Activity, Cycle, Link, Network
from handbook.schedule.logic import logic

_ROUNDS = 8


class Circle(NamedTuple):
    """Activities, by index, that wait for each other: each for the one before it, the first for the last.

    ``links`` are the indexes of the links on the way, in the same order; from a group to what is inside it
    there is none. ``cut`` is the one that is left out to open the circle.
    """

    activities: tuple[int, ...]
    links: tuple[int, ...]
    cut: int


class Cuts(NamedTuple):
    """The circles that were opened one by one, and the links that were left out of a tangle at once."""

    circles: list[Circle]
    rest: list[int]


def cuts(parents: Sequence[int | None], links: Sequence[Link]) -> Cuts:
    """What to leave out so that no activities wait for each other.

    ``parents`` gives the group around each activity. Plans are written in the order of the work, so the link
    that closes a circle is one that leads backward in reading order, the last one if there are several. A
    tangle that is not open after eight rounds loses all its backward links.
    """
    activities = tuple(Activity(at, parent=parent) for at, parent in enumerate(parents))
    found: list[Circle] = []
    kept = dict(enumerate(links))
    for _ in range(_ROUNDS):
        loops = _loops(activities, kept.values())
        between = {(link.pred, link.succ): at for at, link in kept.items()} if loops else {}
        for loop in loops:
            found.append(_circle(loop, links, between))
            del kept[found[-1].cut]
        if not loops:
            return Cuts(found, [])
    return Cuts(found, [at for at, link in kept.items() if link.pred > link.succ])


def soft_cuts(parents: Sequence[int | None], links: Sequence[Link], soft: Iterable[int]) -> set[int]:
    """The links among ``soft``, by index, to leave out so that they close no circle.

    All soft ones of a circle go at once; those that are still in one after eight rounds all go.
    """
    activities = tuple(Activity(at, parent=parent) for at, parent in enumerate(parents))
    left, cut = set(soft), set[int]()
    for _ in range(_ROUNDS):
        kept = [link for at, link in enumerate(links) if at not in cut]
        loops = _loops(activities, kept) if left else []
        steps = {(loop[at - 1], loop[at]) for loop in loops for at in range(len(loop))}
        closing = {at for at in left if (links[at].pred, links[at].succ) in steps}
        if not closing:
            return cut
        cut |= closing
        left -= closing
    return cut | left


def _loops(activities: tuple[Activity, ...], links: Iterable[Link]) -> list[tuple[int, ...]]:
    """One loop of each tangle. Dates play no part in it: all the time is working time."""
    try:
        logic(Network(activities, tuple(links), CONTINUOUS))
    except Cycle as cycle:
        return [tuple(key for key in loop if isinstance(key, int)) for loop in cycle.loops]
    return []


def _circle(loop: tuple[int, ...], links: Sequence[Link], between: dict[tuple[int, int], int]) -> Circle:
    """A loop with its links. Groups are trees, so every loop goes through links.

    ``between`` gives the link from one activity to another, the last one if there are several.
    """
    steps = ((loop[at - 1], loop[at]) for at in range(len(loop)))
    way = tuple(between[step] for step in steps if step in between)
    return Circle(loop, way, max(way, key=lambda at: (links[at].pred > links[at].succ, at)))
