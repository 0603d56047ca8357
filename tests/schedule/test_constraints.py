"""Constraint types and deadlines mean what Microsoft Project documents."""

from __future__ import annotations

import pytest

from tests.schedule.plans import dates, floats, plan


@pytest.mark.parametrize(
    ("constraint", "expected", "slack"),
    [
        ("SNET 03-05T08", "03-05T08 03-06T17", "5/5"),
        ("FNET 03-06T17", "03-05T08 03-06T17", "5/5"),
        ("SNLT 03-05T08", "03-02T08 03-03T17", "3/3"),
        ("FNLT 03-05T17", "03-02T08 03-03T17", "2/2"),
        ("MSO 03-05T08", "03-05T08 03-06T17", "0/0*"),
        ("MFO 03-06T17", "03-05T08 03-06T17", "0/0*"),
        ("ALAP", "03-12T08 03-13T17", "0/0*"),
        ("by 03-06T17", "03-02T08 03-03T17", "3/3"),
    ],
)
def test_constraint(constraint: str, expected: str, slack: str) -> None:
    found = plan(f"long 10d\na 2d {constraint}")
    assert dates(found).splitlines()[1] == f"a: {expected}"
    assert floats(found) == f"long 0/0*, a {slack}"
    assert found.conflicts == ()


@pytest.mark.parametrize(
    ("constraint", "possible"),
    [
        ("SNLT 03-04T08", "2026-03-06 08:00"),
        ("MSO 03-04T08", "2026-03-06 08:00"),
        ("FNLT 03-05T17", "2026-03-09 17:00"),
        ("MFO 03-05T17", "2026-03-09 17:00"),
    ],
)
def test_hard_constraint_wins_over_links_and_says_so(constraint: str, possible: str) -> None:
    found = plan(f"a 4d\nb 2d after a {constraint}\nc 1d after b")
    assert dates(found).splitlines()[1:] == ["b: 03-04T08 03-05T17", "c: 03-06T08 03-06T17"]
    assert floats(found).startswith("a -2/0*, b -2/0*")
    kind, date = constraint.split()
    demanded = f"2026-{date.replace('T', ' ')}:00"
    assert [str(one) for one in found.conflicts] == [f"b: {kind} {demanded}, possible {possible}"]


def test_deadline_bounds_late_dates_only() -> None:
    found = plan("a 4d\nb 2d after a by 03-06T17")
    assert dates(found).splitlines()[1] == "b: 03-06T08 03-09T17"
    assert floats(found) == "a -1/0*, b -1/0*"
    assert found.conflicts == ()


def test_late_dates_of_a_fixed_task_are_its_date_whatever_follows() -> None:
    found = plan("a 1d\nb 1d after a MSO 03-04T08\nc 1d after b by 03-04T17")
    assert floats(found) == "a 1/1, b 0/0*, c -1/0*"


def test_as_late_as_possible_pushes_its_followers_never_the_end() -> None:
    found = plan("a 2d ALAP\nb 1d after a\nlong 6d")
    assert dates(found, "early", "") == (
        "a: 03-02T08 03-03T17 | 03-05T08 03-06T17\n"
        "b: 03-04T08 03-04T17 | 03-09T08 03-09T17\n"
        "long: 03-02T08 03-09T17 | 03-02T08 03-09T17"
    )


def test_group_as_late_as_possible_is_its_members() -> None:
    found = plan("g ALAP\ng.a 1d\ng.b 1d after g.a\nlong 6d")
    assert dates(found).splitlines()[0] == "g: 03-06T08 03-09T17"


def test_date_before_the_project_start_counts_and_is_followed() -> None:
    found = plan("a 2d SNET 02-23T08\nb 1d after a\nc 1d")
    assert dates(found).splitlines() == [
        "a: 02-23T08 02-24T17",
        "b: 02-25T08 02-25T17",
        "c: 03-02T08 03-02T17",
    ]


def test_nobody_starts_in_the_past_whatever_is_demanded() -> None:
    found = plan("a 2d MSO 03-04T08", status="03-06T08")
    assert dates(found) == "a: 03-06T08 03-09T17"
    assert [str(one) for one in found.conflicts] == ["a: MSO 2026-03-04 08:00, possible 2026-03-06 08:00"]
    assert floats(found) == "a -2/0*"


def test_impossible_constraints_against_each_other() -> None:
    found = plan("a 5d MFO 03-03T17\nb 5d after a MFO 03-04T17")
    assert len(found.conflicts) == 2
    assert found["b"].total_float < found["a"].total_float < 0
