"""Constraints that the plan cannot keep, told as data."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import NamedTuple

from handbook.schedule.bounds import ON_FINISH, UPPER
from handbook.schedule.drivers import Driver, DriverKind, driver
from handbook.schedule.forward import Pass
from handbook.schedule.instants import written
from handbook.schedule.logic import Logic
from handbook.schedule.network import ConstraintType
from handbook.schedule.nodes import Kind


class Conflict(NamedTuple):
    """A constraint against what links, project start or status date allow.

    Attributes:
        activity: key of the activity or group.
        constraint: its constraint type.
        demanded: instant of the constraint.
        possible: earliest instant that would not break anything else.
        driver: why no earlier one is.
    """

    activity: Hashable
    constraint: ConstraintType
    demanded: int
    possible: int
    driver: Driver

    def __str__(self) -> str:
        demanded, possible = written(self.demanded), written(self.possible)
        return f"{self.activity}: {self.constraint.value} {demanded}, possible {possible}"


def conflicts(logic: Logic, found: Pass, starts: list[int], finishes: list[int]) -> tuple[Conflict, ...]:
    """All conflicts, in order of the network; `starts` and `finishes` are the forecast instants."""
    return tuple(_conflicts(logic, found, starts, finishes))


def _conflicts(logic: Logic, found: Pass, starts: list[int], finishes: list[int]) -> Iterator[Conflict]:
    for at, activity in enumerate(logic.network.activities):
        if activity.constraint not in UPPER or activity.constraint_at is None:
            continue
        on_finish = activity.constraint in ON_FINISH
        calendar = logic.nodes.calendars[at]
        if at in found.possible:
            start = found.possible[at]
            finish = start + logic.nodes.lengths[at]
            reached = calendar.finish_at(finish) if on_finish else calendar.start_at(start)
            why = driver(found.barred[at], at, logic.network.links)
        elif logic.nodes.kinds[at] is Kind.WORK or not _can_still_move(logic, at, on_finish=on_finish):
            continue
        else:
            reached = finishes[at] if on_finish else starts[at]
            if calendar.position(reached) <= calendar.position(activity.constraint_at):
                continue
            why = _reached_by(logic, found, at, finishes if on_finish else starts, on_finish=on_finish)
        yield Conflict(activity.key, activity.constraint, activity.constraint_at, reached, why)


def _reached_by(logic: Logic, found: Pass, at: int, dates: list[int], *, on_finish: bool) -> Driver:
    """What gives a group, or work that has begun, its date."""
    if at not in logic.tree.children:
        return driver(found.reasons[at], at, logic.network.links)
    decisive = (max if on_finish else min)(logic.tree.children[at], key=dates.__getitem__)
    return Driver(DriverKind.MEMBER, activity=decisive)


def _can_still_move(logic: Logic, at: int, *, on_finish: bool) -> bool:
    """Whether the constrained end of a group, or of work that has begun, is not a fact already."""
    return at in logic.tree.children or (on_finish and not logic.nodes.progress[at].finished)
