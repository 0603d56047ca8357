"""What a group shows: its earliest start and latest finish, its floats, and how much of it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeVar

from handbook.schedule.forward import Pass
from handbook.schedule.logic import Logic
from handbook.schedule.nodes import Kind
from handbook.schedule.progress import rolled_percent

T = TypeVar("T")


class State(NamedTuple):
    """How far each activity is; lists are by activity, groups included.

    Attributes:
        begun, finished: whether anything in it has begun, whether all of it is finished.
        durations: minutes, of groups the sum of their members'.
        percents: percent done, weighted by duration.
    """

    begun: list[bool]
    finished: list[bool]
    durations: list[int]
    percents: list[float]


def roll(logic: Logic, values: list[T], choose: Callable[[Iterable[T]], T]) -> list[T]:
    """Fill in the values of groups, inner ones first, from those of their members; gives the list back."""
    for group in reversed(logic.tree.groups):
        values[group] = choose([values[child] for child in logic.tree.children[group]])
    return values


def forecast(logic: Logic, found: Pass) -> tuple[list[int], list[int]]:
    """Starts and finishes of a pass, as instants by activity."""
    count = len(logic.network.activities)
    starts = roll(logic, found.instants[0 : 2 * count : 2], min)
    finishes = roll(logic, found.instants[1 : 2 * count : 2], max)
    return starts, _held_open(logic, found, finishes, found.instants)


def late(logic: Logic, found: Pass, limits: list[int]) -> tuple[list[int], list[int]]:
    """Late starts and late finishes, as instants by activity; the late start of begun work is its start."""
    count = len(logic.network.activities)
    starts, finishes = found.instants[0 : 2 * count : 2], found.instants[1 : 2 * count : 2]
    for node, kind in enumerate(logic.nodes.kinds[:count]):
        first, last = limits[2 * node], limits[2 * node + 1]
        calendar = logic.nodes.calendars[node]
        if kind is Kind.WORK and first != last:
            starts[node], finishes[node] = calendar.start_at(first), calendar.finish_at(last)
        elif kind is Kind.WORK and last != found.positions[2 * node + 1]:
            starts[node] = finishes[node] = calendar.finish_at(last)
        elif kind is Kind.BEGUN and not logic.nodes.progress[node].finished:
            finishes[node] = calendar.finish_at(last)
    finishes = _held_open(logic, found, roll(logic, finishes, max), limits)
    return roll(logic, starts, min), finishes


def _held_open(logic: Logic, found: Pass, finishes: list[int], last: list[int]) -> list[int]:
    """Finishes, put right for groups whose own finish a link or a date holds beyond that of their members.

    `last` gives, by source, the instants of the last events of groups.
    """
    instants = found.instants
    for group in reversed(logic.tree.groups) if logic.nodes.last else ():
        finishes[group] = max(finishes[child] for child in logic.tree.children[group])
        if group in logic.nodes.last:
            event = logic.nodes.last[group]
            if instants[2 * event] > max(instants[2 * node + 1] for node in logic.nodes.members[event]):
                finishes[group] = max(finishes[group], last[2 * event])
    return finishes


def durations(logic: Logic, starts: list[int], finishes: list[int], far: State) -> list[int]:
    """Minutes that each activity takes: of groups and finished work, those from start to finish."""
    found = far.durations.copy()
    for at, is_finished in enumerate(far.finished):
        if is_finished or at in logic.tree.children:
            found[at] = logic.nodes.calendars[at].between(starts[at], finishes[at])
    return found


def state(logic: Logic) -> State:
    """How far everything is."""
    count = len(logic.network.activities)
    begun, finished, durations = [False] * count, [False] * count, logic.nodes.lengths[:count]
    percents = [one.percent for one in logic.network.activities]
    for at, far in logic.nodes.progress.items():
        begun[at], finished[at] = True, far.finished
        durations[at] = far.done + far.remaining
        if far.finished:
            percents[at] = 100.0
        elif durations[at] and not percents[at]:
            percents[at] = 100 * far.done / durations[at]
    for group in reversed(logic.tree.groups):
        members = logic.tree.children[group]
        durations[group] = sum(durations[member] for member in members)
        percents[group] = rolled_percent((durations[member], percents[member]) for member in members)
    return State(roll(logic, begun, any), roll(logic, finished, all), durations, percents)
