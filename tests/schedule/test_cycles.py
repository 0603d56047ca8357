"""Loops are named whole and short."""

from __future__ import annotations

import pytest
from handbook.schedule import Activity, Cycle, Link, Network, timetable

from tests.schedule.plans import OFFICE, plan


def loop(text: str) -> Cycle:
    with pytest.raises(Cycle) as caught:
        plan(text)
    return caught.value


def test_loop_is_named_in_order_of_waiting() -> None:
    fault = loop("a 1d after c\nb 1d after a\nc 1d after b\nd 1d after c\ne 1d")
    assert fault.loop == ("a", "b", "c")
    assert str(fault) == "activities wait for each other: a -> b -> c -> a"


def test_activity_that_waits_for_itself() -> None:
    assert loop("a 1d after a").loop == ("a",)


def test_shortest_loop_of_a_tangle() -> None:
    assert loop("a after d\nb after a, d\nc after b\nd after c").loop == ("b", "c", "d")


def test_one_loop_for_each_tangle() -> None:
    fault = loop("a after c\nb after a\nc after b\nx after y\ny after x\nz after y, c")
    assert fault.loops == (("a", "b", "c"), ("x", "y"))
    assert fault.loop == ("x", "y")


def test_loop_of_three_through_the_finish_of_a_group() -> None:
    assert loop("g\ng.a 1d after b\nb 1d after g").loop == ("g", "b", "g.a")


def test_loop_of_three_through_the_start_of_a_group() -> None:
    assert loop("g after b\ng.a 1d\nb 1d after g.a").loop == ("g", "g.a", "b")


def test_two_groups_that_wait_for_each_other() -> None:
    fault = loop("g after h\ng.a 1d\nh after g\nh.b 1d")
    assert set(fault.loop) == {"g", "g.a", "h", "h.b"}


def test_loop_of_ten_thousand() -> None:
    count = 10_000
    activities = tuple(Activity(at, 60) for at in range(count))
    links = tuple(Link(at, (at + 1) % count) for at in range(count))
    with pytest.raises(Cycle) as caught:
        timetable(Network(activities, links, OFFICE), 0)
    assert caught.value.loop == tuple(range(count))
