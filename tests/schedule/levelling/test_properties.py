"""What must hold for any plan that is levelled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from handbook.schedule import (
    ConstraintType,
    Cycle,
    OwnGroupLink,
    WorkingCalendar,
    intersection,
    timetable,
)
from handbook.schedule.levelling import (
    Absence,
    Choice,
    Job,
    Levelled,
    Levelling,
    Resource,
    first_plan,
    level,
    levelled_network,
)
from handbook.schedule.levelling.audit import audit
from handbook.schedule.progress import progress
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.schedule.plans import DAY, OFFICE, START
from tests.schedule.test_properties import networks, reported

LEAVE = WorkingCalendar(OFFICE.week, {date(2026, 3, day).toordinal(): () for day in (3, 4, 10)})
MORNINGS = WorkingCalendar(((DAY[0],),) * 5 + ((),) * 2)
PEOPLE = (
    Resource("ana", OFFICE),
    Resource("ben", LEAVE),
    Resource("cem", MORNINGS, 50),
    Resource("team", OFFICE, 300, (Absence(START + 2000, START + 9000, 200),)),
)

HARD = {ConstraintType.MSO, ConstraintType.MFO, ConstraintType.SNLT, ConstraintType.FNLT}

few = settings(max_examples=25)

units = st.sampled_from([25, 50, 100])


@st.composite
def choices(draw: st.DrawFn) -> Choice:
    who = draw(st.lists(st.integers(0, 3), min_size=1, max_size=2, unique=True))
    demands = tuple((one, min(draw(units), PEOPLE[one].capacity)) for one in who)
    return Choice(demands, draw(st.integers(0, 6)) * 240)


@st.composite
def jobs(draw: st.DrawFn, *, settled: bool = False) -> Job:
    return Job(
        tuple(draw(st.lists(choices(), min_size=1, max_size=1 if settled else 3))),
        draw(st.integers(0, 10)) * 100,
        draw(st.none() if settled else st.sampled_from([None, None, 120, 240])),
        draw(st.none() if settled else st.none() | st.integers(START - 3000, START + 20_000)),
        None if settled else draw(st.none() | st.just(0)),
    )


@st.composite
def levellings(draw: st.DrawFn, *, simple: bool = False, any_state: bool = False) -> Levelling:
    network = draw(networks(simple=simple))
    if any_state:
        network = replace(network, activities=tuple(draw(reported(one)) for one in network.activities))
    status = draw(st.none() | st.integers(START - 5000, START + 10_000)) if any_state else None
    parents = {one.parent for one in network.activities}
    found = {
        at: draw(jobs(settled=simple))
        for at in range(len(network.activities))
        if at not in parents and draw(st.integers(0, 3))
    }
    return Levelling(network, START, status, PEOPLE, found)


def planned(problem: Levelling, seconds: float = 0.0) -> Levelled:
    """The first plan, or if it has seconds that of the solver."""
    try:
        return level(problem, seconds=seconds) if seconds else first_plan(problem)
    except (Cycle, OwnGroupLink):
        assume(False)
        raise


def load(problem: Levelling, plan: Levelled) -> Iterator[tuple[int, int, int, bool]]:
    """(resource, instant, units, whether something at work cannot be moved) when any work begins."""
    activities = problem.network.activities
    for number, resource in enumerate(problem.resources):
        held = []
        for at, pieces in plan.pieces.items():
            choice = plan.choice[at]
            demands = () if choice is None else problem.jobs[at].choices[choice].demands
            wanted = dict(demands).get(number, 0)
            fixed = progress(activities[at]) is not None or activities[at].constraint in HARD
            held += [(start, finish, wanted, fixed) for start, finish in pieces if wanted and start < finish]
        for hour in sorted({start for start, *_ in held}):
            if resource.calendar.position(hour + 1) > resource.calendar.position(hour):
                active = [(one, fixed) for start, finish, one, fixed in held if start <= hour < finish]
                yield number, hour, sum(one for one, _ in active), any(fixed for _, fixed in active)


def excess(problem: Levelling, plan: Levelled) -> list[tuple[int, int]]:
    """Where somebody is asked for more than there is, and nothing there is fixed."""
    return [
        (number, hour)
        for number, hour, used, fixed in load(problem, plan)
        if not fixed and used > there(problem.resources[number], hour)
    ]


def there(resource: Resource, hour: int) -> int:
    missing = sum(away.units for away in resource.absences if away.start <= hour < away.finish)
    return resource.capacity - missing


@given(levellings())
@few
def test_nobody_has_more_to_do_than_there_is_of_them(problem: Levelling) -> None:
    plan = planned(problem)
    assert excess(problem, plan) == []
    assert audit(problem, plan) == ()
    assert plan.bound <= plan.project_finish


@given(levellings(any_state=True))
@few
def test_any_mix_of_constraints_and_progress_can_be_levelled(problem: Levelling) -> None:
    plan = planned(problem)
    assert excess(problem, plan) == []
    for at, one in enumerate(problem.network.activities):
        if at in problem.jobs and one.actual_start is not None:
            assert plan.start[at] == one.actual_start


@given(levellings(any_state=True))
@few
def test_the_solver_finds_no_worse_plan_twice_the_same(problem: Levelling) -> None:
    first, best = planned(problem), planned(problem, 0.3)
    assert excess(problem, best) == []
    assert best.bound <= best.project_finish
    if not first.moved:
        assert best.project_finish <= first.project_finish
    assert str(level(problem, seconds=0.3)) == str(best)


@given(levellings(simple=True))
@few
def test_without_contention_dates_are_those_of_the_critical_path(problem: Levelling) -> None:
    alone = tuple(Resource(at, OFFICE) for at in range(len(problem.network.activities)))
    own = {at: Job((Choice(((at, 100),), problem.network.activities[at].duration),)) for at in problem.jobs}
    plan = planned(replace(problem, resources=alone, jobs=own))
    expected = timetable(problem.network, START)
    assert (plan.start, plan.finish) == (expected.start, expected.finish)
    assert plan.proven
    assert plan.waits == ()


@given(levellings(any_state=True))
@few
def test_the_levelled_network_has_the_levelled_dates(problem: Levelling) -> None:
    plan = planned(problem)
    assume(not any(one.constraint is ConstraintType.ALAP for one in problem.network.activities))
    found = timetable(levelled_network(problem, plan), START, problem.status)
    assert (found.start, found.finish) == (plan.start, plan.finish)


@given(levellings())
@few
def test_waits_end_when_the_job_starts(problem: Levelling) -> None:
    plan = planned(problem)
    for wait in plan.waits:
        start, own = plan.start[wait.activity], working_time(problem, plan, wait.activity)
        assert wait.possible < start
        for busy in wait.busy:
            if (
                problem.jobs[busy].minimum_piece is None
                and not problem.network.activities[wait.activity].elapsed
            ):
                assert any(own.between(finish, start) == 0 for _, finish in plan.pieces[busy])


def working_time(problem: Levelling, plan: Levelled, at: int) -> WorkingCalendar:
    """When a job can be worked on in the way that was chosen."""
    activity, choice = problem.network.activities[at], plan.choice[at]
    assert choice is not None
    people = (PEOPLE[one].calendar for one, _ in problem.jobs[at].choices[choice].demands)
    return intersection(activity.calendar or OFFICE, *people)
