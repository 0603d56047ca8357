"""What draws do: to the lengths of activities, and to the money."""

from __future__ import annotations

import numpy as np

from handbook.schedule.logic import Logic
from handbook.schedule.nodes import Kind
from handbook.schedule.simulation.distribution import quantiles
from handbook.schedule.simulation.draws import Draws
from handbook.schedule.simulation.ground import Ground, is_open
from handbook.schedule.simulation.stream import Floats, Ints
from handbook.schedule.simulation.uncertainty import Uncertainty

_CENTS = 100


def lengths(logic: Logic, uncertain: Uncertainty, drawn: Draws) -> dict[int, Ints]:
    """Node -> minutes still to schedule by run, of what is not finished and differs from run to run.

    Opportunities shorten work to nothing at the most, and work that has begun to a minute.
    """
    index = logic.network.index
    found: dict[int, Ints] = {}
    for row, spread in enumerate(uncertain.spreads):
        if is_open(logic, node := index[spread.key]):
            found[node] = drawn.lengths[row]
    for row, event in enumerate(uncertain.events):
        for delay in event.delays:
            if not is_open(logic, node := index[delay.key]):
                continue
            much = quantiles((delay.low, delay.likely, delay.high), event.shape, len(drawn.occurred[row]))
            more = np.where(drawn.occurred[row], much[drawn.severities[row]], 0)
            found[node] = found.get(node, logic.nodes.lengths[node]) + more
    for node, minutes in found.items():
        least = int(logic.nodes.kinds[node] is Kind.BEGUN)
        found[node] = np.maximum(minutes, least)
    return found


def money(ground: Ground, uncertain: Uncertainty, drawn: Draws) -> Floats:
    """What is still to be spent by run: what is certain, what time costs, and what events cost; in cents."""
    index = ground.logic.network.index
    spent = np.full(ground.runs, uncertain.fixed_cost)
    for key, rate in uncertain.rates.items():
        spent += rate * ground.length(index[key])
    for row, event in enumerate(uncertain.events):
        for points in event.costs:
            low, likely, high = (_CENTS * point for point in points)
            cents = quantiles((low, likely, high), event.shape, ground.runs)
            spent += np.where(drawn.occurred[row], cents[drawn.severities[row]] / _CENTS, 0.0)
    rounded: Floats = np.rint(spent * _CENTS) / _CENTS
    return rounded
