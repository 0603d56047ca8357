"""Float to a target, and the paths that lead to it."""

from __future__ import annotations

from handbook.schedule import Network, Timetable, WorkingCalendar, float_paths, target_float
from handbook.schedule.instants import DAY
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.schedule.plans import OFFICE, network, plan
from tests.schedule.test_properties import networks, scheduled, slipped

FORK = """
    a 5d
    b 10d after a
    c 3d after a
    d 1d after b, c
    e 2d after c
    M after e
    z 20d after d
"""


def floats(found: Timetable, target: str) -> dict[object, float | None]:
    """Days of float to a target by key."""
    slack = target_float(found, found.network.index[target])
    keys = (one.key for one in found.network.activities)
    return {key: None if one is None else one / 480 for key, one in zip(keys, slack, strict=True)}


def paths(found: Timetable, target: str, most: int = 9, limit: int | None = None) -> list[str]:
    at = found.network.index[target]
    key = [one.key for one in found.network.activities]
    return [
        f"{path.slack / 480:g}d {' '.join(str(key[one]) for one in path.activities)}"
        + ("" if path.joins is None else f" > {key[path.joins]}")
        for path in float_paths(found, at, target_float(found, at), most, limit)
    ]


def test_float_is_counted_from_the_target_and_not_from_the_end() -> None:
    found = plan(FORK)
    assert found["c"].total_float == 7 * 480
    assert floats(found, "M") == {"a": 0, "b": None, "c": 0, "d": None, "e": 0, "M": 0, "z": None}
    assert floats(found, "d") == {"a": 0, "b": 0, "c": 7, "d": 0, "e": None, "M": None, "z": None}


def test_a_deadline_moves_nothing_and_bounds_no_float_to_a_target() -> None:
    found = plan("a 1d by 03-02T10\nb 5d\nM after a, b")
    assert found["a"].total_float < 0
    assert floats(found, "M")["a"] == 4


def test_links_to_and_from_groups_lead_to_the_target() -> None:
    found = plan("g\ng.a 5d\ng.b 2d\nh after g\nh.c 1d\nh.d 3d\nM after h")
    assert floats(found, "M") == {
        "g": None,
        "g.a": 0,
        "g.b": 3,
        "h": None,
        "h.c": 2,
        "h.d": 0,
        "M": 0,
    }


def test_what_is_done_has_no_float_and_begun_work_hangs_on_nothing() -> None:
    found = plan("a 2d started 03-02T08 finished 03-03T17\nb 2d after a started 03-04T08\nc 4d after b")
    assert floats(found, "c") == {"a": None, "b": 0, "c": 0}


def test_a_driver_may_slip_into_days_on_which_what_follows_is_not_worked_on() -> None:
    away = WorkingCalendar(OFFICE.week, {(DAY_OF_B // DAY) + 1 + at: () for at in range(5)})
    found = scheduled_with("a 5d\nb 1d after a", away)
    assert floats(found, "b") == {"a": 5, "b": 0}


def test_paths_are_the_driving_one_and_those_that_come_next() -> None:
    found = plan(FORK)
    assert paths(found, "d") == ["0d a b d", "7d c > d"]
    assert paths(found, "z", most=1) == ["0d a b d z"]
    assert paths(found, "z", limit=6 * 480) == ["0d a b d z"]


def test_a_path_ends_where_it_meets_one_before_it() -> None:
    found = plan("a 9d\nb 4d\nc 3d after b\nd 1d after b\nM after a, c, d")
    assert paths(found, "M") == ["0d a M", "2d b c > M", "4d d > M"]


def test_a_path_into_a_group_joins_what_starts_first_in_it() -> None:
    found = plan("a 9d\nb 4d\nh after a, b\nh.c 1d\nM after h")
    assert paths(found, "M") == ["0d a h.c M", "5d b > h.c"]


@given(networks(), st.data())
def test_with_one_calendar_all_that_drives_a_target_has_no_float_to_it(
    found: Network, data: st.DataObject
) -> None:
    timetable = scheduled(one_calendar(found))
    target = data.draw(st.sampled_from(leaves(timetable)))
    slack = target_float(timetable, target)
    first, *others = float_paths(timetable, target, slack, 5)
    assert first.activities[-1] == target
    assert [slack[one] for one in first.activities] == [0] * len(first.activities)
    assert [path.slack for path in others] == sorted(path.slack for path in others)
    assert all(one is None or one >= 0 for one in slack)


@given(networks(simple=True), st.data())
def test_float_to_a_target_is_how_far_one_activity_can_slip(found: Network, data: st.DataObject) -> None:
    timetable = scheduled(found)
    target = data.draw(st.sampled_from(leaves(timetable)))
    one = data.draw(st.sampled_from(leaves(timetable)))
    slack = target_float(timetable, target)[one]
    assume(one != target)
    before = timetable.finish[target]
    if slack is None:
        assert OFFICE.between(before, slipped(timetable, one, 9600).finish[target]) == 0
    else:
        assert OFFICE.between(before, slipped(timetable, one, slack).finish[target]) == 0
        assert OFFICE.between(before, slipped(timetable, one, slack + 60).finish[target]) > 0


DAY_OF_B = plan("a 5d\nb 1d after a").start[1]


def scheduled_with(text: str, calendar: WorkingCalendar) -> Timetable:
    return scheduled(network(text, b=calendar))


def one_calendar(found: Network) -> Network:
    regular = tuple(type(one)(one.key, duration=one.duration, parent=one.parent) for one in found.activities)
    links = tuple(type(one)(one.pred, one.succ, one.type, one.lag) for one in found.links)
    return Network(regular, links, OFFICE)


def leaves(timetable: Timetable) -> list[int]:
    parents = {one.parent for one in timetable.network.activities}
    return [at for at in range(len(timetable)) if at not in parents]
