"""The ways in which each job can really be done, and what no choice can have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from handbook.schedule.calendar import CONTINUOUS, WorkingCalendar, intersection
from handbook.schedule.levelling.levelled import Shortage
from handbook.schedule.levelling.problem import Choice, Job, Levelling
from handbook.schedule.network import Activity, Network
from handbook.schedule.progress import progress


@dataclass(frozen=True, slots=True)
class Way:
    """A choice that can be had.

    Attributes:
        choice: index of the choice in its job.
        duration: working minutes.
        calendar: when it is worked on.
        demands: (index of the resource, units), each resource once, none for nothing.
    """

    choice: int
    duration: int
    calendar: WorkingCalendar
    demands: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """What can be had.

    Attributes:
        open: index of an activity that has not begun -> its ways, one or more.
        begun: index of an activity that has begun -> (index of the choice, its demands).
        shortages: jobs that have no way, in order of the network.
    """

    open: dict[int, tuple[Way, ...]]
    begun: dict[int, tuple[int, tuple[tuple[int, int], ...]]]
    shortages: tuple[Shortage, ...]


def ways(problem: Levelling) -> Ways:
    """The ways of all jobs."""
    found: dict[int, tuple[Way, ...]] = {}
    begun: dict[int, tuple[int, tuple[tuple[int, int], ...]]] = {}
    shortages = []
    shared: dict[tuple[int, ...], WorkingCalendar] = {}
    for at in sorted(problem.jobs):
        job, activity = problem.jobs[at], problem.network.activities[at]
        if progress(activity) is not None:
            number = job.previous_choice or 0
            begun[at] = number, _added(job.choices[number])
            continue
        fitting = [
            Way(number, choice.duration, _calendar(problem, activity, choice, shared), _added(choice))
            for number, choice in enumerate(job.choices)
            if _lacks(problem, choice) is None
        ]
        fitting = [way for way in fitting if not way.calendar.is_empty]
        if fitting:
            found[at] = tuple(fitting)
        else:
            shortages.append(_shortage(problem, activity, job))
    return Ways(found, begun, tuple(shortages))


def with_ways(network: Network, chosen: Mapping[int, Way]) -> Network:
    """The network in which jobs take as long, and are worked on when, the chosen ways say."""
    activities = list(network.activities)
    for at, way in chosen.items():
        one = replace(activities[at], duration=way.duration, remaining=None)
        if not (one.elapsed and way.calendar is CONTINUOUS):
            one = replace(one, calendar=way.calendar, elapsed=False)
        activities[at] = one
    return replace(network, activities=tuple(activities))


def _added(choice: Choice) -> tuple[tuple[int, int], ...]:
    """Demands with what is asked of the same resource twice added up."""
    units: dict[int, int] = {}
    for resource, wanted in choice.demands:
        units[resource] = units.get(resource, 0) + wanted
    return tuple((resource, wanted) for resource, wanted in units.items() if wanted)


def _lacks(problem: Levelling, choice: Choice) -> int | None:
    """Index of the first resource that never has what the choice demands."""
    for resource, wanted in _added(choice):
        if wanted > problem.resources[resource].capacity:
            return resource
    return None


def _shortage(problem: Levelling, activity: Activity, job: Job) -> Shortage:
    choice = job.choices[0]
    lacking = _lacks(problem, choice)
    if lacking is None:
        return Shortage(activity.key, None, 0, 0)
    resource = problem.resources[lacking]
    return Shortage(activity.key, resource.key, dict(_added(choice))[lacking], resource.capacity)


def _calendar(
    problem: Levelling, activity: Activity, choice: Choice, shared: dict[tuple[int, ...], WorkingCalendar]
) -> WorkingCalendar:
    """The working time of a choice; equal ones are one object."""
    if choice.calendar is not None:
        return choice.calendar
    if activity.elapsed:
        return CONTINUOUS
    own = activity.calendar or problem.network.calendar
    parts = [own, *(problem.resources[resource].calendar for resource, _ in choice.demands)]
    key = tuple(id(part) for part in parts)
    if key not in shared:
        unlike = [part for part in parts[1:] if part is not own and part != own]
        shared[key] = intersection(own, *unlike) if unlike else own
    return shared[key]
