"""The search for the earliest finish: breeding, parts, and what they promise."""

from __future__ import annotations

from itertools import pairwise

import pytest
from handbook.schedule.levelling.branching import parts
from handbook.schedule.levelling.evolution import evolved
from handbook.schedule.levelling.grid import Grid
from handbook.schedule.levelling.heuristic import Draft
from handbook.schedule.levelling.racing import Race
from handbook.schedule.levelling.ready import ready
from handbook.schedule.levelling.windows import latest_end

from tests.schedule.levelling.shop import BEST, shop


@pytest.fixture(scope="module")
def made() -> tuple[Grid, Draft]:
    """A job shop whose best finish no rule finds at once."""
    one = ready(shop(), 0, 0)
    return one.grid, one.drafts[0]


def test_each_generation_is_no_worse_and_chance_is_told_by_the_seed(made: tuple[Grid, Draft]) -> None:
    grid, first = made
    costs = [draft.cost for draft in evolved(grid, first, 0, 20_000, 1)]
    assert len(costs) > 4
    assert all(later <= sooner for sooner, later in pairwise(costs))
    assert costs == [draft.cost for draft in evolved(grid, first, 0, 20_000, 1)]


def test_nothing_is_bred_without_time_or_need(made: tuple[Grid, Draft]) -> None:
    grid, first = made
    assert list(evolved(grid, first, 0, 10, 1)) == [first]
    assert list(evolved(grid, first, first.cost, 20_000, 1)) == [first]


def test_every_plan_keeps_the_orders_of_just_one_part(made: tuple[Grid, Draft]) -> None:
    grid, first = made
    found = parts(grid, latest_end(grid, first, first.cost), 2)
    kept = [all(first.finishes[one] <= first.starts[other] for one, other in orders) for orders in found]
    assert len(found) == 4
    assert kept.count(True) == 1


def test_two_threads_prove_what_one_does(made: tuple[Grid, Draft]) -> None:
    grid, first = made
    alone, together = (Race(grid, seed=0, workers=workers).run(first, 4) for workers in (1, 2))
    assert together.draft.cost == together.bound == alone.draft.cost == alone.bound == BEST


def test_parts_prove_that_nothing_is_better(made: tuple[Grid, Draft]) -> None:
    grid, first = made
    race = Race(grid, seed=0, workers=2)
    best, bound = race.settle(first, 47, 4)
    assert best.cost == bound == BEST
    assert race.settle(best, 47, 4) == (best, BEST)
