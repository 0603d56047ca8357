"""Groups: dates and progress roll up, links and constraints on them reach their members."""

from __future__ import annotations

import pytest
from handbook.schedule import Cycle, Network, OwnGroupLink, timetable

from tests.schedule.plans import dates, floats, network, plan


def test_dates_and_duration_roll_up() -> None:
    found = plan("g\ng.a 2d\ng.b 3d after g.a\nz 1d after g")
    assert dates(found) == (
        "g: 03-02T08 03-06T17\ng.a: 03-02T08 03-03T17\ng.b: 03-04T08 03-06T17\nz: 03-09T08 03-09T17"
    )
    assert found["g"].duration == 5 * 480
    assert floats(found) == "g 0/0*, g.a 0/0*, g.b 0/0*, z 0/0*"


def test_link_to_a_group_moves_all_its_members() -> None:
    found = plan("a 2d\ng after a\ng.b 1d\ng.h\ng.h.c 2d\nz 1d after g.h SS +1d")
    assert dates(found).splitlines()[1:] == [
        "g: 03-04T08 03-05T17",
        "g.b: 03-04T08 03-04T17",
        "g.h: 03-04T08 03-05T17",
        "g.h.c: 03-04T08 03-05T17",
        "z: 03-05T08 03-05T17",
    ]
    assert floats(found) == "a 0/0*, g 0/0*, g.b 1/1, g.h 0/0*, g.h.c 0/0*, z 0/0*"


def test_float_passes_through_groups() -> None:
    found = plan("g\ng.a 1d\ng.b 2d\nz 1d after g\nlong 6d")
    assert floats(found) == "g 3/0, g.a 4/1, g.b 3/0, z 3/3, long 0/0*"


def test_finish_of_a_group_waits_for_what_is_linked_to_it() -> None:
    found = plan("a 5d\ng after a FF\ng.b 1d\nz 1d after g")
    assert dates(found).splitlines()[1:] == [
        "g: 03-02T08 03-06T17",
        "g.b: 03-02T08 03-02T17",
        "z: 03-09T08 03-09T17",
    ]
    assert floats(found).startswith("a 0/0*")


def test_group_held_open_has_the_late_finish_of_what_holds_it() -> None:
    found = plan("a 2d\ng after a FF\ng.b 1d\nlong 6d")
    assert dates(found, "", "late").splitlines()[1] == "g: 03-02T08 03-03T17 | 03-09T08 03-09T17"
    assert floats(found) == "a 4/0, g 4/4, g.b 5/5, long 0/0*"


def test_constraints_of_a_group_reach_its_members() -> None:
    found = plan("g SNET 03-04T08\ng.a 1d\ng.b 2d\nlong 10d")
    assert dates(found).splitlines()[:3] == [
        "g: 03-04T08 03-05T17",
        "g.a: 03-04T08 03-04T17",
        "g.b: 03-04T08 03-05T17",
    ]
    found = plan("g FNLT 03-02T17\ng.a 1d\ng.b 2d\nlong 10d")
    assert floats(found) == "g -1/0*, g.a 0/0*, g.b -1/0*, long 0/0*"
    assert [str(one) for one in found.conflicts] == ["g: FNLT 2026-03-02 17:00, possible 2026-03-03 17:00"]


def test_start_limit_of_a_group_binds_whoever_starts_first() -> None:
    found = plan("a 1d\ng SNLT 03-03T08\ng.b 2d after a\ng.c 1d after g.b\nlong 10d")
    assert floats(found) == "a 0/0*, g 0/0*, g.b 0/0*, g.c 6/6, long 0/0*"
    assert found.conflicts == ()


def test_finish_floor_of_a_group_holds_its_followers() -> None:
    found = plan("g FNET 03-05T17\ng.a 1d\nz 1d after g")
    assert dates(found).splitlines() == [
        "g: 03-02T08 03-05T17",
        "g.a: 03-02T08 03-02T17",
        "z: 03-06T08 03-06T17",
    ]


def test_progress_is_weighted_by_duration() -> None:
    found = plan("g\ng.a 1d started 03-02T08 finished 03-02T17\ng.h\ng.h.b 3d 50% started 03-02T08\ng.h.m\n")
    assert found["g.h"].percent == 50
    assert found["g"].percent == 62.5
    only_milestones = plan("g\ng.a started 03-02T08 finished 03-02T08\ng.b")
    assert only_milestones["g"].percent == 50


def test_group_of_finished_work_is_not_critical() -> None:
    found = plan("g\ng.a 1d started 03-02T08 finished 03-02T17\nb 1d after g")
    assert floats(found) == "g 0/0, g.a 0/0, b 0/0*"


@pytest.mark.parametrize("text", ["g after g.h.a\ng.h\ng.h.a 1d", "g\ng.h\ng.h.a 1d after g FF"])
def test_link_with_own_group_is_a_fault_of_its_own(text: str) -> None:
    with pytest.raises(OwnGroupLink) as caught:
        plan(text)
    assert (caught.value.group, caught.value.inner, caught.value.link) == ("g", "g.h.a", 0)


def test_group_inside_itself() -> None:
    one = network("a\nb\nc")
    activities = tuple(
        type(activity)(activity.key, parent=parent)
        for activity, parent in zip(one.activities, (1, 2, 1), strict=True)
    )
    ring = Network(activities, (), one.calendar)
    with pytest.raises(Cycle) as caught:
        timetable(ring, 0)
    assert set(caught.value.loop) == {"b", "c"}
