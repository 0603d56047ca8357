"""What must hold for any simulation, by the formulas of the field and by published figures."""

from __future__ import annotations

from dataclasses import replace
from math import asin, pi, sqrt

import numpy as np
import pytest
from handbook.schedule import Activity, Link, Network, timetable
from handbook.schedule.simulation.distribution import Shape, quantiles
from handbook.schedule.simulation.measures import cruciality, event_swings, swings
from handbook.schedule.simulation.percentile import between, margin, percentile
from handbook.schedule.simulation.simulate import simulate
from handbook.schedule.simulation.simulated import Simulated
from handbook.schedule.simulation.uncertainty import Delay, Event, Spread, Uncertainty

from tests.schedule.plans import OFFICE, START, network, short

RUNS = 4000
CHAIN = ((2400, 4800, 9600), (480, 960, 3000), (1000, 1000, 5000), (600, 4800, 4800))


def run(plan: Network, *spreads: Spread, **more: object) -> Simulated:
    uncertain = Uncertainty(spreads, **more)  # type: ignore[arg-type]
    return simulate(plan, START, None, uncertain, runs=RUNS, seed=1, watched=list(plan.index))


def chain(count: int) -> Network:
    activities = tuple(Activity(at, 480) for at in range(count))
    return Network(activities, tuple(Link(at, at + 1) for at in range(count - 1)), OFFICE)


def parallel(count: int) -> Network:
    return replace(chain(count), links=())


def taken(found: Simulated) -> np.ndarray:
    """Working minutes from start to finish, by run."""
    return np.array([OFFICE.between(START, int(at)) for at in found.finish])


def triangular(at: int, points: tuple[int, int, int], group: str = "") -> Spread:
    return Spread(at, f"task {at}", *points, Shape.TRIANGULAR, group)


def pert(at: int, points: tuple[int, int, int], group: str = "") -> Spread:
    return Spread(at, f"task {at}", *points, Shape.PERT, group)


def mean(points: tuple[int, int, int]) -> float:
    return sum(points) / 3


def variance(points: tuple[int, int, int]) -> float:
    a, b, c = points
    return (a * a + b * b + c * c - a * b - a * c - b * c) / 18


def test_a_chain_of_triangular_tasks_has_the_sum_of_means_and_variances() -> None:
    found = taken(run(chain(4), *(triangular(at, points) for at, points in enumerate(CHAIN))))
    assert found.mean() == pytest.approx(sum(map(mean, CHAIN)), rel=1e-3)
    assert found.var() == pytest.approx(sum(map(variance, CHAIN)), rel=0.05)


def test_a_chain_of_pert_tasks_has_the_means_of_malcolm() -> None:
    found = taken(run(chain(4), *(pert(at, points) for at, points in enumerate(CHAIN))))
    assert found.mean() == pytest.approx(sum((a + 4 * b + c) / 6 for a, b, c in CHAIN), rel=1e-3)
    # the variance of the beta distribution with mean m: (m - a) (c - m) / 7
    means = [(a + 4 * b + c) / 6 for a, b, c in CHAIN]
    expected = sum((m - a) * (c - m) / 7 for m, (a, _, c) in zip(means, CHAIN, strict=True))
    assert found.var() == pytest.approx(expected, rel=0.05)


def test_parallel_paths_take_longer_than_the_longest_of_their_means() -> None:
    same = [triangular(at, CHAIN[0]) for at in range(4)]
    found = taken(run(parallel(4), *same))
    assert found.mean() > mean(CHAIN[0]) * 1.1


def test_the_latest_of_two_equal_paths_has_the_distribution_squared() -> None:
    """With distribution F for one, the latest of two has F²: its median is the quantile sqrt(1/2) of one."""
    found = np.sort(taken(run(parallel(2), *(triangular(at, CHAIN[0]) for at in range(2)))))
    a, b, c = CHAIN[0]
    expected = c - sqrt((1 - sqrt(0.5)) * (c - a) * (c - b))
    assert percentile(found.tolist(), 0.5) == pytest.approx(expected, rel=0.01)


def test_equal_parallel_paths_are_critical_equally_often() -> None:
    found = run(parallel(4), *(triangular(at, CHAIN[0]) for at in range(4)))
    assert all(0.23 < share < 0.27 for share in found.criticality.values())
    assert 1 <= sum(found.criticality.values()) < 1.02


