"""Questions to the solver, whose time is counted in steps.

Each solver is alone with its question, so the same question with the same seed and limit gets the same answer
however busy the machine is.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from handbook.schedule.levelling.grid import NEVER, Grid
from handbook.schedule.levelling.heuristic import Draft
from handbook.schedule.levelling.model import Expression, Model

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpSolver, CpSolverSolutionCallback

SMALL = 50
"""Nodes of a small grid, at the most: a proof that nothing is better is within reach."""

PACE = {True: 0.38, False: 0.25}
"""Deterministic time that one core gets through in a second, about, if the grid is small and if not.

Measured with OR-Tools 9.15 on instances of 30 and 60 jobs.
"""

GUARD = 4
"""A question is broken off by the clock when it takes this many times what it should.

Then, and only then, the answer depends on the machine.
"""


def is_small(grid: Grid) -> bool:
    """Whether a grid is small."""
    return len(grid.order) <= SMALL


@dataclass(frozen=True, slots=True)
class Reply:
    """What a solver says.

    Attributes:
        draft: the best plan found, if any.
        bound: no plan of those asked for has less cost.
        done: whether there is nothing more to say: the plan is the best, or there is none.
        seconds: of the time given, what it took.
    """

    draft: Draft | None
    bound: int
    done: bool
    seconds: float


class Question:
    """One question to one solver: the plan of least cost.

    Attributes:
        model: what is asked.
        solver: who is asked.
    """

    def __init__(self, model: Model, cost: Expression, seconds: float, seed: int) -> None:
        from ortools.sat.python import cp_model

        self.model = model
        self.model.cp.minimize(cost)
        self.solver: CpSolver = cp_model.CpSolver()
        wanted = self.solver.parameters
        self._pace = PACE[is_small(model.grid)]
        wanted.max_deterministic_time = seconds * self._pace
        wanted.max_time_in_seconds = GUARD * seconds
        wanted.random_seed = seed
        wanted.num_workers = 1
        wanted.linearization_level = 0
        wanted.symmetry_level = 0
        wanted.cp_model_probing_level = 0

    def from_below(self) -> Question:
        """The same question, answered by raising the bound instead of by better and better plans.

        A "destructive" bound: Klein and Scholl, "Computing lower bounds by destructive improvement", 1999.
        """
        self.solver.parameters.use_objective_lb_search = True
        # as good a bound in less time
        self.solver.parameters.use_disjunctive_constraint_in_cumulative = False
        return self

    def answer(self, heard: CpSolverSolutionCallback | None = None) -> Reply:
        """Solve it; ``heard`` is told of each plan."""
        from ortools.sat.python import cp_model

        status = self.solver.solve(self.model.cp, heard)
        found = status in {cp_model.OPTIMAL, cp_model.FEASIBLE}
        return Reply(
            self._draft() if found else None,
            NEVER if status == cp_model.INFEASIBLE else _whole(self.solver.best_objective_bound),
            status in {cp_model.OPTIMAL, cp_model.INFEASIBLE},
            self.solver.response_proto.deterministic_time / self._pace,
        )

    def stop(self) -> None:
        """Let the answer be what is known so far."""
        self.solver.stop_search()

    def _draft(self) -> Draft:
        model, value = self.model, self.solver.value
        starts = {node: value(at) for node, at in model.starts.items()}
        finishes = {node: value(at) for node, at in model.finishes.items()}
        ways = dict.fromkeys(model.grid.options, 0)
        ways.update({node: number for (node, number), lit in model.taken.items() if value(lit)})
        return Draft(starts, finishes, ways, model.grid.cost(finishes))


def _whole(bound: float) -> int:
    """A bound of whole numbers."""
    return ceil(bound - 1e-6) if bound > -1e15 else -NEVER
