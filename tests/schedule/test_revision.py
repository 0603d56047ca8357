"""Revisions: dates worked out from a change on are those of the network that was changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from handbook.schedule import Activity, ConstraintType, Network, timetable
from handbook.schedule.revision import early
from hypothesis import given
from hypothesis import strategies as st

from tests.schedule.plans import OFFICE, START
from tests.schedule.test_properties import CALENDARS, days_around, networks, scheduled

BOUNDS = st.sampled_from([one for one in ConstraintType if one is not ConstraintType.ALAP])


@st.composite
def changed(draw: st.DrawFn, activity: Activity) -> Activity:
    """An activity of another length, calendar or constraint, begun or not."""
    bound = draw(BOUNDS)
    started = draw(st.none() | days_around)
    return replace(
        activity,
        duration=draw(st.integers(0, 4)) * 240,
        calendar=draw(st.sampled_from(CALENDARS)),
        elapsed=draw(st.booleans()),
        constraint=bound,
        constraint_at=None if bound is ConstraintType.ASAP else draw(days_around),
        actual_start=started,
        remaining=None if started is None else draw(st.none() | st.integers(0, 960)),
        percent=0 if started is None else draw(st.sampled_from((0, 50))),
    )


@given(networks(), st.data(), st.none() | st.just(START + 5_000))
def test_a_revision_has_the_dates_of_the_changed_network(
    network: Network, data: st.DataObject, status: int | None
) -> None:
    scheduled(network)
    found = early(network, START, status)
    for _ in range(data.draw(st.integers(1, 3))):
        places = data.draw(st.sets(st.integers(0, len(network.activities) - 1), min_size=1, max_size=3))
        changes = {at: data.draw(changed(network.activities[at])) for at in sorted(places)}
        network = replace(
            network, activities=tuple(changes.get(at, one) for at, one in enumerate(network.activities))
        )
        found = found.revised(changes)
        anew = timetable(network, START, status)
        assert (found.dates.start, found.dates.finish) == (anew.start, anew.finish)
        assert [found.dates.driver(at) for at in range(len(anew))] == [
            anew.driver(at) for at in range(len(anew))
        ]
        assert found.dates.network == anew.network


def test_what_is_as_late_as_possible_takes_more_than_a_forward_pass() -> None:
    late = Activity("a", 480, constraint=ConstraintType.ALAP)
    with pytest.raises(ValueError, match="as late as possible"):
        early(Network((late,), (), OFFICE), START)
