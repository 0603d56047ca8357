"""Forward and backward pass over the four link types, with lags, in working and elapsed time."""

from __future__ import annotations

import pytest
from handbook.schedule import WorkingCalendar

from tests.schedule.plans import DAY, dates, floats, plan

SEVEN_DAYS = WorkingCalendar((DAY,) * 7)


@pytest.mark.parametrize(
    ("wait", "expected"),
    [
        ("a", "03-06T08 03-09T17"),
        ("a FS +1d", "03-09T08 03-10T17"),
        ("a FS -1d", "03-05T08 03-06T17"),
        ("a FS +e1d", "03-09T08 03-10T17"),
        ("a SS", "03-02T08 03-03T17"),
        ("a SS +3d", "03-05T08 03-06T17"),
        ("a FF", "03-04T08 03-05T17"),
        ("a FF +1d", "03-05T08 03-06T17"),
        ("a SF", "03-02T08 03-03T17"),
        ("a SF +3d", "03-03T08 03-04T17"),
        ("a FS -20d", "03-02T08 03-03T17"),
    ],
)
def test_link_places_the_successor(wait: str, expected: str) -> None:
    assert dates(plan(f"a 4d\nb 2d after {wait}")).splitlines()[1] == f"b: {expected}"


def test_floats_of_a_small_network() -> None:
    found = plan("""
        a 2d
        b 3d after a
        c 1d after a
        d 2d after b, c
        e 1d
    """)
    assert floats(found) == "a 0/0*, b 0/0*, c 2/2, d 0/0*, e 6/6"
    assert dates(found, "late").splitlines()[2] == "c: 03-06T08 03-06T17"


def test_free_float_is_what_the_next_one_leaves() -> None:
    found = plan("a 1d\nb 1d after a\nc 4d\nd 1d after b, c\ne 5d after c")
    assert floats(found) == "a 6/0, b 6/2, c 0/0*, d 4/4, e 0/0*"


@pytest.mark.parametrize(
    ("wait", "expected"),
    [
        ("a SS +1d", "a 0/0*, b 0/0*"),
        ("a FF", "a 4/4, b 0/0*"),
        ("a FF +5d", "a 0/0*, b 0/0*"),
        ("a SF +3d", "a 3/3, b 0/0*"),
    ],
)
def test_floats_across_other_link_types(wait: str, expected: str) -> None:
    assert floats(plan(f"a 2d\nb 6d after {wait}")) == expected


def test_milestones_stand_where_their_work_ends() -> None:
    found = plan("""
        begin
        a 5d after begin
        done after a
        b 1d after done
        go SNET 03-16T08
    """)
    assert dates(found) == (
        "begin: 03-02T08 03-02T08\n"
        "a: 03-02T08 03-06T17\n"
        "done: 03-06T17 03-06T17\n"
        "b: 03-09T08 03-09T17\n"
        "go: 03-16T08 03-16T08"
    )


def test_elapsed_work_runs_through_the_weekend() -> None:
    found = plan("a 5d\ndry e2d after a\nb 1d after dry")
    assert dates(found) == ("a: 03-02T08 03-06T17\ndry: 03-06T17 03-08T17\nb: 03-09T08 03-09T17")
    assert found["dry"].total_float == 15 * 60  # from Sunday 17:00 to Monday 08:00, on the clock


def test_lag_counts_in_the_calendar_of_the_successor() -> None:
    found = plan("a 5d\nb 1d after a +2d\nc 1d after a +2d", c=SEVEN_DAYS)
    assert dates(found).splitlines()[1:] == ["b: 03-11T08 03-11T17", "c: 03-09T08 03-09T17"]


def test_activity_follows_its_own_calendar() -> None:
    found = plan("a 5d\nb 3d after a\nc 1d after b", b=SEVEN_DAYS)
    assert dates(found).splitlines()[1:] == ["b: 03-07T08 03-09T17", "c: 03-10T08 03-10T17"]
    assert floats(found) == "a 0/0*, b 0/0*, c 0/0*"


def test_late_dates_count_back_from_a_given_finish() -> None:
    found = plan("a 2d\nb 1d after a", until="03-03T17")
    assert floats(found) == "a -1/0*, b -1/0*"
    assert floats(plan("a 2d", until="03-06T17")) == "a 3/3"
