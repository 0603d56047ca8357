"""Earned schedule: worked figures, its edges, and that it is the planned value read the other way."""

from __future__ import annotations

from decimal import Decimal
from itertools import accumulate

import pytest
from handbook.analysis.earned_schedule import EarnedSchedule, earned_schedule, planned_duration, value_at
from hypothesis import given
from hypothesis import strategies as st

PLANNED = [Decimal(value) for value in (10_000, 20_000, 40_000, 70_000, 100_000)]
FLAT = [Decimal(value) for value in (0, 10, 10, 10, 30, 30)]

STEPS = st.lists(st.decimals(0, 10_000, places=2), min_size=1, max_size=24)


def curve(steps: list[Decimal]) -> list[Decimal]:
    return list(accumulate(steps))


def found(earned: int, time: str) -> EarnedSchedule:
    schedule = EarnedSchedule.of(PLANNED, Decimal(earned), Decimal(time))
    assert schedule is not None
    return schedule


def test_published_figures() -> None:
    one = found(35_000, "3")
    assert one.earned == Decimal("2.75")  # 2 + (35 000 - 20 000) / (40 000 - 20 000)
    assert one.schedule_variance == Decimal("-0.25")
    assert one.schedule_performance_index is not None
    assert round(one.schedule_performance_index, 6) == Decimal("0.916667")
    assert one.estimate_at_completion is not None
    assert round(one.estimate_at_completion, 6) == Decimal("5.454545")


def test_on_plan_is_one() -> None:
    one = found(40_000, "3")
    assert (one.schedule_performance_index, one.estimate_at_completion) == (1, 5)


def test_past_the_end_of_the_plan_lateness_still_shows() -> None:
    late = found(85_000, "9")
    assert late.schedule_performance_index == Decimal("0.5")
    assert late.estimate_at_completion == 10
    done = found(100_000, "10")
    assert (done.earned, done.schedule_performance_index, done.estimate_at_completion) == (
        5,
        Decimal("0.5"),
        10,
    )


def test_before_the_start_and_with_nothing_earned() -> None:
    assert found(0, "0").schedule_performance_index is None
    idle = found(0, "2")
    assert (idle.schedule_performance_index, idle.estimate_at_completion) == (0, None)


def test_more_than_all_is_all() -> None:
    assert found(120_000, "5").earned == 5


@pytest.mark.parametrize(
    ("earned", "periods"),
    [("0", "1"), ("5", "1.5"), ("10", "4"), ("20", "4.5"), ("29", "4.95"), ("30", "5"), ("-3", "1")],
)
def test_while_the_plan_stands_still_time_is_earned(earned: str, periods: str) -> None:
    assert earned_schedule(FLAT, Decimal(earned)) == Decimal(periods)
    assert planned_duration(FLAT) == 5


@pytest.mark.parametrize("nothing", [[], [Decimal(0)], [Decimal(0), Decimal(0)]])
def test_without_a_plan_nothing_is_known(nothing: list[Decimal]) -> None:
    assert EarnedSchedule.of(nothing, Decimal(5), Decimal(1)) is None
    assert earned_schedule(nothing, Decimal(5)) is None
    assert value_at(nothing, Decimal(3)) == 0


def test_within_a_period_value_grows_evenly() -> None:
    times = ("-1", "0", "0.5", "2.25", "5", "99")
    values = [value_at(PLANNED, Decimal(time)) for time in times]
    assert values == [0, 0, 5000, 25_000, 100_000, 100_000]


@given(steps=STEPS, share=st.decimals(0, 1, places=4))
def test_earned_schedule_is_planned_value_read_the_other_way(steps: list[Decimal], share: Decimal) -> None:
    planned = curve(steps)
    earned = planned[-1] * share
    schedule = earned_schedule(planned, earned)
    if schedule is None:
        assert planned[-1] == 0
    else:
        assert abs(value_at(planned, schedule) - earned) < Decimal("1e-9")
        assert 0 <= schedule <= len(planned)


@given(steps=STEPS, times=st.lists(st.decimals(0, 30, places=3), min_size=2))
def test_planned_value_never_falls(steps: list[Decimal], times: list[Decimal]) -> None:
    planned = curve(steps)
    values = [value_at(planned, time) for time in sorted(times)]
    assert values == sorted(values)
    assert values[-1] <= planned[-1]
