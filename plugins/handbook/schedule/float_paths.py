"""Float paths: the driving path to a target, and the paths that come next to it.

Multiple float path analysis (Oracle Primavera P6; AACE International RP 49R-06, "Identifying the Critical
Path", 2010): the first path is the driving path, each further one ends in the activity with the least float
to the target that is on no path yet, and goes back along what drives that activity until it meets a path
that is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.schedule.drivers import DriverKind
from handbook.schedule.timetable import Timetable


@dataclass(frozen=True, slots=True)
class FloatPath:
    """One path to a target.

    Attributes:
        slack: float of its last activity to the target, in working minutes; that of the first path is 0, or
            what a calendar leaves.
        activities: indexes, the first to be done first; open work and milestones, no groups.
        joins: index of the activity on a path before this one that waits for it; None for the first path,
            and if only a group waits.
    """

    slack: int
    activities: tuple[int, ...]
    joins: int | None = None


def float_paths(
    timetable: Timetable, target: int, floats: list[int | None], most: int, limit: int | None = None
) -> list[FloatPath]:
    """At most so many paths to a target, the one with the least float first.

    Args:
        timetable: what they are read from.
        target: index of an activity, no group.
        floats: `target_float` of the timetable and the target.
        most: the greatest number of paths, the driving one among them.
        limit: working minutes; paths with more float are left out.
    """
    found = [FloatPath(floats[target] or 0, _back(timetable, target, floats, set()))]
    known = set(found[0].activities)
    waiting = sorted(
        (at for at, slack in enumerate(floats) if slack is not None and at not in known),
        key=lambda at: (floats[at], -timetable.finish[at], at),
    )
    for at in waiting:
        slack = floats[at] or 0
        if len(found) >= most or (limit is not None and slack > limit):
            break
        if at not in known:
            way = _back(timetable, at, floats, known)
            found.append(FloatPath(slack, way, _joined(timetable, at, known)))
            known.update(way)
    return found


def _back(timetable: Timetable, at: int, floats: list[int | None], known: set[int]) -> tuple[int, ...]:
    """The activities that drive one, itself last, back to one that is known, finished or driven by a date."""
    way: list[int] = []
    here: int | None = at
    while here is not None and here not in known and here not in way:
        if floats[here] is None and way:
            break
        way.append(here)
        why = timetable.driver(here)
        link = (
            timetable.network.links[why.link]
            if why.kind is DriverKind.LINK and why.link is not None
            else None
        )
        here = None if link is None else timetable.decisive(link)
    return tuple(reversed(way))


def _joined(timetable: Timetable, at: int, known: set[int]) -> int | None:
    """The activity, the first of those known, that waits for one or for a group around it."""
    inside = {at, *_around(timetable, at)}
    waiting = (link.succ for link in timetable.network.links if link.pred in inside)
    found = [one for succ in waiting for one in _members(timetable, succ) if one in known]
    return min(found, key=timetable.start.__getitem__, default=None)


def _around(timetable: Timetable, at: int) -> Iterator[int]:
    parent = timetable.network.activities[at].parent
    while parent is not None:
        yield parent
        parent = timetable.network.activities[parent].parent


def _members(timetable: Timetable, at: int) -> Iterator[int]:
    """The activities inside a group, or the activity itself."""
    waiting = [at]
    while waiting:
        one = waiting.pop()
        inside = timetable.logic.tree.children.get(one)
        if inside is None:
            yield one
        else:
            waiting += inside
