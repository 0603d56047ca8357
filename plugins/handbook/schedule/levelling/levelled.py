"""The levelled plan: when everything is done and by whom, and what could not be had."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field

from handbook.schedule.conflicts import Conflict
from handbook.schedule.instants import written


@dataclass(frozen=True, slots=True)
class Shortage:
    """A job that nobody can ever do: none of its choices fits the people there are. It is planned without.

    Attributes:
        activity: key of the activity.
        resource: key of the resource that its first choice lacks; None if that has no working time at all.
        wanted, capacity: units that the choice demands of it, and that there are.
    """

    activity: Hashable
    resource: Hashable | None
    wanted: int
    capacity: int

    def __str__(self) -> str:
        if self.resource is None:
            return f"{self.activity}: no working time that all it needs have in common"
        return f"{self.activity}: wants {self.wanted} % of {self.resource}, who has {self.capacity} %"


@dataclass(frozen=True, slots=True)
class Overload:
    """A time in which fixed work takes more than there is: work in progress, and hard dates.

    Attributes:
        resource: key of the resource.
        start, finish: instants.
        units, capacity: percent of a full time that are taken, and that there are.
        activities: keys of the activities at work.
    """

    resource: Hashable
    start: int
    finish: int
    units: int
    capacity: int
    activities: tuple[Hashable, ...]

    def __str__(self) -> str:
        names = ", ".join(map(str, self.activities))
        span = f"{written(self.start)} - {written(self.finish)}"
        return f"{self.resource}: {self.units} % of {self.capacity} %, {span}, by {names}"


@dataclass(frozen=True, slots=True)
class Wait:
    """Why an activity starts later than its links and dates allow: somebody was busy until then.

    Attributes:
        activity: index of the activity that waits.
        resource: index of the resource that it waits for.
        busy: indexes of the activities that hold the resource until the waiting one starts; none if the
            resource was away.
        possible: instant at which links and dates alone would have let it start.
    """

    activity: int
    resource: int
    busy: tuple[int, ...]
    possible: int


@dataclass(frozen=True, slots=True)
class Levelled:
    """A plan that asks of nobody more than there is, except where `shortages` and `overloads` say so.

    Attributes:
        start, finish: instants by index of the activity, groups included.
        choice: index of the activity -> index of the choice; None if none of them can be had.
        pieces: index of the activity -> (start, finish) of each piece of its work, one if it is not paused;
            of work in progress, what remains.
        project_finish: latest finish of any activity.
        bound: instant before which no plan can finish; with several projects, of all of them together.
        proven: whether there is no plan that finishes earlier (with several projects: whose weighted finishes
            are smaller).
        moved: indexes of the activities that start at another time, or are done in another way, than in the
            last published plan.
        waits: what started late for want of people, and whom it waited for.
        conflicts: constraints that could not be kept, as in `Timetable`.
        shortages, overloads: where people cannot be had.
    """

    start: tuple[int, ...]
    finish: tuple[int, ...]
    choice: Mapping[int, int | None] = field(hash=False)
    pieces: Mapping[int, tuple[tuple[int, int], ...]] = field(hash=False)
    project_finish: int
    bound: int
    proven: bool
    moved: tuple[int, ...] = ()
    waits: tuple[Wait, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    shortages: tuple[Shortage, ...] = ()
    overloads: tuple[Overload, ...] = ()
