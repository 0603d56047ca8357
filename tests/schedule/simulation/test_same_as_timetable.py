"""Each run is what the critical path method makes of the lengths of that run, to the minute."""

from __future__ import annotations

from dataclasses import replace

from handbook.schedule import Network, target_float, timetable
from handbook.schedule.progress import progress
from handbook.schedule.simulation.simulate import simulate
from handbook.schedule.simulation.simulated import Simulated
from handbook.schedule.simulation.uncertainty import Spread, Uncertainty
from hypothesis import given
from hypothesis import strategies as st

from tests.schedule.plans import START
from tests.schedule.test_properties import days_around, networks, reported, scheduled

RUNS = 3
points = st.tuples(*[st.integers(0, 6) for _ in range(3)]).map(
    lambda three: tuple(240 * one for one in sorted(three))
)


def ask(network: Network, status: int | None, uncertain: Uncertainty, runs: int = RUNS) -> Simulated:
    return simulate(network, START, status, uncertain, runs=runs, seed=1, watched=list(network.index))


def same(network: Network, found: Simulated, run: int, status: int | None) -> None:
    """Compare one run with the timetable of a network."""
    expected = timetable(network, START, status)
    assert found.finish[run] == expected.project_finish
    for row in expected:
        assert (row.key, found.starts[row.key][run]) == (row.key, row.start)
        assert (row.key, found.finishes[row.key][run]) == (row.key, row.finish)


@given(networks(), st.none() | days_around, st.data())
def test_without_variance_all_runs_are_the_plan(
    network: Network, status: int | None, data: st.DataObject
) -> None:
    scheduled(network)
    mixed = replace(network, activities=tuple(data.draw(reported(one)) for one in network.activities))
    found = ask(mixed, status, Uncertainty())
    same(mixed, found, RUNS - 1, status)
    expected = timetable(mixed, START, status)
    for row in expected:
        assert (row.key, found.criticality.get(row.key, 0)) == (row.key, float(row.critical))


@given(networks(), st.none() | days_around, st.data())
def test_each_run_is_the_plan_of_its_own_lengths(
    network: Network, status: int | None, data: st.DataObject
) -> None:
    scheduled(network)
    mixed = replace(network, activities=tuple(data.draw(reported(one)) for one in network.activities))
    groups = {one.parent for one in mixed.activities}
    spreads, rows = [], {}
    for at, one in enumerate(mixed.activities):
        far = progress(one)
        if at not in groups and not (far and far.finished) and data.draw(st.booleans()):
            rows[at] = len(spreads)
            low, likely, high = data.draw(points)
            spreads.append(Spread(at, str(at), low + (far is not None), likely, high))
    found = ask(mixed, status, Uncertainty(tuple(spreads)))
    critical = dict.fromkeys(found.criticality, 0)
    for run in range(RUNS):
        activities = list(mixed.activities)
        for at, row in rows.items():
            activities[at] = with_length(activities[at], int(found.draws.lengths[row][run]))
        drawn = replace(mixed, activities=tuple(activities))
        same(drawn, found, run, status)
        for line in timetable(drawn, START, status):
            critical[line.key] = critical.get(line.key, 0) + line.critical
    assert {key: count / RUNS for key, count in critical.items() if count} == {
        key: share for key, share in found.criticality.items() if share
    }


@given(networks(), st.none() | days_around, st.data())
def test_without_variance_work_is_critical_to_a_target_that_has_no_float_to_it(
    network: Network, status: int | None, data: st.DataObject
) -> None:
    scheduled(network)
    mixed = replace(network, activities=tuple(data.draw(reported(one)) for one in network.activities))
    groups = {one.parent for one in mixed.activities}
    target = data.draw(st.sampled_from([at for at in range(len(mixed.activities)) if at not in groups]))
    key = mixed.activities[target].key
    found = simulate(mixed, START, status, Uncertainty(), runs=RUNS, seed=1, watched=[key], target=key)
    expected = timetable(mixed, START, status)
    assert found.finishes[key][0] == expected.finish[target]
    slack = target_float(expected, target)
    for at, one in enumerate(mixed.activities):
        if at not in groups and one.key in found.criticality:
            is_critical = slack[at] is not None and slack[at] <= 0
            assert (one.key, found.criticality[one.key]) == (one.key, float(is_critical))


def with_length(activity, minutes):  # type: ignore[no-untyped-def]
    """The activity with so much left to do, and as much done as before."""
    far = progress(activity)
    if far is None or activity.percent:
        return replace(activity, remaining=minutes)
    return replace(activity, duration=far.done + minutes, remaining=minutes)
