"""What a constraint stands against: the links that make it impossible, and where they begin."""

from collections.abc import Iterator
from typing import NamedTuple

from handbook.planning.breakdown import Item
from handbook.planning.moments import Moments
from handbook.planning.settled import Settled
from handbook.planning.wait import Wait
from handbook.planning.wording import MANNERS, day, named
from handbook.records.kinds.task import Task
from handbook.schedule import Conflict, Driver, DriverKind


class Against(NamedTuple):
    """The links that a constraint stands against, the last one first, and why their first work stands."""

    waits: tuple[Wait, ...]
    text: str


class _Step(NamedTuple):
    """An activity with what gives it its date."""

    at: int
    driver: Driver


def against(settled: Settled, conflict: Conflict) -> Against:
    """What the constraint of a conflict stands against, back to its first cause."""
    steps = list(_steps(settled, conflict))
    links = [step.driver.link for step in steps if step.driver.link is not None]
    waits = tuple(wait for link in links if (wait := _wait(settled, link)))
    cause = _cause(settled, steps[-1])
    if not waits:
        return Against((), f"it {cause}")
    way = f"it waits for {named(waits[0].target)}"
    if waits[-1].target is not waits[0].target:
        way = f"{way}, and so in the end for {named(waits[-1].target)}"
    return Against(waits, f"{way}, which {cause}")


def _steps(settled: Settled, conflict: Conflict) -> Iterator[_Step]:
    table = settled.timetable
    step = _Step(table.network.index[conflict.activity], conflict.driver)
    passed: set[int] = set()
    while step.at not in passed:
        yield step
        passed.add(step.at)
        if step.driver.kind is DriverKind.LINK and step.driver.link is not None:
            at = table.decisive(table.network.links[step.driver.link])
        elif step.driver.kind is DriverKind.MEMBER and step.driver.activity is not None:
            at = step.driver.activity
        else:
            return
        step = _Step(at, table.driver(at))


def _wait(settled: Settled, link: int) -> Wait | None:
    successor = settled.draft.item(settled.draft.links[link].succ)
    return settled.draft.ties[link].wait(successor) if successor else None


def _cause(settled: Settled, step: _Step) -> str:
    """Why the first of all stands where it stands: ``begins with the project on 1 June 2026``."""
    table, moments = settled.timetable, Moments()
    start, finish = moments.span(table.start[step.at], table.finish[step.at])
    if settled.draft.item(step.at) is None:
        return f"is expected in the other project on {day(finish.date())}"
    if step.driver.kind is DriverKind.STATUS and table.status is not None:
        return f"cannot begin before the status date, {day(moments.at(table.status).date())}"
    if step.driver.kind is DriverKind.CONSTRAINT:
        owner = settled.draft.item(step.at if step.driver.activity is None else step.driver.activity)
        if bound := _bound(owner):
            return f"has the constraint '{bound}'"
    if step.driver.kind is DriverKind.ACTUAL:
        return f"began on {day(start.date())}"
    if step.driver.kind is DriverKind.PROJECT_START:
        return f"begins with the project on {day(moments.at(table.project_start).date())}"
    return f"cannot be finished before {day(finish.date())}"


def _bound(owner: Item | None) -> str:
    if not isinstance(owner, Task) or owner.constraint is None or owner.constraint.date is None:
        return ""
    return f"{MANNERS[owner.constraint.type]} {day(owner.constraint.date)}"
