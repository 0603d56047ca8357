"""Small plans whose best levelling is known by hand, and input that asks for too much."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date

import pytest
from handbook.schedule import BadNetwork, Cycle, LevellingUnavailable, NoWorkingTime, WorkingCalendar
from handbook.schedule.instants import instant
from handbook.schedule.levelling import (
    Absence,
    Choice,
    Job,
    Levelled,
    Levelling,
    Resource,
    first_plan,
    level,
)

from tests.schedule.plans import OFFICE, START, at, network, short

ANA, BEN = Resource("ana", OFFICE), Resource("ben", OFFICE)
AWAY = WorkingCalendar(OFFICE.week, {date(2026, 3, 3).toordinal(): (), date(2026, 3, 4).toordinal(): ()})
NEVER = WorkingCalendar(((),) * 7)


def problem(
    text: str, *people: Resource, status: str | None = None, **jobs: Job | tuple[int, ...]
) -> Levelling:
    """A levelling of some lines; a job given as numbers is for one of the people with these indexes."""
    made = network(text)
    found = {}
    for key, job in jobs.items():
        index = made.index[key]
        length = made.activities[index].duration
        found[index] = (
            job if isinstance(job, Job) else Job(tuple(Choice(((one, 100),), length) for one in job))
        )
    return Levelling(made, START, None if status is None else at(status), people or (ANA,), found)


def dates(asked: Levelling, plan: Levelled) -> str:
    return ", ".join(
        f"{one.key} {short(plan.start[at])} {short(plan.finish[at])}"
        for at, one in enumerate(asked.network.activities)
    )


def solved(asked: Levelling, tolerance: int = 480) -> Levelled:
    return level(asked, seconds=1, tolerance=tolerance)


def test_one_person_does_one_thing_after_the_other() -> None:
    asked = problem("a 1d\nb 2d\nc 1d after b", a=(0,), b=(0,), c=(0,))
    plan = solved(asked)
    assert short(plan.project_finish) == "03-05T17"
    assert plan.proven
    assert len(plan.waits) == 1
    assert plan.finish[plan.waits[0].busy[0]] < plan.start[plan.waits[0].activity]


def test_whoever_is_free_does_it() -> None:
    asked = problem("a 1d\nb 1d", ANA, BEN, a=(0, 1), b=(0, 1))
    plan = solved(asked)
    assert dates(asked, plan) == "a 03-02T08 03-02T17, b 03-02T08 03-02T17"
    assert {plan.choice[0], plan.choice[1]} == {0, 1}


def test_two_halves_of_a_person_are_at_work_at_once() -> None:
    half = Job((Choice(((0, 50),), 480),))
    plan = solved(problem("a 1d\nb 1d\nc 1d", a=half, b=half, c=half))
    assert short(plan.project_finish) == "03-03T17"


def test_higher_priority_goes_first() -> None:
    urgent = Job((Choice(((0, 100),), 480),), 900)
    asked = problem("a 1d\nb 1d", a=(0,), b=urgent)
    assert dates(asked, solved(asked)) == "a 03-03T08 03-03T17, b 03-02T08 03-02T17"


def test_leave_is_waited_for_or_worked_around() -> None:
    asked = problem("a 2d\nb 1d", Resource("ana", AWAY), a=(0,), b=(0,))
    plan = solved(asked)
    assert short(plan.project_finish) == "03-06T17"


def test_a_team_is_smaller_while_some_are_away() -> None:
    team = Resource("team", OFFICE, 200, (Absence(at("03-02T08"), at("03-04T00"), 100),))
    asked = problem("a 1d\nb 1d\nc 1d\nd 1d", team, a=(0,), b=(0,), c=(0,), d=(0,))
    assert short(solved(asked).project_finish) == "03-04T17"


def test_a_paused_job_lets_others_through() -> None:
    long = Job((Choice(((0, 100),), 4 * 480),), minimum_piece=240)
    lines = "a 4d\nb 1d SNET 03-03T08\nc 3d after b"
    whole = solved(problem(lines, a=replace(long, minimum_piece=None), b=(0,)))
    asked = problem(lines, a=long, b=(0,))
    paused = solved(asked)
    assert short(whole.project_finish) == "03-09T17"
    assert short(paused.project_finish) == "03-06T17"
    assert [(short(start), short(finish)) for start, finish in paused.pieces[0]] == [
        ("03-02T08", "03-02T17"),
        ("03-04T08", "03-06T17"),
    ]


def test_a_stable_plan_is_worth_a_day() -> None:
    kept = Job((Choice(((0, 100),), 480),), previous_start=at("03-03T08"), previous_choice=0)
    asked = problem("a 1d", a=kept)
    assert dates(asked, solved(asked)) == "a 03-03T08 03-03T17"
    assert dates(asked, solved(asked, tolerance=0)) == "a 03-02T08 03-02T17"
    assert solved(asked, tolerance=0).moved == (0,)
    assert solved(asked).moved == ()


def test_work_in_progress_stays_and_holds_its_people() -> None:
    asked = problem("a 2d started 03-02T08 50%\nb 1d", status="03-03T08", a=(0,), b=(0,))
    plan = solved(asked)
    assert dates(asked, plan) == "a 03-02T08 03-03T17, b 03-04T08 03-04T17"
    assert plan.pieces[0] == ((at("03-03T08"), at("03-03T17")),)


def test_a_must_date_is_kept_and_others_work_around_it() -> None:
    asked = problem("a 2d\nb 1d MSO 03-03T08", a=(0,), b=(0,))
    plan = solved(asked)
    assert dates(asked, plan) == "a 03-04T08 03-05T17, b 03-03T08 03-03T17"
    assert plan.overloads == ()


def test_two_must_dates_at_once_are_an_overload_of_both() -> None:
    asked = problem("a 1d MSO 03-03T08\nb 1d MSO 03-03T08", a=(0,), b=(0,))
    (overload,) = solved(asked).overloads
    assert str(overload) == "ana: 200 % of 100 %, 2026-03-03 08:00 - 2026-03-03 17:00, by a, b"


def test_a_deadline_does_not_move_anything() -> None:
    asked = problem("a 1d\nb 1d by 03-02T17", a=(0,), b=(0,))
    assert solved(asked).conflicts == ()


def test_a_date_that_links_deny_is_told() -> None:
    asked = problem("a 2d\nb 1d after a SNLT 03-02T08", a=(0,), b=(0,))
    (conflict,) = solved(asked).conflicts
    assert (conflict.activity, short(conflict.possible)) == ("b", "03-04T08")


def test_as_late_as_possible_among_people() -> None:
    asked = problem("a 1d ALAP\nb 3d", ANA, BEN, a=(0,), b=(1,))
    assert dates(asked, solved(asked)) == "a 03-04T08 03-04T17, b 03-02T08 03-04T17"


@pytest.mark.parametrize("capacity", [0, 50])
def test_who_cannot_give_enough_is_told_and_planned_without(capacity: int) -> None:
    asked = problem("a 1d", Resource("ana", OFFICE, capacity), a=(0,))
    plan = solved(asked)
    assert [str(one) for one in plan.shortages] == [f"a: wants 100 % of ana, who has {capacity} %"]
    assert plan.choice == {0: None}


def test_who_never_works_is_told() -> None:
    plan = solved(problem("a 1d", Resource("ana", NEVER), a=(0,)))
    assert [str(one) for one in plan.shortages] == ["a: no working time that all it needs have in common"]


def test_working_time_that_runs_out_has_a_name() -> None:
    once = WorkingCalendar(((),) * 7, {date(2026, 3, 3).toordinal(): ((480, 1020),)})
    with pytest.raises(NoWorkingTime, match=r"for '[ab]' in calendar"):
        solved(problem("a 1d\nb 1d", Resource("ana", once), a=(0,), b=(0,)))


def test_what_is_no_plan_is_refused() -> None:
    with pytest.raises(Cycle):
        solved(problem("a 1d after b\nb 1d after a", a=(0,)))
    with pytest.raises(BadNetwork, match="demands a resource that is not there"):
        problem("a 1d", a=(7,))
    with pytest.raises(BadNetwork, match="is a group"):
        problem("g\ng.a 1d", g=(0,))


def test_the_end_of_time() -> None:
    late = problem("a 1d\nb 0d after a\nc 1d", a=(0,), b=(0,), c=(0,))
    plan = solved(replace(late, project_start=instant(date(9999, 12, 27))))
    assert plan.finish[0] != plan.finish[2]


def test_projects_with_weight_finish_first() -> None:
    made = problem("p\np.a 1d\nq\nq.b 1d")
    jobs = {1: Job((Choice(((0, 100),), 480),)), 3: Job((Choice(((0, 100),), 480),))}
    plan = solved(replace(made, jobs=jobs, projects={0: 1, 2: 3}))
    assert [short(plan.finish[group]) for group in (0, 2)] == ["03-03T17", "03-02T17"]


def test_nothing_to_do() -> None:
    assert solved(problem("")).project_finish == START


def test_without_the_solver_there_is_a_first_plan_and_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ortools", None)
    monkeypatch.setitem(sys.modules, "ortools.sat.python", None)
    asked = problem("a 1d\nb 1d", a=(0,), b=(0,))
    assert short(first_plan(asked).project_finish) == "03-03T17"
    with pytest.raises(LevellingUnavailable, match=r"mkdocs-project-handbook\[levelling\]"):
        level(asked)
