"""Three questions to the solver: the earliest finish, the fewest moves, important work first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from handbook.schedule.faults import LevellingUnavailable
from handbook.schedule.levelling.asking import Question, Reply
from handbook.schedule.levelling.grid import Grid
from handbook.schedule.levelling.heuristic import Draft
from handbook.schedule.levelling.model import Expression, Model
from handbook.schedule.levelling.racing import Race
from handbook.schedule.levelling.windows import latest_end, windows

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import IntVar


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
    best, bound = Race(grid, seed=seed, workers=workers).run(
        min(drafts, key=lambda draft: draft.cost), seconds * (0.6 if wishes else 0.92)
    )
    allowed = best.cost + (tolerance if wishes else 0)
    model = Model(grid, windows(grid, latest_end(grid, best, allowed)))
    model.cp.add(model.cost >= bound)
    model.cp.add(model.cost <= allowed)
    asking = _Asking(model, seconds * (0.4 if wishes else 0.08), seed)
    if wishes:
        best = _steady(model, asking, [best, *drafts], wishes, allowed)
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


class _Asking:
    """Asks one question after the other, and shares the time out."""

    def __init__(self, model: Model, seconds: float, seed: int) -> None:
        self.model = model
        self.left = seconds
        self.seed = seed

    def ask(self, cost: Expression, start: Draft, share: float) -> Reply:
        """Minimise a cost, from a plan on, in a share of the time that is left."""
        self.model.hint(start)
        reply = Question(self.model, cost, self.left * share, self.seed).answer()
        self.left -= min(self.left * 0.95, reply.seconds)
        return reply
