"""Velocity, what iterations set out to do, and their burn-down."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from handbook.analysis.agile.burn_down import burn_down
from handbook.analysis.agile.iterations import results
from handbook.analysis.agile.spread import deviation, mean, median
from handbook.analysis.agile.velocity import velocity
from handbook.analysis.agile.velocity_forecast import VelocityForecast

from tests.analysis.agile.backlogs import TODAY, ago, book, item, iteration, work


def fortnights(*done: float | None, committed: float | None = None) -> list[object]:
    """Iterations of two weeks, the last of which ended yesterday, with what was completed in them."""
    last = len(done)
    return [
        iteration(
            at, ago(14 * (last - at)), ago(14 * (last - at) - 13), completed=amount, committed=committed
        )
        for at, amount in enumerate(done)
    ]


def test_mean_median_and_deviation_of_a_textbook_sample() -> None:
    """2, 4, 4, 4, 5, 5, 7, 9: sum of squares 32, so that the deviation of the sample is √(32/7)."""
    values = [2, 4, 4, 4, 5, 5, 7, 9]
    assert (mean(values), median(values)) == (5, 4.5)
    assert deviation(values) == pytest.approx(2.13809, abs=1e-5)
    assert deviation([3]) is None


def test_velocity_of_the_last_iterations_that_have_ended() -> None:
    running = iteration(9, TODAY, TODAY + timedelta(days=13), completed=99)
    found = velocity(results(book(*fortnights(50, 20, 31, 24, committed=30), running), "apollo", None), 3)
    assert found
    assert found.completed == (20, 31, 24)
    assert (found.mean, found.median, found.least, found.most) == (25, 24, 20, 31)
    assert found.deviation == pytest.approx(5.56776, abs=1e-5)
    assert found.reliability == pytest.approx(75 / 90)
    assert found.kept == (1, 3)


def test_one_iteration_has_no_spread_and_none_no_velocity() -> None:
    found = velocity(results(book(*fortnights(20)), "apollo", None))
    assert found
    assert (found.mean, found.deviation, found.reliability, found.kept) == (20, None, None, (0, 0))
    assert velocity(results(book(*fortnights(None)), "apollo", None)) is None
    assert velocity(()) is None


def test_items_tell_what_an_iteration_set_out_to_do_and_did() -> None:
    first = iteration(1, ago(14), ago(1))
    items = [
        item(1, size=5, iteration="IT-1", started=12, finished=9),
        item(2, size=3, iteration="IT-1"),
        item(3, size=2, iteration="IT-1", added=5, started=5, finished=3),
        item(4, size=8, started=9, finished=4),
        item(5, size=8, iteration="IT-1", finished=20),
    ]
    (found,) = results(book(first, *items), "apollo", work(*items))
    assert (found.committed, found.completed) == (8, 15)


def test_what_is_written_goes_before_what_items_say() -> None:
    one = iteration(1, ago(14), ago(1), committed=9, completed=7)
    items = [item(1, size=5, iteration="IT-1", started=12, finished=9)]
    (found,) = results(book(one, *items), "apollo", work(*items))
    assert (found.committed, found.completed) == (9, 7)


def test_sizes_that_are_missing_are_not_guessed() -> None:
    items = [item(1, size=5, iteration="IT-1", started=12, finished=9), item(2, iteration="IT-1", finished=8)]
    (found,) = results(book(iteration(1, ago(14), ago(1)), *items), "apollo", work(*items))
    assert (found.committed, found.completed) == (None, None)


def test_a_team_that_sizes_nothing_counts_items() -> None:
    items = [item(1, iteration="IT-1", started=12, finished=9), item(2, iteration="IT-1")]
    (found,) = results(book(iteration(1, ago(14), ago(1)), *items), "apollo", work(*items))
    assert (found.committed, found.completed) == (2, 1)


def weekdays(earlier: date, later: date) -> int:
    days = [earlier + timedelta(days=at + 1) for at in range((later - earlier).days)]
    return sum(day.weekday() < 5 for day in days)


def test_a_burn_down_rests_at_the_weekend_and_grows_with_what_comes_in() -> None:
    one = iteration(1, date(2026, 5, 25), date(2026, 6, 5))  # a Monday to a Friday, ten working days
    items = [
        item(1, size=6, iteration="IT-1", started=6, finished=date(2026, 5, 27)),
        item(2, size=4, iteration="IT-1"),
        item(3, size=3, iteration="IT-1", added=date(2026, 5, 28)),
    ]
    (result,) = results(book(one, *items), "apollo", work(*items))
    found = burn_down(result, TODAY, weekdays)
    assert found
    assert (found.unit, found.planned, found.added, found.remaining) == ("size", 10, 3, 7)
    assert [left.remaining for left in found.days] == [10, 10, 10, 4, 7, 7, 7, 7, 7, *[None] * 4]
    assert [left.ideal for left in found.days] == pytest.approx([10, 9, 8, 7, 6, 5, 5, 5, 4, 3, 2, 1, 0])


def test_an_iteration_without_items_has_no_burn_down_and_one_to_come_has_all_of_it_left() -> None:
    (empty,) = results(book(iteration(1, ago(14), ago(1))), "apollo", None)
    assert burn_down(empty, TODAY, weekdays) is None
    later = iteration(
        1, TODAY + timedelta(days=9), TODAY + timedelta(days=10)
    )  # a weekend has no working days
    items = [item(1, iteration="IT-1"), item(2, iteration="IT-1")]
    (result,) = results(book(later, *items), "apollo", work(*items))
    found = burn_down(result, TODAY, lambda earlier, later: 0)
    assert found
    assert (found.remaining, [left.ideal for left in found.days]) == (2, [2, 1, 0])


def test_an_iteration_of_all_time_has_few_days() -> None:
    items = [item(1, iteration="IT-1")]
    (result,) = results(book(iteration(1, date.min, date.max), *items), "apollo", work(*items))
    found = burn_down(result, TODAY, lambda earlier, later: (later - earlier).days)
    assert found
    assert len(found.days) < 500


def test_an_amount_is_forecast_by_velocity_if_three_iterations_have_ended() -> None:
    two, three, none = (
        velocity(results(book(*fortnights(*done)), "apollo", None))
        for done in ((20, 20), (20, 20, 20), (0, 0, 0))
    )
    forecast = VelocityForecast(50, TODAY, three)
    assert (forecast.why, forecast.length) == ("", 14)
    assert forecast.date_at(0.5) == forecast.date_at(0.95) == TODAY + timedelta(days=35)
    assert "three iterations" in VelocityForecast(50, TODAY, two).why
    assert "nothing was completed" in VelocityForecast(50, TODAY, none).why
    assert VelocityForecast(50, TODAY, None).date_at(0.5) is None
