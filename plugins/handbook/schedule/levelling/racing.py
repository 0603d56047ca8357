"""The plan that finishes earliest: better plans from above, better bounds from below, and they meet.

One solver looks for better and better plans while another raises the bound. On a small grid plans are bred
instead for a while, which is faster, and then the question whether there is a better plan yet is split in
parts, two for each thread. What is found does not depend on which thread is faster.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from handbook.schedule.levelling.asking import Question, Reply, is_small
from handbook.schedule.levelling.branching import Order, parts
from handbook.schedule.levelling.evolution import evolved
from handbook.schedule.levelling.grid import Grid
from handbook.schedule.levelling.heuristic import Draft
from handbook.schedule.levelling.model import Model
from handbook.schedule.levelling.windows import latest_end, least, windows

BREEDING = 0.15
"""The share of the time in which plans are bred."""

FIRST = 0.75
"""The share of the time that the first of a thread's parts may use."""

PLACED = 40_000
"""Nodes that are placed in a second, about (measured)."""


class Raced(NamedTuple):
    """The best plan found, and the cost that no plan has less of."""

    draft: Draft
    bound: int


class Race:
    """The search for the plan of least cost on one grid."""

    def __init__(self, grid: Grid, *, seed: int, workers: int) -> None:
        self.grid = grid
        self.seed = seed
        self.workers = workers

    def run(self, best: Draft, seconds: float) -> Raced:
        """The best plan found in some seconds, about, from a plan on."""
        bound = least(self.grid, windows(self.grid, 0))
        if bound >= best.cost:
            return Raced(best, bound)
        if self.workers < 2:
            reply = self._question(best, bound, seconds).answer()
            return _best(best, bound, [reply])
        if not is_small(self.grid):
            return self._raced(best, bound, seconds)
        best, bound = self._bred(best, bound, seconds * BREEDING)
        if bound >= best.cost:
            return Raced(best, bound)
        return self.settle(best, bound, seconds * (1 - BREEDING))

    def _bred(self, best: Draft, bound: int, seconds: float) -> Raced:
        """Breed plans, while a solver raises the bound; if it comes to a plan, that is the best."""
        question = self._question(best, bound, seconds).from_below()
        generations = evolved(self.grid, best, bound, int(seconds * PLACED), self.seed)
        with ThreadPoolExecutor(1) as pool:
            lower = pool.submit(question.answer)
            for draft in generations:
                best = draft
                if lower.done() and lower.result().done:
                    break
            reply = lower.result()
        if reply.done and reply.draft is not None:
            return Raced(reply.draft, reply.draft.cost)
        return Raced(best, min(best.cost, max(bound, reply.bound)))

    def settle(self, best: Draft, bound: int, seconds: float) -> Raced:
        """Look for a plan that is better than the best one, or for the proof that there is none.

        Of the four parts each thread takes one of either half: halves are seldom equally hard.
        """
        found = parts(self.grid, latest_end(self.grid, best, best.cost - 1), 2)
        if len(found) < 4:
            return self._raced(best, bound, seconds)
        with ThreadPoolExecutor(1) as pool:
            other = pool.submit(self._parts, [found[2], found[1]], best, bound, seconds)
            ones = [self._parts([found[0], found[3]], best, bound, seconds), other.result()]
        draft = min((one.draft for one in ones), key=lambda draft: draft.cost)
        return Raced(draft, min(draft.cost, *(one.bound for one in ones)))

    def _parts(self, found: list[tuple[Order, ...]], best: Draft, bound: int, seconds: float) -> Raced:
        """One part after the other: the first may use most of the time, the last what is left."""
        least_cost = best.cost
        for left, orders in zip(range(len(found), 0, -1), found, strict=True):
            if best.cost <= bound:
                break
            question = self._question(best, bound, seconds * (FIRST if left > 1 else 1), more=-1)
            for order in orders:
                question.model.order(*order)
            question.solver.parameters.inprocessing_dtime_ratio = 0.0
            reply = question.answer()
            seconds -= reply.seconds
            best = reply.draft or best
            least_cost = min(least_cost, max(bound, reply.bound))
        return Raced(best, min(least_cost, best.cost))

    def _raced(self, best: Draft, bound: int, seconds: float) -> Raced:
        """Look for plans in one thread, and raise the bound in another.

        If a plan is proven to be the best by either, it is the first of its cost on the way of the one that
        looks for plans, unless that never comes to it.
        """
        from handbook.schedule.levelling.enough import Enough

        plans = self._question(best, bound, seconds)
        bounds = self._question(best, bound, seconds).from_below()
        enough = Enough()

        def lower() -> Reply:
            reply = bounds.answer()
            if reply.done and (reply.draft is None or enough.known(reply.draft.cost)):
                plans.stop()
            return reply

        with ThreadPoolExecutor(1) as pool:
            other = pool.submit(lower)
            reply = plans.answer(enough)
            if reply.done:
                bounds.stop()
            replies = [reply, other.result()]
        return _best(best, bound, replies)

    def _question(self, best: Draft, bound: int, seconds: float, more: int = 0) -> Question:
        """For a plan that costs at most as much as the best one and something more."""
        cost = best.cost + more
        model = Model(self.grid, windows(self.grid, latest_end(self.grid, best, cost)))
        model.cp.add(model.cost >= bound)
        model.cp.add(model.cost <= cost)
        model.hint(best)
        return Question(model, model.cost, seconds, self.seed)


def _best(best: Draft, bound: int, replies: list[Reply]) -> Raced:
    """The best of all plans, the first of equals, and the highest bound.

    That there is no plan, where one was given, tells nothing: one made because none keeps all dates.
    """
    told = [one for one in replies if one.draft is not None or not one.done]
    best = min([best, *(one.draft for one in told if one.draft)], key=lambda draft: draft.cost)
    return Raced(best, min(best.cost, max([bound, *(one.bound for one in told)])))
