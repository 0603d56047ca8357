"""What is to be levelled: who is there, and who could do what for how long."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field

from handbook.schedule.calendar import WorkingCalendar
from handbook.schedule.faults import BadNetwork
from handbook.schedule.network import Network

FULL_TIME = 100
"""Units of one full time: capacity and demands are percent of it."""

NORMAL_PRIORITY = 500
"""The priority of what nobody gave one; 0 to 1000, as in Microsoft Project."""


@dataclass(frozen=True, slots=True)
class Absence:
    """A time in which some of a team is not there.

    Attributes:
        start, finish: instants.
        units: percent of a full time that is missing.
    """

    start: int
    finish: int
    units: int


@dataclass(frozen=True, slots=True)
class Resource:
    """A person, team, or machine.

    Attributes:
        key: what the caller calls it; unique in its levelling.
        calendar: when it works; the leave of a person is an exception of the calendar.
        capacity: units it can give at any working moment: 100 is one full time, a team of four has 400, a
            person on half time with whole days has 50.
        absences: when a part of a team is away; together they may take all of it.
    """

    key: Hashable
    calendar: WorkingCalendar
    capacity: int = FULL_TIME
    absences: tuple[Absence, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to do a job (a mode, in the words of resource-constrained scheduling).

    Attributes:
        demands: (index of the resource, units of it), held from start to finish of the job, or of each of its
            pieces. One person at half time on a task is 50.
        duration: minutes of working time it takes this way; not used once the activity has begun.
        calendar: when it can be worked on this way. None is the time in which the calendar of the activity
            and those of all its resources work; an elapsed activity runs through everything.
    """

    demands: tuple[tuple[int, int], ...]
    duration: int
    calendar: WorkingCalendar | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """What an activity needs to be done.

    Of an activity that has begun, the network's dates stand; it holds what its previous choice (the first, if
    there is none) demands until it is finished.

    Attributes:
        choices: ways to do it, the preferred one first: of equally good plans the one with earlier choices
            wins.
        priority: who goes first when there are not enough people for all, 0 to 1000, higher first.
        minimum_piece: minutes of work that a piece must have at least if the job may be paused for other
            work and taken up again; None for a job that is done in one go.
        previous_start: instant at which the last published plan starts it, if it is in that plan.
        previous_choice: index of the choice of the last published plan.
    """

    choices: tuple[Choice, ...]
    priority: int = NORMAL_PRIORITY
    minimum_piece: int | None = None
    previous_start: int | None = None
    previous_choice: int | None = None


@dataclass(frozen=True, slots=True)
class Levelling:
    """A network, the people for it, and who can do what.

    Several projects are levelled together in one network; each is a group in it.

    Attributes:
        network: activities and links; its dates, links and progress mean what they mean to `timetable`.
        project_start, status: instants, as for `timetable`.
        resources: who there is.
        jobs: index of an activity -> its job; an activity without one needs nobody.
        projects: index of a group -> weight. The sum of weight times finish of these groups is to be small;
            if there are none, it is the finish of everything.

    Raises:
        BadNetwork: an index that is not there, a group with a job, a job without choices, a negative
            duration, capacity or demand, a piece of no length.
    """

    network: Network
    project_start: int
    status: int | None
    resources: tuple[Resource, ...]
    jobs: Mapping[int, Job] = field(hash=False)
    projects: Mapping[int, int] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        count = len(self.network.activities)
        groups = {one.parent for one in self.network.activities}
        for at in (*self.jobs, *self.projects):
            if not 0 <= at < count:
                raise BadNetwork(f"expected the index of an activity, found {at}")
        for group, weight in self.projects.items():
            if group not in groups or weight < 0:
                key = self.network.activities[group].key
                raise BadNetwork(f"project {key!r} is no group, or has no weight")
        for one in self.resources:
            if one.capacity < 0 or any(absence.units < 0 for absence in one.absences):
                raise BadNetwork(f"resource {one.key!r} has less than nothing")
        for at, job in self.jobs.items():
            self._check(job, self.network.activities[at].key, is_group=at in groups)

    def _check(self, job: Job, key: Hashable, *, is_group: bool) -> None:
        if is_group:
            raise BadNetwork(f"{key!r} is a group: those inside it have jobs")
        if not job.choices:
            raise BadNetwork(f"{key!r} has a job and no way to do it")
        if job.previous_choice is not None and not 0 <= job.previous_choice < len(job.choices):
            raise BadNetwork(f"{key!r} had a choice that is not there: {job.previous_choice}")
        if job.minimum_piece is not None and job.minimum_piece <= 0:
            raise BadNetwork(f"{key!r} has a minimum piece of {job.minimum_piece} min")
        for choice in job.choices:
            if choice.duration < 0 or any(units < 0 for _, units in choice.demands):
                raise BadNetwork(f"{key!r} has a choice with less than nothing")
            if any(not 0 <= resource < len(self.resources) for resource, _ in choice.demands):
                raise BadNetwork(f"{key!r} demands a resource that is not there")
