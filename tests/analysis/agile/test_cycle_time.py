"""Cycle times: both ends count, and percentiles are values that occurred."""

from __future__ import annotations

import pytest
from handbook.analysis.agile.cycle_time import cycle_time, cycle_times
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.agile.backlogs import item, work


@pytest.mark.parametrize(
    ("started", "finished", "days"), [(3, 3, 1), (3, 1, 3), (3, None, None), (None, 3, None), (1, 3, None)]
)
def test_both_ends_count_and_contradictions_do_not(
    started: int | None, finished: int | None, days: int | None
) -> None:
    assert cycle_time(item(1, started=started, finished=finished)) == days


def test_percentiles_of_the_example_in_the_manual() -> None:
    found = cycle_times(
        work(*(item(at, started=20 + days, finished=21) for at, days in enumerate((4, 9, 7, 4, 2))))
    )
    assert (found.at(0.5), found.at(0.85), found.mean) == (4, 9, 5.2)
    assert found.share_within(4) == 0.6


def test_the_age_of_what_is_begun_counts_like_a_cycle_time() -> None:
    found = cycle_times(work(item(1, started=9, finished=6), item(2, started=0), item(3, started=7), item(4)))
    assert [(one.item.id, one.age, one.share) for one in found.ageing] == [("PB-3", 8, 1.0), ("PB-2", 1, 0.0)]


def test_without_finished_items_nothing_is_said() -> None:
    found = cycle_times(work(item(1, started=3)))
    assert (found.at(0.85), found.mean, found.share_within(3)) == (None, None, None)
    assert found.ageing[0].share is None


def test_what_is_finished_after_the_status_date_is_in_progress() -> None:
    found = cycle_times(work(item(1, started=3, finished=-2)))
    assert not found.days
    assert found.ageing[0].age == 4


@given(st.lists(st.integers(1, 400), min_size=1, max_size=40), st.floats(0, 1), st.floats(0, 1))
def test_a_greater_share_needs_no_fewer_days(days: list[int], one: float, other: float) -> None:
    found = cycle_times(work(*(item(at, started=took, finished=1) for at, took in enumerate(days))))
    less, more = sorted((one, other))
    assert (found.at(less) or 0) <= (found.at(more) or 0)
    assert found.at(more) in days
    assert (found.share_within(found.at(more) or 0) or 0) >= more - 1e-9