def test_a_sure_path_that_is_longer_is_always_critical() -> None:
    plan = network("short 1d\nlong 20d\nend 1d after short, long")
    found = run(plan, Spread("short", "s", 480, 480, 2400))
    assert found.criticality == {"short": 0.0, "long": 1.0, "end": 1.0}


def test_the_same_seed_gives_the_same_runs_and_another_seed_others() -> None:
    spreads = [pert(at, points) for at, points in enumerate(CHAIN)]
    again = run(chain(4), *spreads)
    assert (run(chain(4), *spreads).finish == again.finish).all()
    other = simulate(chain(4), START, None, Uncertainty(tuple(spreads)), runs=RUNS, seed=2)
    assert (other.finish != again.finish).any()
    assert other.finish.mean() == pytest.approx(again.finish.mean(), rel=1e-5)


def test_figures_of_a_seed_are_these_on_every_machine() -> None:
    plan = network("a 5d\nb 3d after a\nc 6d after a\nend after b, c")
    uncertain = Uncertainty(
        (
            Spread("a", "a", 960, 2400, 7200, group="x"),
            Spread("b", "b", 480, 1440, 4800, Shape.TRIANGULAR, "x"),
            Spread("c", "c", 960, 2880, 3840),
        ),
        (Event("late", 0.3, (Delay("c", 480, 960, 4800),), ((100.0, 200.0, 900.0),)),),
        correlation=0.5,
        rates={"a": 0.5},
        fixed_cost=1000.0,
    )
    found = simulate(plan, START, None, uncertain, runs=1000, seed=42, watched=["end"])
    ordered = np.sort(found.finishes["end"]).tolist()
    assert [short(percentile(ordered, share)) for share in (0.1, 0.5, 0.8, 0.9)] == PINNED_DATES
    assert {key: round(share, 3) for key, share in found.criticality.items()} == PINNED_CRITICALITY
    assert [round(one, 3) for one in cruciality(found, found.finish)] == PINNED_CRUCIALITY
    assert percentile(np.sort(found.cost).tolist(), 0.8) == PINNED_COST


PINNED_DATES = ["03-13T09:40", "03-18T16:07", "03-23T14:02", "03-25T14:29"]
PINNED_CRITICALITY = {"a": 1.0, "b": 0.245, "c": 0.755, "end": 1.0}
PINNED_CRUCIALITY = [0.8, 0.512, 0.273]
PINNED_COST = 3055.5


def test_another_task_leaves_the_luck_of_all_others_alone() -> None:
    spreads = [pert(at, points) for at, points in enumerate(CHAIN[:3])]
    few, more = run(chain(3), *spreads), run(chain(4), *spreads, pert(3, CHAIN[3]))
    assert (few.draws.lengths == more.draws.lengths[:3]).all()
    assert (few.finishes[2] == more.finishes[2]).all()


@pytest.mark.parametrize("correlation", [0.0, 0.3, 0.8])
def test_correlation_within_a_group_widens_a_sum_as_theory_says(correlation: float) -> None:
    points, count = (1000, 2000, 3000), 6
    spreads = [triangular(at, points, "team") for at in range(count)]
    found = taken(run(chain(count), *spreads, correlation=correlation))
    # Var of a sum of n with equal correlation: n σ² (1 + (n - 1) ρ)
    expected = count * variance(points) * (1 + (count - 1) * correlation)
    assert found.var() == pytest.approx(expected, rel=0.07)
    assert found.mean() == pytest.approx(count * mean(points), rel=1e-3)


def test_correlation_is_that_of_normal_scores_and_leaves_other_groups_alone() -> None:
    points = (1000, 2000, 3000)
    spreads = [triangular(at, points, group) for at, group in enumerate(("x", "x", "y", ""))]
    ranks = np.corrcoef(run(chain(4), *spreads, correlation=0.6).draws.ranks)
    # Spearman's correlation of two normals with Pearson's ρ (Kruskal 1958)
    assert ranks[0, 1] == pytest.approx(6 / pi * asin(0.6 / 2), abs=0.04)
    assert abs(ranks[0, 2]) < 0.05
    assert abs(ranks[2, 3]) < 0.05


