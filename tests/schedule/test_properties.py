"""What must hold for any network."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from handbook.schedule import (
    Activity,
    ConstraintType,
    Cycle,
    Link,
    LinkType,
    Network,
    OwnGroupLink,
    Timetable,
    WorkingCalendar,
    timetable,
)
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.schedule.plans import DAY, OFFICE, START

HOLIDAYS = {date(2026, 3, day).toordinal(): () for day in (4, 6, 19)}
SHIFTS = WorkingCalendar((((0, 360), (1320, 1440)),) * 7, {date(2026, 3, 8).toordinal(): ()})
CALENDARS = (None, WorkingCalendar(OFFICE.week, HOLIDAYS), WorkingCalendar((DAY,) * 7), SHIFTS)
LATER = (ConstraintType.SNET, ConstraintType.FNET)
WEEK = 7 * 24 * 60

lags = st.integers(-1500, 3000)
days_around = st.integers(START - 20_000, START + 20_000)


@st.composite
def links(draw: st.DrawFn, count: int) -> Link:
    """A link from one activity to a later one, which by themselves make no loop."""
    succ = draw(st.integers(1, count - 1))
    pred = draw(st.integers(0, succ - 1))
    return Link(pred, succ, draw(st.sampled_from(LinkType)), draw(lags), draw(st.booleans()))


@st.composite
def networks(draw: st.DrawFn, *, simple: bool = False) -> Network:
    """Up to ten activities; if not simple, with own calendars, elapsed durations and nested groups."""
    count = draw(st.integers(2, 10))
    activities = []
    for at in range(count):
        activity = Activity(at, draw(st.integers(0, 4)) * 240)
        if not simple:
            activity = replace(
                activity,
                calendar=draw(st.sampled_from(CALENDARS)),
                elapsed=draw(st.booleans()),
                parent=draw(st.sampled_from([None, *range(at)])),
            )
        activities.append(activity)
    found = draw(st.lists(links(count), max_size=15))
    if simple:
        found = [replace(link, elapsed_lag=False) for link in found]
    return Network(tuple(activities), tuple(found), OFFICE)


def scheduled(network: Network) -> Timetable:
    try:
        return timetable(network, START)
    except (Cycle, OwnGroupLink):
        assume(False)
        raise


@given(networks(), st.data())
def test_adding_a_link_never_brings_a_finish_forward(network: Network, data: st.DataObject) -> None:
    more = data.draw(links(len(network.activities)))
    before, after = scheduled(network), scheduled(replace(network, links=(*network.links, more)))
    assert [a.key for a, b in zip(before, after, strict=True) if b.finish < a.finish] == []


@given(networks(), st.data())
def test_constraints_that_push_never_bring_a_finish_forward(network: Network, data: st.DataObject) -> None:
    one = data.draw(st.integers(0, len(network.activities) - 1))
    when = START + data.draw(st.integers(0, 20_000))
    pushed = replace(
        network.activities[one], constraint=data.draw(st.sampled_from(LATER)), constraint_at=when
    )
    changed = (*network.activities[:one], pushed, *network.activities[one + 1 :])
    before, after = scheduled(network), scheduled(replace(network, activities=changed))
    assert [a.key for a, b in zip(before, after, strict=True) if b.finish < a.finish] == []


@given(networks())
def test_float_is_never_negative_without_constraint_or_deadline(network: Network) -> None:
    found = scheduled(network)
    assert min(found.total_float) >= 0
    assert all(0 <= free <= total for free, total in zip(found.free_float, found.total_float, strict=True))


@given(networks())
def test_dates_are_in_order(network: Network) -> None:
    for row in scheduled(network):
        assert START <= row.start <= row.finish
        assert (row.early_start, row.early_finish) == (row.start, row.finish)
        assert row.late_start <= row.late_finish


@given(networks())
def test_something_has_no_float(network: Network) -> None:
    assert min(scheduled(network).total_float) == 0


@given(networks(simple=True), st.data())
def test_total_float_is_how_far_one_activity_can_slip(network: Network, data: st.DataObject) -> None:
    found = scheduled(network)
    one = data.draw(st.integers(0, len(network.activities) - 1))
    assert slipped(found, one, found.total_float[one]).project_finish <= OFFICE.next_working(
        found.project_finish
    )
    further = slipped(found, one, found.total_float[one] + 60)
    assert OFFICE.between(found.project_finish, further.project_finish) > 0


@given(networks(simple=True), st.data())
def test_free_float_is_how_far_one_activity_can_slip_alone(network: Network, data: st.DataObject) -> None:
    found = scheduled(network)
    one = data.draw(st.integers(0, len(network.activities) - 1))
    after = slipped(found, one, found.free_float[one])
    moved = [a.key for a, b in zip(found, after, strict=True) if OFFICE.between(a.start, b.start)]
    assert moved in ([], [one])


@given(networks(simple=True))
def test_all_can_stand_at_their_late_dates_at_once(network: Network) -> None:
    found = scheduled(network)
    late = tuple(
        replace(activity, constraint=ConstraintType.SNET, constraint_at=row.late_start)
        for activity, row in zip(network.activities, found, strict=True)
    )
    after = scheduled(replace(network, activities=late))
    assert [OFFICE.between(a.late_finish, b.finish) for a, b in zip(found, after, strict=True)] == [0] * len(
        late
    )


@given(networks(), st.integers(1, 3000))
def test_whole_weeks_shift_everything(network: Network, weeks: int) -> None:
    regular = tuple(replace(activity, calendar=None) for activity in network.activities)
    network = replace(network, activities=regular)
    found, shifted = scheduled(network), timetable(network, START + weeks * WEEK)
    columns = ("early_start", "early_finish", "late_start", "late_finish", "start", "finish")
    for name in columns:
        assert tuple(at + weeks * WEEK for at in getattr(found, name)) == getattr(shifted, name)
    for name in ("total_float", "free_float", "critical", "duration"):
        assert getattr(found, name) == getattr(shifted, name)


@st.composite
def reported(draw: st.DrawFn, activity: Activity) -> Activity:
    """The activity with some constraint, deadline and progress."""
    constraint = draw(st.sampled_from(ConstraintType))
    dateless = constraint in {ConstraintType.ASAP, ConstraintType.ALAP}
    start = draw(st.none() | days_around)
    return replace(
        activity,
        constraint=constraint,
        constraint_at=None if dateless else draw(days_around),
        deadline=draw(st.none() | days_around),
        actual_start=start,
        actual_finish=draw(st.none() | st.just((start or START) + 5000)),
        remaining=draw(st.none() | st.integers(0, 2000)),
        percent=draw(st.sampled_from([0.0, 0.0, 33.3, 100.0])),
    )


@given(networks(), st.none() | days_around, st.none() | days_around, st.data())
def test_any_mix_of_constraints_and_progress_has_a_timetable(
    network: Network, status: int | None, until: int | None, data: st.DataObject
) -> None:
    scheduled(network)
    mixed = replace(network, activities=tuple(data.draw(reported(one)) for one in network.activities))
    for row in timetable(mixed, START, status, until):
        assert row.early_start <= row.early_finish
        assert row.start <= row.finish
        assert 0 <= row.free_float <= max(0, row.total_float)
        assert 0 <= row.percent <= 100
        assert row.duration >= 0


@given(networks())
def test_same_network_same_timetable(network: Network) -> None:
    assert str(scheduled(network)) == str(scheduled(network))


@given(networks())
def test_status_date_holds_back_what_has_not_begun(network: Network) -> None:
    scheduled(network)
    status = START + 3000
    found = timetable(network, START, status)
    assert all(row.start >= status for row in found)


def slipped(found: Timetable, one: int, minutes: int) -> Timetable:
    """The timetable with one activity pushed that far."""
    network = found.network
    when = OFFICE.next_working(OFFICE.add(found.start[one], minutes))
    pushed = replace(network.activities[one], constraint=ConstraintType.SNET, constraint_at=when)
    return timetable(
        replace(network, activities=(*network.activities[:one], pushed, *network.activities[one + 1 :])),
        START,
    )
