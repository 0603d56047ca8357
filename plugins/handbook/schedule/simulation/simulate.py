"""Monte Carlo simulation: the critical path method many times over, with other lengths each time.

Van Slyke, "Monte Carlo methods and the PERT problem", Operations Research 11, 1963. All runs of a block are
worked out together, activity by activity, so that a run costs a few additions per link.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable
from dataclasses import replace

import numpy as np

from handbook.schedule.bounds import bounds
from handbook.schedule.logic import logic
from handbook.schedule.network import LinkType, Network
from handbook.schedule.simulation.criticality import held_late, is_critical
from handbook.schedule.simulation.draws import Draws, draws
from handbook.schedule.simulation.effects import lengths, money
from handbook.schedule.simulation.forward import ForwardPass
from handbook.schedule.simulation.ground import Ground, clocks_of, is_open, plain_links
from handbook.schedule.simulation.rollup import Spans
from handbook.schedule.simulation.simulated import Simulated
from handbook.schedule.simulation.toward import PassToward
from handbook.schedule.simulation.uncertainty import Uncertainty

_BLOCK = 2000
"""Runs worked out together, at most: their arrays stay near the processor."""
_CELLS = 2_500_000
"""Runs worked out together, times activities: their arrays have room in any machine."""
_FROM_FINISH = {LinkType.SS: LinkType.FS, LinkType.SF: LinkType.FF}


def simulate(
    network: Network,
    project_start: int,
    status: int | None,
    uncertain: Uncertainty,
    *,
    runs: int,
    seed: int,
    watched: Collection[Hashable] = (),
    target: Hashable | None = None,
) -> Simulated:
    """Simulate a network.

    Args:
        network: activities and links; an activity without spread keeps its length.
        project_start: instant before which nothing starts, as for `timetable`.
        status: instant up to which progress was reported, as for `timetable`.
        uncertain: what differs from run to run; what it says of finished activities is left out.
        runs: how many runs, at least 1.
        seed: 0 or more; the same seed gives the same runs.
        watched: keys of activities and groups whose starts and finishes are wanted.
        target: key of the activity to which criticality is wanted; the end of the project if None.

    Raises:
        ScheduleFault: as `timetable` raises them.
    """
    drawn = draws(uncertain, runs, seed)
    whole = _ground(network, project_start, status, uncertain, drawn, runs)
    at = None if target is None else whole.logic.network.index[target]
    found = _Found(whole, [key for key in watched if key in network.index], at)
    step = min(_BLOCK, max(_CELLS // (len(network.activities) + 1), 50))
    for first in range(0, runs, step):
        found.add(slice(first, min(first + step, runs)))
    return Simulated(
        uncertain,
        runs,
        seed,
        found.finish,
        found.starts,
        found.finishes,
        found.criticality(),
        money(whole, uncertain, drawn),
        drawn,
    )


def _ground(
    network: Network, project_start: int, status: int | None, uncertain: Uncertainty, drawn: Draws, runs: int
) -> Ground:
    """What the runs are worked out from."""
    made = logic(_with_milestones_late(network, uncertain))
    return Ground(
        made,
        bounds(made, project_start, status),
        clocks_of(made),
        plain_links(made),
        lengths(made, uncertain, drawn),
        {made.network.index[key]: at for key, at in uncertain.given.items()},
        runs,
    )


class _Found:
    """What is found, block by block."""

    def __init__(self, whole: Ground, watched: list[Hashable], target: int | None) -> None:
        self._whole = whole
        self._target = target
        self.finish = whole.all(0)
        self.starts = {key: whole.all(0) for key in watched}
        self.finishes = {key: whole.all(0) for key in watched}
        self._critical = [0] * len(whole.logic.network.activities)

    def add(self, block: slice) -> None:
        """Work out some of the runs."""
        ground = self._whole.part(block)
        index = ground.logic.network.index
        early = planned = ForwardPass(ground, {})
        end = Spans(ground, early).end()
        late = held_late(ground, early, end)
        if late.held:
            planned = ForwardPass(ground, late.held)
        spans = Spans(ground, planned)
        self.finish[block] = spans.end() if late.held else end
        for key, starts in self.starts.items():
            starts[block] = spans.start(index[key])
            self.finishes[key][block] = spans.finish(index[key])
        limits = late.limits if self._target is None else PassToward(ground, planned, self._target)
        for at, critical in is_critical(ground, limits, planned).items():
            self._critical[at] += int(np.count_nonzero(critical))

    def criticality(self) -> dict[Hashable, float]:
        """The criticality index of all activities and groups that are not finished."""
        made = self._whole.logic
        return {
            one.key: self._critical[at] / self._whole.runs
            for at, one in enumerate(made.network.activities)
            if at in made.tree.children or is_open(made, at)
        }


def _with_milestones_late(network: Network, uncertain: Uncertainty) -> Network:
    """The network, with what follows the start of a milestone following its end: an event may delay it."""
    delayed = {
        at
        for event in uncertain.events
        for delay in event.delays
        if not network.activities[at := network.index[delay.key]].duration
    }
    if not delayed:
        return network
    links = (
        replace(link, type=_FROM_FINISH.get(link.type, link.type)) if link.pred in delayed else link
        for link in network.links
    )
    return Network(network.activities, tuple(links), network.calendar)
