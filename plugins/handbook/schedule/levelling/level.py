"""Levelling from end to end: a first plan at once, better ones on the grid, the best on the calendar."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.schedule.levelling.finishing import finished
from handbook.schedule.levelling.heuristic import Draft
from handbook.schedule.levelling.levelled import Levelled
from handbook.schedule.levelling.placing import Placed, place
from handbook.schedule.levelling.problem import Levelling
from handbook.schedule.levelling.ready import Ready, ready
from handbook.schedule.levelling.solver import solve

WORKING_DAY = 480
"""Minutes of a working day: a stable plan is worth more than one."""


def level(
    problem: Levelling,
    *,
    seconds: float = 10.0,
    seed: int = 0,
    tolerance: int = WORKING_DAY,
    workers: int = 2,
) -> Levelled:
    """The best plan found: of earliest finish, then with fewest moves, then with important work first.

    The same problem, seconds, seed and workers give the same plan: the solver counts its steps, not the time.
    Only on a machine that is several times slower than expected is it broken off by the clock.

    Args:
        problem: what is to be levelled.
        seconds: about how long the solver may take.
        seed: of everything that is drawn by chance.
        tolerance: working minutes by which a plan with fewer moves against the last published one may finish
            later than the earliest plan found; with several projects, each of them.
        workers: threads, 1 or 2; the second raises the bound, or takes half of a small question.

    Raises:
        LevellingUnavailable: OR-Tools is not installed.
        Cycle: activities wait for each other.
        OwnGroupLink: a link joins a group to something inside it.
        NoWorkingTime: there is work, and no working time for it in its calendar.
    """
    made = ready(problem, tolerance, seed)
    answer = solve(
        made.grid,
        list(made.drafts),
        made.wishes,
        tolerance=made.slack,
        seconds=seconds,
        seed=seed,
        workers=workers,
    )
    return _best(made, [answer.draft, *made.drafts], answer.bound)


def first_plan(problem: Levelling, *, tolerance: int = WORKING_DAY, seed: int = 0) -> Levelled:
    """A good plan within a moment, by priority rules alone: it needs no OR-Tools. Arguments as of `level`."""
    made = ready(problem, tolerance, seed)
    return _best(made, list(made.drafts), made.least)


@dataclass(frozen=True, slots=True)
class _Candidate:
    placed: Placed
    cost: int
    moved: int
    weighted: int


def _best(made: Ready, drafts: list[Draft], bound: int) -> Levelled:
    """The best of some plans, back on the calendar."""
    candidates = [_candidate(made, made.first)]
    candidates += [_candidate(made, _placed(made, draft)) for draft in drafts]
    fewest = min(one.placed.faults for one in candidates)
    candidates = [one for one in candidates if one.placed.faults == fewest]
    earliest = min(one.cost for one in candidates)
    slack = made.slack if made.wishes else 0
    allowed = [one for one in candidates if one.cost <= earliest + slack]
    best = min(allowed, key=lambda one: (one.moved, one.cost, one.weighted))
    return finished(made, best.placed, bound=bound, proven=earliest <= bound)


def _placed(made: Ready, draft: Draft) -> Placed:
    """A draft on the calendar; what stands where the published plan has it is not started before."""
    order = sorted(draft.starts, key=lambda node: (draft.starts[node], draft.finishes[node], node))
    chosen = {at: found[draft.ways.get(at, 0)] for at, found in made.found.open.items()}
    for at, option in draft.ways.items():
        if at in made.found.open:
            chosen[at] = made.found.open[at][made.grid.options[at][option].way]
    held = {
        node: made.previous[node] for node, wish in made.wishes.items() if draft.starts[node] == wish.start
    }
    return place(made.problem, made.found, chosen, order, held)


def _candidate(made: Ready, placed: Placed) -> _Candidate:
    finishes = {node: made.grid.at(placed.found.instants[2 * node + 1]) for node in made.grid.order}
    weighted = sum(
        (weight + 1) * made.grid.at(placed.found.instants[2 * node])
        for node, weight in made.grid.weights.items()
        if weight
    )
    return _Candidate(placed, made.grid.cost(finishes), len(made.moved(placed)), weighted)
