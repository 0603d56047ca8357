"""Actual dates, work under way and the status date."""

from __future__ import annotations

import pytest

from tests.schedule.plans import dates, floats, plan


def test_finished_work_stands_at_its_actual_dates() -> None:
    found = plan("a 2d started 03-03T10 finished 03-05T12\nb 1d after a", status="03-05T12")
    assert dates(found, "", "early", "late").splitlines() == [
        "a: 03-03T10 03-05T12 | 03-03T10 03-05T12 | 03-03T10 03-05T12",
        "b: 03-05T13 03-06T12 | 03-05T13 03-06T12 | 03-05T13 03-06T12",
    ]
    assert floats(found) == "a 0/0, b 0/0*"


@pytest.mark.parametrize(
    ("words", "status", "expected"),
    [
        ("4d started 03-02T08 50%", "03-06T08", "03-02T08 03-09T17"),
        ("4d started 03-02T08 50%", "03-03T08", "03-02T08 03-05T17"),
        ("4d started 03-02T08 50%", None, "03-02T08 03-05T17"),
        ("4d started 03-02T08 left 1d", "03-04T08", "03-02T08 03-05T17"),
        ("4d started 03-02T08 left 6d 50%", "03-04T08", "03-02T08 03-11T17"),
        ("4d started 03-02T08", "03-04T08", "03-02T08 03-09T17"),
        ("4d 25%", "03-04T08", "03-02T08 03-06T17"),
        ("4d 100%", "03-10T08", "03-02T08 03-05T17"),
        ("4d finished 03-06T17", "03-10T08", "03-03T08 03-06T17"),
        ("4d left 3d", "03-04T08", "03-04T08 03-06T17"),
        ("4d started 03-02T08 50% FNET 03-12T17", "03-04T08", "03-02T08 03-12T17"),
    ],
)
def test_remaining_work_goes_on_from_the_status_date(words: str, status: str | None, expected: str) -> None:
    assert dates(plan(f"a {words}", status=status)) == f"a: {expected}"


def test_unstarted_work_does_not_start_before_the_status_date() -> None:
    found = plan("a 1d\nb 1d after a\nm\nc 1d SNET 03-20T08", status="03-04T10")
    assert dates(found).splitlines() == [
        "a: 03-04T10 03-05T10",
        "b: 03-05T10 03-06T10",
        "m: 03-04T10 03-04T10",
        "c: 03-20T08 03-20T17",
    ]


def test_links_do_not_move_what_has_begun() -> None:
    found = plan("a 4d\nb 4d started 03-02T08 25% after a", status="03-03T08")
    assert dates(found).splitlines() == ["a: 03-03T08 03-06T17", "b: 03-02T08 03-05T17"]


def test_late_start_of_begun_work_is_its_start() -> None:
    found = plan("a 4d started 03-02T08 50%\nlong 10d")
    assert dates(found, "late").splitlines()[0] == "a: 03-02T08 03-13T17"
    assert floats(found) == "a 6/6, long 0/0*"


def test_missed_finish_constraint_of_begun_work_is_a_conflict() -> None:
    found = plan("a 4d started 03-02T08 25% FNLT 03-05T17", status="03-04T08")
    assert [str(one) for one in found.conflicts] == ["a: FNLT 2026-03-05 17:00, possible 2026-03-06 17:00"]
    assert floats(found) == "a -1/0*"


def test_start_constraints_of_begun_work_are_history() -> None:
    assert plan("a 4d started 03-04T08 MSO 03-02T08").conflicts == ()


def test_actual_start_before_the_project_is_followed_there() -> None:
    found = plan("a 1d started 02-23T08 finished 02-23T17\nb 1d after a")
    assert dates(found).splitlines()[1] == "b: 02-24T08 02-24T17"
