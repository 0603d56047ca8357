"""Float paths: the driving path to a target, and the paths that come next to it.

Multiple float path analysis (Oracle Primavera P6; AACE International RP 49R-06, "Identifying the Critical
Path", 2010): the first path is the driving path, each further one ends in the activity with the least float
to the target that is on no path yet, and goes back along what drives that activity until it meets a path
that is known.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from handbook.schedule.drivers import DriverKind
from handbook.schedule.timetable import Timetable

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class FloatPath(Generic[T]):
    """One path to a target; activities are told by index, or by whatever else they are known by.

    Attributes:
        slack: float of its last activity to the target, in working minutes; that of the first path is 0, or
            what a calendar leaves.
        activities: the first to be done first; open work and milestones, no groups.
        joins: the activity on a path before this one that waits for it; None for the first path, and if only
            a group waits.
    """

    slack: int
    activities: tuple[T, ...]
    joins: T | None = None


class Course(Protocol[T]):
    """What happens when, and what waits for what."""

    def start(self, at: T) -> int:
        """The instant at which an activity starts."""

    def finish(self, at: T) -> int:
        """The instant at which an activity finishes."""

    def before(self, at: T) -> T | None:
        """The activity that drives one along a link; None if none does."""

    def behind(self, at: T) -> Iterable[T]:
        """The activities that wait for one, or for a group around it."""


def float_paths(
    timetable: Timetable, target: int, floats: list[int | None], most: int, limit: int | None = None
) -> list[FloatPath[int]]:
    """At most so many paths to a target in one timetable, the one with the least float first.

    Args:
        timetable: what they are read from.
        target: index of an activity, no group.
        floats: `target_float` of the timetable and the target.
        most: the greatest number of paths, the driving one among them.
        limit: working minutes; paths with more float are left out.
    """
    known = {at: slack for at, slack in enumerate(floats) if slack is not None}
    return paths_to(InTimetable(timetable), target, known, most, limit)


def paths_to(
    course: Course[T], target: T, floats: Mapping[T, int], most: int, limit: int | None = None
) -> list[FloatPath[T]]:
    """The same on any course; ``floats`` holds what the target waits for, and no work that is done."""
    found = [FloatPath(floats.get(target, 0), _back(course, target, floats, set()))]
    known = set(found[0].activities)
    waiting = sorted(
        (at for at in floats if at not in known), key=lambda at: (floats[at], -course.finish(at))
    )
    for at in waiting:
        slack = floats[at]
        if len(found) >= most or (limit is not None and slack > limit):
            break
        if at not in known:
            way = _back(course, at, floats, known)
            reached = [one for one in course.behind(at) if one in known]
            found.append(FloatPath(slack, way, min(reached, key=course.start, default=None)))
            known.update(way)
    return found


def _back(course: Course[T], at: T, floats: Mapping[T, int], known: set[T]) -> tuple[T, ...]:
    """The activities that drive one, itself last, back to one that is known, finished or driven by a date."""
    way: list[T] = []
    here: T | None = at
    while here is not None and here not in known and here not in way:
        if here not in floats and way:
            break
        way.append(here)
        here = course.before(here)
    return tuple(reversed(way))


class InTimetable:
    """The course of one timetable, by index."""

    def __init__(self, timetable: Timetable) -> None:
        self._timetable = timetable

    def start(self, at: int) -> int:
        """The instant at which an activity starts."""
        return self._timetable.start[at]

    def finish(self, at: int) -> int:
        """The instant at which an activity finishes."""
        return self._timetable.finish[at]

    def before(self, at: int) -> int | None:
        """The activity that drives one along a link; None if none does."""
        why = self._timetable.driver(at)
        if why.kind is not DriverKind.LINK or why.link is None:
            return None
        return self._timetable.decisive(self._timetable.network.links[why.link])

    def behind(self, at: int) -> Iterator[int]:
        """The activities that wait for one, or for a group around it."""
        inside = {at, *self.around(at)}
        for link in self._timetable.network.links:
            if link.pred in inside:
                yield from self.members(link.succ)

    def around(self, at: int) -> Iterator[int]:
        """The groups around an activity, the nearest first."""
        parent = self._timetable.network.activities[at].parent
        while parent is not None:
            yield parent
            parent = self._timetable.network.activities[parent].parent

    def members(self, at: int) -> Iterator[int]:
        """The activities inside a group, or the activity itself."""
        waiting = [at]
        while waiting:
            one = waiting.pop()
            inside = self._timetable.logic.tree.children.get(one)
            if inside is None:
                yield one
            else:
                waiting += inside
