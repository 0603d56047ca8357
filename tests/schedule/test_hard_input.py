"""Input that breaks schedulers."""

from __future__ import annotations

from datetime import date

import pytest
from handbook.schedule import (
    Activity,
    BadNetwork,
    ConstraintType,
    Link,
    Network,
    NoWorkingTime,
    WorkingCalendar,
    timetable,
)
from handbook.schedule.instants import instant, moment, written

from tests.schedule.plans import DAY, OFFICE, START, at, dates, plan

EMPTY = WorkingCalendar(((),) * 7)
ONE_WEEK = WorkingCalendar(((),) * 7, {date(2026, 3, day).toordinal(): DAY for day in range(2, 7)})


def test_no_activities() -> None:
    found = timetable(Network((), (), OFFICE), START)
    assert (len(found), found.project_finish, str(found)) == (0, START, "")


def test_no_working_days() -> None:
    with pytest.raises(NoWorkingTime, match="no working time for 'a' in calendar no working days"):
        timetable(Network((Activity("a", 60),), (), EMPTY), START)


def test_group_may_have_an_empty_calendar() -> None:
    network = Network((Activity("g", calendar=EMPTY), Activity("a", 480, parent=0)), (), OFFICE)
    assert timetable(network, START)["g"].finish == at("03-02T17")


def test_working_time_runs_out() -> None:
    assert dates(plan("a 2d\nb 3d after a", a=ONE_WEEK, b=ONE_WEEK)).endswith("b: 03-04T08 03-06T17")
    with pytest.raises(NoWorkingTime) as caught:
        plan("a 2d\nb 4d after a", a=ONE_WEEK, b=ONE_WEEK)
    assert caught.value.activity == "b"


@pytest.mark.parametrize("lag", [1_000, 10_000])
def test_long_lags_and_leads(lag: int) -> None:
    found = plan(f"a 1d\nb 1d after a +{lag}d\nc 1d after b -{lag}d")
    assert OFFICE.between(found["a"].finish, found["b"].start) == lag * 480
    assert found["c"].start == at("03-04T08")


def test_year_9999() -> None:
    start = instant(date(9999, 12, 27), 8 * 60)
    found = timetable(Network((Activity("a", 5 * 480),), (), OFFICE), start)
    assert moment(found.project_finish).isoformat() == "9999-12-31T17:00:00"
    beyond = timetable(Network((Activity("a", 6 * 480),), (), OFFICE), start)
    assert written(beyond.project_finish) == "day 3652062 17:00"


def test_year_1() -> None:
    network = Network(
        (Activity("a", 480), Activity("b", 480, deadline=at("0001-01-01T17"))), (Link(0, 1),), OFFICE
    )
    assert timetable(network, at("0001-01-01T08"))["a"].total_float == -480


def test_zero_durations_everywhere() -> None:
    found = plan("a\nb after a\nc after b FF\ng after c\ng.d\ng.e after g.d SF")
    assert {row.start for row in found} == {row.finish for row in found} == {START}
    assert set(found.total_float) == {0}


@pytest.mark.parametrize("count", [10_000])
def test_long_chain(count: int) -> None:
    activities = tuple(Activity(number, 60) for number in range(count))
    links = tuple(Link(number, number + 1) for number in range(count - 1))
    found = timetable(Network(activities, links, OFFICE), START)
    assert OFFICE.between(START, found.project_finish) == count * 60
    assert all(found.critical)


def test_deep_nest_of_groups() -> None:
    count = 5_000
    activities = [Activity(number, parent=number - 1 if number else None) for number in range(count)]
    activities.append(Activity("z", 480))
    network = Network((*activities, Activity("a", 480, parent=count - 1)), (Link(0, count),), OFFICE)
    found = timetable(network, START)
    assert found[0].finish == at("03-02T17")
    assert found["z"].start == at("03-03T08")


def test_start_outside_working_time() -> None:
    found = timetable(Network((Activity("a", 480), Activity("m")), (), OFFICE), at("03-07T12"))
    assert dates(found) == "a: 03-09T08 03-09T17\nm: 03-09T08 03-09T08"


def test_constraint_outside_working_time_counts_in_working_time() -> None:
    found = plan("a 1d SNET 03-07T12\nb 5d by 03-07T12")
    assert dates(found).splitlines()[0] == "a: 03-09T08 03-09T17"
    assert found["b"].total_float == 0


@pytest.mark.parametrize(
    ("activities", "links", "message"),
    [
        ((Activity("a"), Activity("a")), (), "each key once, found 'a' 2 times"),
        ((Activity("a"),), (Link(0, 1),), "link 0 (0 -> 1 FS) names an activity that is not there"),
        ((Activity("a", parent=7),), (), "'a' has a parent that is not there: 7"),
        ((Activity("a", -1),), (), "'a' has a negative duration"),
        ((Activity("a", remaining=-1),), (), "'a' has a negative duration"),
        ((Activity("a", actual_start=5, actual_finish=4),), (), "'a' did finish before it did start"),
        ((Activity("a", percent=101),), (), "'a' is 101 % done, expected 0 to 100"),
        ((Activity("a", constraint=ConstraintType.MSO),), (), "the constraint MSO, which takes a date"),
        ((Activity("a", constraint_at=5),), (), "the constraint ASAP, which takes no date"),
    ],
)
def test_bad_networks_are_refused(
    activities: tuple[Activity, ...], links: tuple[Link, ...], message: str
) -> None:
    with pytest.raises(BadNetwork) as caught:
        Network(activities, links, OFFICE)
    assert message in str(caught.value)
