"""Three questions to the solver: the earliest finish, the fewest moves, important work first.

The first is asked of two at once: one looks for better plans, the other raises the bound from below, a
"destructive" bound (Klein and Scholl, "Computing lower bounds by destructive improvement", 1999). Each is
alone with its question and counts its steps, so the same question with the same seed and limit gets the same
answer however busy the machine is.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from handbook.schedule.faults import LevellingUnavailable
from handbook.schedule.levelling.grid import NEVER, Grid
from handbook.schedule.levelling.heuristic import Draft
from handbook.schedule.levelling.model import Expression, Model
from handbook.schedule.levelling.windows import least, windows

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpSolver, IntVar

    from handbook.schedule.levelling.enough import Enough

PACE = 0.26
"""Deterministic time that one core gets through in a second, about (measured; OR-Tools 9.15)."""


GUARD = 4
"""A question is broken off by the clock when it takes this many times what it should.

Then, and only then, the answer depends on the machine.
"""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the last published plan says of a node: when it starts, and in which option if it has several."""

    start: int
    way: int | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the solver found.

    Attributes:
        draft: the plan on the grid.
        bound: no plan has less cost.
    """

    draft: Draft
    bound: int


def solve(
    grid: Grid,
    drafts: list[Draft],
    wishes: dict[int, Wish],
    *,
    tolerance: int,
    seconds: float,
    seed: int,
    workers: int,
) -> Answer:
    """The best plan found on a grid.

    Args:
        grid: the grid.
        drafts: plans to begin with, one or more.
        wishes: node -> what the last published plan says of it.
        tolerance: cost that keeping to the wishes may add.
        seconds: time to use, about, if there is a core for each worker.
        seed: of the solver.
        workers: how many take turns.

    Raises:
        LevellingUnavailable: OR-Tools is not installed.
    """
    try:
        from ortools.sat.python import cp_model  # noqa: F401
    except ImportError:
        raise LevellingUnavailable from None
    best = min(drafts, key=lambda draft: draft.cost)
    allowed = best.cost + (tolerance if wishes else 0)
    end = max(max(draft.finishes.values(), default=0) for draft in drafts if draft.cost <= allowed)
    spans = windows(grid, max(end, max(best.finishes.values(), default=0) + (tolerance if wishes else 0)))
    bound = least(grid, spans)
    model = Model(grid, spans)
    asking = _Asking(model, seconds, seed, both=workers > 1)
    if bound < best.cost:
        model.cp.add(model.cost >= bound)
        reply = asking.race(model.cost, best, 0.6 if wishes else 0.9)
        best, bound = reply.draft or best, max(bound, reply.bound)
    model.cp.add(model.cost <= best.cost + (tolerance if wishes else 0))
    if wishes:
        best = _steady(model, asking, [best, *drafts], wishes, best.cost + tolerance)
    return Answer(_early(model, asking, best), bound)


def _steady(
    model: Model, asking: _Asking, drafts: list[Draft], wishes: dict[int, Wish], allowed: int
) -> Draft:
    """The plan with the fewest moves, and the model bound to make no more."""
    start = min((one for one in drafts if one.cost <= allowed), key=lambda draft: moves(draft, wishes))
    kept: list[IntVar] = []
    for node, wish in sorted(wishes.items()):
        lit = model.cp.new_bool_var(f"kept{node}")
        model.cp.add(model.starts[node] == wish.start).only_enforce_if(lit)
        if wish.way is not None and (node, wish.way) in model.taken:
            model.cp.add_implication(lit, model.taken[node, wish.way])
        kept.append(lit)
    best = start
    if moves(start, wishes):
        best = asking.ask(-sum(kept), start, 0.6).draft or start
    model.cp.add(sum(kept) >= len(wishes) - moves(best, wishes))
    return best


def moves(draft: Draft, wishes: dict[int, Wish]) -> int:
    """How many nodes do not stand as wished."""
    return sum(
        draft.starts[node] != wish.start or (wish.way is not None and draft.ways[node] != wish.way)
        for node, wish in wishes.items()
    )


def _early(model: Model, asking: _Asking, best: Draft) -> Draft:
    """The plan in which important work comes first, of those that are as good otherwise."""
    grid = model.grid
    movable = {node: grid.weights[node] + 1 for node in model.variables if grid.weights.get(node)}
    if all(best.starts[node] == model.windows.early[node] for node in movable) and not any(
        best.ways.values()
    ):
        return best
    late_choices = sum(number * lit for (_, number), lit in model.taken.items())
    most = 1 + sum(len(ways) for ways in grid.options.values())
    early = sum(weight * model.starts[node] for node, weight in movable.items())
    whole = sum(movable.values()) + 1
    return asking.ask(most * (early + whole * model.cost) + late_choices, best, 1.0).draft or best


@dataclass(frozen=True, slots=True)
class _Reply:
    draft: Draft | None
    bound: int
    optimal: bool


class _Asking:
    """Asks, and shares the time out."""

    def __init__(self, model: Model, seconds: float, seed: int, *, both: bool) -> None:
        self.model = model
        self.left = seconds * PACE
        self.seed = seed
        self.both = both

    def ask(self, cost: Expression, start: Draft, share: float) -> _Reply:
        """Minimise a cost, from a plan on, in a share of the time that is left."""
        self.model.cp.minimize(cost)
        self.model.hint(start)
        solver = self._solver(self.left * share)
        status = solver.solve(self.model.cp)
        self.left -= min(self.left * 0.95, solver.response_proto.deterministic_time)
        return self._reply(solver, status)

    def race(self, cost: Expression, start: Draft, share: float) -> _Reply:
        """The same, while a second solver raises the bound.

        Who is done first stops the other; the answer does not depend on who that is. If a plan is proven to
        be the best by either, it is the first of its cost on the way of the one that looks for plans, unless
        that never comes to it.
        """
        if not self.both:
            return self.ask(cost, start, share)
        from handbook.schedule.levelling.enough import Enough

        self.model.cp.minimize(cost)
        self.model.hint(start)
        plans, bounds = (self._solver(self.left * share) for _ in range(2))
        bounds.parameters.use_objective_lb_search = True
        bounds.parameters.use_disjunctive_constraint_in_cumulative = False  # as good a bound in less time
        self.left *= 1 - share
        enough = Enough()
        with ThreadPoolExecutor(1) as pool:
            lower = pool.submit(self._raise, bounds, plans, enough)
            upper = self._reply(plans, plans.solve(self.model.cp, enough))
            if upper.optimal:
                bounds.stop_search()
            other = lower.result()
        bound = max(upper.bound, other.bound)
        drafts = [one.draft for one in (upper, other) if one.draft is not None]
        return _Reply(
            min(drafts, key=lambda draft: draft.cost, default=None), bound, upper.optimal or other.optimal
        )

    def _raise(self, bounds: CpSolver, plans: CpSolver, enough: Enough) -> _Reply:
        """Raise the bound; once it is the optimum, the other needs to look for nothing better."""
        reply = self._reply(bounds, bounds.solve(self.model.cp))
        if reply.optimal and enough.known(reply.bound):
            plans.stop_search()
        return reply

    def _solver(self, limit: float) -> CpSolver:
        from ortools.sat.python import cp_model

        solver = cp_model.CpSolver()
        wanted = solver.parameters
        wanted.max_deterministic_time = limit
        wanted.max_time_in_seconds = GUARD * limit / PACE
        wanted.random_seed = self.seed
        wanted.num_workers = 1
        wanted.linearization_level = 0
        wanted.symmetry_level = 0
        wanted.cp_model_probing_level = 0
        return solver

    def _reply(self, solver: CpSolver, status: object) -> _Reply:
        from ortools.sat.python import cp_model

        found = status in {cp_model.OPTIMAL, cp_model.FEASIBLE}
        bound = _whole(solver.best_objective_bound)
        return _Reply(self._draft(solver) if found else None, bound, status == cp_model.OPTIMAL)

    def _draft(self, solver: CpSolver) -> Draft:
        starts = {node: solver.value(at) for node, at in self.model.starts.items()}
        finishes = {node: solver.value(at) for node, at in self.model.finishes.items()}
        ways = dict.fromkeys(self.model.grid.options, 0)
        ways.update({node: number for (node, number), lit in self.model.taken.items() if solver.value(lit)})
        return Draft(starts, finishes, ways, self.model.grid.cost(finishes))


def _whole(bound: float) -> int:
    """A bound of whole numbers."""
    return ceil(bound - 1e-6) if bound > -1e15 else -NEVER
