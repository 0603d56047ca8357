"""A delay tried on a timetable, beside the whole timetable of a network that has it."""

from __future__ import annotations

from dataclasses import replace

from handbook.schedule import Activity, Network, Timetable, timetable
from handbook.schedule.delays import critical_work, finishes
from handbook.schedule.progress import progress
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.schedule.plans import START, plan
from tests.schedule.test_properties import networks, reported, scheduled


@st.composite
def reported_networks(draw: st.DrawFn) -> Network:
    """Networks with constraints, deadlines and progress."""
    network = draw(networks())
    return replace(network, activities=tuple(draw(reported(one)) for one in network.activities))


def undated(network: Network) -> Network:
    """The network without deadlines."""
    return replace(network, activities=tuple(replace(one, deadline=None) for one in network.activities))


def longer(activity: Activity, minutes: int) -> Activity:
    """The activity with more to do, and as much done as before."""
    far = progress(activity)
    left = activity.remaining if far is None else far.remaining
    return replace(
        activity,
        duration=activity.duration + (0 if activity.percent else minutes),
        remaining=None if left is None else left + minutes,
    )


def made(network: Network, is_dated: bool) -> Timetable:
    """The timetable of a network, with the status date at the start of the project or without one."""
    scheduled(network)  # sets circles aside
    return timetable(network, START, START if is_dated else None)


def test_a_delay_arrives_at_what_waits_and_nowhere_else() -> None:
    found = plan("a 1d\nb 2d after a\nc 9d")
    after = finishes(found, 0, 480)
    assert [b - a for a, b in zip(found.finish, after, strict=True)] == [1440, 1440, 0]


def test_work_that_says_what_is_left_of_it_is_delayed_too() -> None:
    found = plan("a 5d left 2d\nb 2d after a")
    assert [b - a for a, b in zip(found.finish, finishes(found, 0, 480), strict=True)] == [1440, 1440]


def test_a_deadline_makes_no_work_critical() -> None:
    found = plan("a 1d by 03-02T10\nb 5d\nM after a, b")
    assert [at for at, critical in enumerate(found.critical) if critical] == [0, 1, 2]
    assert critical_work(found) == [1, 2]


@given(reported_networks(), st.booleans())
def test_critical_work_is_that_of_the_network_without_deadlines(network: Network, is_dated: bool) -> None:
    found = made(network, is_dated)
    other = made(undated(network), is_dated)
    leaves = [at for at in range(len(found)) if at not in found.logic.tree.children]
    assert critical_work(found) == [at for at in leaves if other.critical[at]]


@given(reported_networks(), st.booleans(), st.data())
def test_finishes_are_those_of_the_network_with_the_delay(
    network: Network, is_dated: bool, data: st.DataObject
) -> None:
    found = made(network, is_dated)
    open_ = [
        at
        for at, one in enumerate(network.activities)
        if at not in found.logic.tree.children and ((far := progress(one)) is None or not far.finished)
    ]
    assume(open_)
    at, delay = data.draw(st.sampled_from(open_)), data.draw(st.integers(0, 5000))
    changed = list(undated(network).activities)
    changed[at] = longer(changed[at], delay)
    other = made(replace(network, activities=tuple(changed)), is_dated)
    assert finishes(found, at, delay) == other.finish
