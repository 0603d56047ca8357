"""In which runs activities are critical: not finished, and without total float."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from handbook.schedule.network import ConstraintType
from handbook.schedule.nodes import Kind
from handbook.schedule.simulation.backward import BackwardPass
from handbook.schedule.simulation.forward import ForwardPass
from handbook.schedule.simulation.ground import Ground, is_open
from handbook.schedule.simulation.stream import Flags, Ints


class Late(NamedTuple):
    """Late positions, and those of the starts of what is to be as late as possible."""

    limits: BackwardPass
    held: Mapping[int, Ints]


def held_late(ground: Ground, early: ForwardPass, end: Ints) -> Late:
    """The backward pass from the end of the project, and what it holds back."""
    limits = BackwardPass(ground, early, end)
    tree, activities = ground.logic.tree, ground.logic.network.activities
    wanted = {at for at, activity in enumerate(activities) if activity.constraint is ConstraintType.ALAP}
    for group in tree.groups:
        if group in wanted:
            wanted.update(tree.children[group])
    held = {at: limits.late_start(at) for at in sorted(wanted) if ground.logic.nodes.kinds[at] is Kind.WORK}
    return Late(limits, held)


def is_critical(ground: Ground, limits: BackwardPass, planned: ForwardPass) -> dict[int, Flags]:
    """By index of the activity, in which runs it is critical; a group is if something in it is."""
    logic = ground.logic
    found = {
        at: limits.total_float(at, planned) <= 0
        for at in range(len(logic.network.activities))
        if at not in logic.tree.children and is_open(logic, at)
    }
    for group in reversed(logic.tree.groups):
        inside = [found[child] for child in logic.tree.children[group] if child in found]
        if inside:
            found[group] = np.logical_or.reduce(inside)
    return found