@pytest.mark.parametrize("probability", [0.0, 0.05, 0.3, 1.0])
def test_a_delay_of_the_only_path_comes_as_often_as_its_event(probability: float) -> None:
    event = Event("storm", probability, (Delay(0, 480, 960, 1440),))
    found = taken(run(chain(2), events=(event,)))
    assert np.mean(found > 960) == pytest.approx(probability, abs=1 / RUNS)
    assert found.mean() == pytest.approx(960 + probability * 960, rel=2e-3)


def test_an_event_is_as_bad_for_all_that_it_hits() -> None:
    event = Event("storm", 0.5, (Delay(0, 0, 500, 1000), Delay(1, 0, 500, 1000)), ((0.0, 500.0, 1000.0),))
    found = run(parallel(2), events=(event,))
    assert (found.finishes[0] == found.finishes[1]).all()
    assert found.cost.tolist() == pytest.approx((taken(found) - 480).tolist(), abs=0.51)


def test_a_milestone_that_may_be_late_takes_what_follows_with_it() -> None:
    plan = network("a 1d\nm after a\nb 1d after m\nc 1d after m SS")
    found = run(plan, events=(Event("customs", 1.0, (Delay("m", 480, 480, 480),)),))
    assert {key: short(int(at[0])) for key, at in found.finishes.items()} == {
        "a": "03-02T17",
        "m": "03-03T17",
        "b": "03-04T17",
        "c": "03-04T17",
    }


def test_an_opportunity_shortens_work_to_nothing_at_the_most() -> None:
    luck = Event("luck", 1.0, (Delay(0, -9000, -9000, -9000), Delay(1, -100, -100, -100)))
    assert set(taken(run(chain(2), events=(luck,))).tolist()) == {380}


def test_what_is_finished_stays_and_remaining_work_is_what_varies() -> None:
    plan = network("done 2d started 03-02T08 finished 03-03T17\nleft 4d 50% started 03-04T08 after done")
    spreads = (Spread("done", "d", 0, 480, 9600), Spread("left", "l", 480, 960, 1920))
    found = run(plan, *spreads)
    assert set(map(short, found.finishes["done"].tolist())) == {"03-03T17"}
    assert short(int(found.finishes["left"].min())) < short(timetable(plan, START)["left"].finish)
    assert set(found.criticality) == {"left"}


def test_what_waits_for_another_simulation_takes_its_dates_run_by_run() -> None:
    plan = network("gate started 03-04T12 finished 03-04T12\na 1d after gate")
    upstream = run(chain(2), triangular(0, CHAIN[0])).finish
    found = run(plan, given={"gate": upstream})
    assert (taken(found) == [OFFICE.between(START, int(at)) + 480 for at in upstream]).all()


def test_cruciality_tells_the_task_that_moves_the_finish() -> None:
    wide, narrow = (1000, 2000, 9000), (1900, 2000, 2100)
    found = run(chain(2), triangular(0, wide), triangular(1, narrow))
    first, second = cruciality(found, found.finish)
    assert first > 0.99
    assert abs(second) < 0.1
    alone = run(chain(1), triangular(0, wide))
    assert cruciality(alone, alone.finish) == [pytest.approx(1)]
    assert cruciality(run(chain(1), triangular(0, (5, 5, 5))), np.zeros(RUNS, np.int64)) == [0]


def test_a_swing_is_what_an_input_moves_the_finish_by_from_its_p10_to_its_p90() -> None:
    found = run(chain(2), triangular(0, CHAIN[0]), triangular(1, CHAIN[1]))
    points = quantiles(CHAIN[0], Shape.TRIANGULAR, 1000)
    low, high, _ = next(swings(found, taken(found)))
    assert high - low == pytest.approx(points[899] - points[99], rel=0.03)


def test_the_swing_of_an_event_is_what_it_adds_when_it_occurs() -> None:
    found = run(chain(2), events=(Event("storm", 0.2, (Delay(0, 480, 480, 480),)),))
    assert [tuple(one)[:2] for one in event_swings(found, taken(found))] == [pytest.approx((960, 1440))]


