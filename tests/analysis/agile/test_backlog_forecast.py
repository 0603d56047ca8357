"""The forecast of a backlog: right where it can be computed, monotone, silent without a past."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from math import inf

import pytest
from handbook.analysis.agile.backlog_forecast import BacklogForecast, backlog_forecast, later
from handbook.analysis.agile.resampling import amounts_done, times_to_finish
from handbook.analysis.agile.targets import targets
from handbook.planning.plan import Plan
from handbook.records.kinds.milestone import Milestone
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.agile.backlogs import TODAY, ago, book, item, weekly, work

STEPS = st.lists(st.integers(0, 9).map(float), min_size=3, max_size=12)


def test_a_steady_team_is_done_when_division_says() -> None:
    """Two a week, seven to go: three and a half weeks in every future."""
    assert set(times_to_finish([2.0, 2.0, 2.0], 7, 200, 1)) == {3.5}
    found = backlog_forecast(weekly(2, 2, 2, 2, 2, left=7))
    assert [found.date_at(share) for share in (0.01, 0.5, 0.95)] == [TODAY + timedelta(days=25)] * 3
    assert (found.chance_by(TODAY + timedelta(days=25)), found.chance_by(TODAY + timedelta(days=24))) == (
        1,
        0,
    )


def test_a_coin_gives_the_negative_binomial_distribution() -> None:
    """A week brings an item or none, each as often: the third comes in week n with C(n - 1, 2) / 2ⁿ."""
    took = times_to_finish([0.0, 1.0], 3, 40_000, 5)
    for week, chance in ((3, 1 / 8), (4, 3 / 16), (5, 6 / 32), (6, 10 / 64)):
        # four standard errors of a share of 40,000 trials are 0.008 at the most
        assert took.count(week) / 40_000 == pytest.approx(chance, abs=0.008)


def test_a_die_has_the_mean_and_the_spread_of_its_sum() -> None:
    """Ten throws: mean 35, variance 10 · 35/12."""
    sums = amounts_done([1.0, 2, 3, 4, 5, 6], 10, 20_000, 3)
    middle = sum(sums) / len(sums)
    assert middle == pytest.approx(35, abs=0.15)
    assert sum((one - middle) ** 2 for one in sums) / len(sums) == pytest.approx(350 / 12, rel=0.04)


@settings(max_examples=40, deadline=None)
@given(STEPS, st.integers(0, 30), st.integers(0, 30), st.integers(0, 99))
def test_more_is_never_done_earlier_in_any_future(
    steps: list[float], one: int, other: int, seed: int
) -> None:
    less, more = (times_to_finish(steps, amount, 100, seed) for amount in sorted((one, other)))
    assert all(early <= late for early, late in zip(less, more, strict=True))


@settings(max_examples=40, deadline=None)
@given(STEPS, st.integers(0, 99), st.integers(1, 9))
def test_what_comes_in_never_helps(steps: list[float], seed: int, added: int) -> None:
    net = [step - (added if at == 0 else 0) for at, step in enumerate(steps)]
    plain, growing = (times_to_finish(found, 6, 100, seed) for found in (steps, net))
    assert all(early <= late for early, late in zip(plain, growing, strict=True))


@settings(max_examples=25, deadline=None)
@given(STEPS, st.floats(0, 8), st.floats(0, 8))
def test_more_time_never_brings_less(steps: list[float], one: float, other: float) -> None:
    less, more = (amounts_done(steps, periods, 100, 1) for periods in sorted((one, other)))
    assert all(few <= many + 1e-9 for few, many in zip(less, more, strict=True))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 5), min_size=3, max_size=8), st.integers(1, 20))
def test_dates_and_chances_tell_the_same(done: list[int], left: int) -> None:
    found = replace(backlog_forecast(weekly(*done, left=left)), trials=200)
    dates = [found.date_at(share) for share in (0.1, 0.5, 0.8, 0.85, 0.95)]
    known = [day for day in dates if day]
    assert known == sorted(known)
    for share, day in zip((0.1, 0.5, 0.8, 0.85, 0.95), dates, strict=True):
        if day:
            assert (found.chance_by(day) or 0) >= share - 1e-9
            assert (found.items_by(day, 1 - share) or 0) <= sum(done) * 600


def test_the_same_seed_tells_the_same_and_another_one_nearly() -> None:
    found = backlog_forecast(weekly(1, 4, 2, 0, 3, left=20))
    assert found.days == backlog_forecast(weekly(1, 4, 2, 0, 3, left=20)).days
    other = replace(found, seed=2)
    assert other.days != found.days
    day = found.date_at(0.85)
    assert day
    assert other.chance_by(day) == pytest.approx(found.chance_by(day) or 0, abs=0.02)


@pytest.mark.parametrize(
    ("done", "why"),
    [((), "three whole weeks"), ((3, 2), "three whole weeks"), ((0, 0, 0), "nothing was finished")],
)
def test_without_a_past_there_is_no_forecast(done: tuple[int, ...], why: str) -> None:
    found = backlog_forecast(weekly(*done, left=4))
    assert why in found.why
    assert (found.days, found.date_at(0.5), found.chance_by(TODAY)) == ((), None, None)
    assert found.items_by(TODAY + timedelta(days=9), 0.5) is None


def test_a_short_past_is_remarked() -> None:
    assert "three weeks only" in backlog_forecast(weekly(1, 2, 3)).caution
    assert backlog_forecast(weekly(1, 2, 3, 2, 1)).caution == ""


def test_what_is_done_is_done_today() -> None:
    found = backlog_forecast(weekly(1, 2, 3, left=0))
    assert (found.remaining, found.date_at(0.95), found.chance_by(TODAY)) == (0, TODAY, 1)


def test_a_backlog_that_grows_faster_than_it_shrinks_is_never_done() -> None:
    assert set(times_to_finish([1.0, -2.0, 0.5], 500, 100, 1)) == {inf}
    grown = [item(50 + at, added=1 + at) for at in range(12)]
    found = weekly(1, 1, 1, 1, 1)
    growing = backlog_forecast(work(*found.items, *grown), growing=True)
    assert growing.date_at(0.85) is None
    assert growing.why == ""


def test_a_day_beyond_the_calendar_is_none() -> None:
    assert later(date(9999, 12, 30), 1) == date(9999, 12, 31)
    assert later(date(9999, 12, 30), 2) is None
    far = BacklogForecast(5, date(9999, 12, 31), backlog_forecast(weekly(1, 1, 1)).weeks)
    assert far.date_at(0.5) is None


def test_items_by_a_day_that_has_passed_are_not_told() -> None:
    assert backlog_forecast(weekly(1, 2, 3)).items_by(ago(1), 0.5) is None


@pytest.mark.parametrize(("days", "many"), [(0, 0), (7, 2), (10, 2), (14, 4)])
def test_items_by_a_day_are_whole(days: int, many: int) -> None:
    found = backlog_forecast(weekly(2, 2, 2, 2, 2))
    assert found.items_by(TODAY + timedelta(days=days), 0.85) == many


def test_an_85_percent_forecast_holds_in_about_85_of_100_cases() -> None:
    """Teams whose weeks are drawn from one distribution, with 12 weeks of history: how often it was kept."""
    import numpy as np

    chance = np.random.Generator(np.random.PCG64(11))
    kept = 0
    for case in range(200):
        past, future = chance.poisson(3, 12), chance.poisson(3, 60)
        took = times_to_finish([float(step) for step in past], 20, 300, case)
        real = int(np.argmax(np.cumsum(future) >= 20)) + 1
        kept += real <= -(-took[254] // 1)
    # a few percent short, as the past is itself a sample; three standard errors are 7.6 percent
    assert 0.72 <= kept / 200 <= 0.95


def test_what_a_plan_needs_of_a_backlog_waits_for_all_before_it() -> None:
    past = weekly(1, 1, 1, 1, 1, left=0).items
    items = [*past, item(51, **{"for": "M-1"}), item(52), item(53, **{"for": "M-1"}), item(54)]
    due = TODAY + timedelta(days=20)
    milestone = Milestone.model_validate({"id": "M-1", "project": "apollo", "title": "Launch", "due": due})
    records = book(milestone, *items)
    (found,) = targets(records, work(*items), lambda project: Plan(project, TODAY))
    assert (found.open, found.forecast.remaining) == (2, 3)
    assert found.forecast.date_at(0.85) == TODAY + timedelta(days=21)
    assert found.chance == 0
    whole = work(*items, **{"for": "M-1"})
    (every,) = targets(records, whole, lambda project: Plan(project, TODAY))
    assert (every.open, every.forecast.remaining) == (4, 4)