def test_money_is_what_is_certain_what_time_costs_and_what_events_cost() -> None:
    event = Event("fine", 0.25, costs=((100.0, 100.0, 100.0), (1.0, 1.0, 1.0)))
    found = run(chain(2), triangular(0, CHAIN[0]), events=(event,), rates={0: 0.5, 1: 2.0}, fixed_cost=70.0)
    expected = 70 + 0.5 * found.draws.lengths[0] + 2 * 480 + 101 * found.draws.occurred[0]
    assert found.cost.tolist() == pytest.approx(expected.tolist())
    assert found.cost.mean() == pytest.approx(70 + 0.5 * mean(CHAIN[0]) + 960 + 25.25, rel=1e-3)


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("points", [(1, 1, 1), (0, 0, 90000), (0, 90000, 90000), (100, 200, 90000)])
def test_quantiles_have_the_mean_of_their_distribution(shape: Shape, points: tuple[int, int, int]) -> None:
    found = quantiles(points, shape, 5000)
    a, b, c = points
    assert found.mean() == pytest.approx((a + 4 * b + c) / 6 if shape is Shape.PERT else mean(points), abs=15)
    assert a <= found[0] <= found[-1] <= c
    assert (np.diff(found) >= 0).all()


def test_quantiles_of_pert_are_those_of_the_beta_distribution() -> None:
    """Beta(2, 4), which is PERT with its mode at a quarter: F(x) = 1 - (1 - x)⁴ (1 + 4 x)."""
    found = quantiles((0, 250_000, 1_000_000), Shape.PERT, 1000) / 1e6
    assert 1 - (1 - found) ** 4 * (1 + 4 * found) == pytest.approx((np.arange(1000) + 0.5) / 1000, abs=1e-5)


def test_the_general_foundry_takes_what_the_textbook_says() -> None:
    """Render, Stair and Hanna, "Quantitative Analysis for Management", the PERT example of their chapter 12.

    Its critical path A-C-E-G-H takes 15 weeks with a standard deviation of 1.76, and is done in 16 weeks with
    a chance of 71.6 %: one path, normal, with the variance ((b - a) / 6)². All paths together, it is less.
    """
    plan = network(
        "A 10d\nB 15d\nC 10d after A\nD 20d after B\nE 20d after C\nF 10d after C\nG 20d after D, E\n"
        "H 10d after F, G"
    )
    weeks = {"A": (1, 2, 3), "B": (2, 3, 4), "C": (1, 2, 3), "D": (2, 4, 6)}
    weeks |= {"E": (1, 4, 7), "F": (1, 2, 9), "G": (3, 4, 11), "H": (1, 2, 3)}
    spreads = {key: Spread(key, key, *(2400 * week for week in three)) for key, three in weeks.items()}
    path = list("ACEGH")
    alone = network("A 1d\nC 1d after A\nE 1d after C\nG 1d after E\nH 1d after G")
    single = taken(run(alone, *(spreads[key] for key in path))) / 2400
    assert single.mean() == pytest.approx(15, rel=1e-3)
    assert single.std() == pytest.approx(1.76, rel=0.06)
    assert np.mean(single <= 16) == pytest.approx(0.716, abs=0.03)
    whole = taken(run(plan, *spreads.values())) / 2400
    assert whole.mean() > single.mean()
    assert np.mean(whole <= 16) < 0.716
    assert run(plan, *spreads.values()).criticality["F"] < 0.1


def test_the_interval_of_a_percentile_holds_that_of_endless_runs() -> None:
    """95 of 100 seeds should have it inside; stratified runs do better."""
    plan = parallel(2)
    uncertain = Uncertainty(tuple(triangular(at, CHAIN[0]) for at in range(2)))
    a, b, c = CHAIN[0]
    true = c - sqrt((1 - sqrt(0.8)) * (c - a) * (c - b))  # the latest of two: the quantile sqrt(0.8) of one
    held = 0
    for seed in range(100):
        found = simulate(plan, START, None, uncertain, runs=400, seed=seed)
        low, high = between(np.sort(taken(found)).tolist(), 0.8)
        held += low <= true + 0.5 and true - 0.5 <= high
    assert held >= 95


def test_the_margin_of_a_chance_is_that_of_a_proportion() -> None:
    assert margin(0.5, 10_000) == pytest.approx(0.0098, abs=1e-4)
    assert between([7, 7, 7], 0.8) == (7, 7)
