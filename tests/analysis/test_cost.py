"""From the records of a budget to its earned value; the book speaks of 1 June 2026 unless a test says so."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
import yaml
from handbook.analysis.cost import Cost
from handbook.analysis.portfolio import Portfolio
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.books import STATUS, book

MEASURES = ("0/100", "50/50", "percent", "milestones", "effort")


def costed(budget: str, rest: str = "", status: date = STATUS) -> Cost:
    found = unless_none(budget, rest, status)
    assert found is not None
    return found


def unless_none(budget: str, rest: str = "", status: date = STATUS) -> Cost | None:
    """The cost of a project from January to June 2026."""
    files = {
        "project": {"start": "2026-01-01", "finish": "2026-06-30"},
        **(yaml.load(rest, yaml.BaseLoader) or {}),
        "budget": yaml.load(budget, yaml.BaseLoader),
    }
    return Portfolio(book(yaml.safe_dump({"apollo": files}), status)).cost("apollo")


def sums(cost: Cost) -> tuple[Decimal | None, ...]:
    """BAC, PV, EV and AC."""
    value = cost.value
    return value.budget_at_completion, value.planned_value, value.earned_value, value.actual_cost


def earned(task: str, milestones: str = "") -> Decimal | None:
    """What a task of 100 has earned on Monday 1 June."""
    return costed(
        "lines: {L-1: {planned: 100, wbs: a}}", f"tasks: {{a: {task}}}{milestones}"
    ).value.earned_value


PUBLISHED = """
total: 100k
lines:
  L-1:
    planned: 100k
    wbs: a
    profile: {2026-01: 10k, 2026-02: 10k, 2026-03: 20k, 2026-04: 30k, 2026-05: 30k}
actuals: [{period: 2026-01, line: L-1, amount: 30k}, {period: 2026-03, line: L-1, amount: 6k}]
"""


def test_published_figures_come_from_records() -> None:
    cost = costed(PUBLISHED, "tasks: {a: {duration: 100d, progress: 35%}}", date(2026, 4, 1))
    assert sums(cost) == (100_000, 40_000, 35_000, 36_000)
    assert cost.schedule is not None
    assert (cost.schedule.earned, cost.schedule.actual_time) == (Decimal("2.75"), 3)
    assert [str(month) for month in cost.months] == ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"]
    assert str(cost.finish) == "2026-06"  # 5.45 months from the beginning of January


def test_within_a_month_planned_value_grows_by_the_day() -> None:
    cost = costed(PUBLISHED, "tasks: {a: {duration: 100d}}", date(2026, 4, 16))  # 15 of 30 days are over
    assert cost.value.planned_value == 55_000


def test_a_profile_gives_the_shape_and_the_plan_the_sum() -> None:
    cost = costed("lines: {L-1: {planned: 90, profile: {2026-01: 1, 2026-02: 2}}}")
    assert cost.planned == (30, 90)


def test_without_profile_the_agreed_dates_of_the_tasks_count() -> None:
    work = """
    tasks: {a: {duration: 20d, started: 2026-05-04, progress: 50%}, new: {duration: 5d}}
    baselines:
      2026-01: {date: 2026-01-05, entries: {a: {start: 2026-01-01, finish: 2026-02-28}}}
      2026-03: {date: 2026-03-05, entries: {A: {start: 2026-03-02, finish: 2026-04-30}}}
      2026-07: {date: 2026-07-05, entries: {a: {start: 2026-07-01, finish: 2026-07-31}}}
    """
    cost = costed("lines: {L-1: {planned: 44, wbs: [a, new]}}", work)
    assert cost.planned == (0, 0, 22, 44)  # 22 working days each in March and April
    assert cost.accounts[0].basis == "baseline"
    assert cost.value.planned_value == 44


def test_without_anything_agreed_nothing_says_what_should_be_done() -> None:
    cost = costed("lines: {L-1: {planned: 44, wbs: a}}", "tasks: {a: {duration: 20d, progress: 50%}}")
    assert cost.accounts[0].basis == "plan"
    assert cost.value.planned_value is None
    assert cost.value.schedule_performance_index is None
    assert cost.schedule is None
    assert cost.value.earned_value == 22


def test_a_line_without_tasks_earns_what_was_planned() -> None:
    cost = costed("lines: {L-1: {planned: 129}}", status=date(2026, 2, 1))
    assert cost.accounts[0].basis == "project"
    assert sums(cost)[:3] == (129, 22, 22)  # 22 of 129 working days from January to June
    done = costed(
        "lines: {L-1: {planned: 129}}", "project: {start: 2026-01-01, status: completed, finish: 2026-12-31}"
    )
    assert done.value.earned_value == 129


@pytest.mark.parametrize(
    ("task", "expected"),
    [
        ("{duration: 10d}", 0),
        ("{duration: 10d, progress: 30%}", 30),
        ("{duration: 10d, finished: 2026-05-29}", 100),
        ("{duration: 10d, progress: 90%, measure: 0/100}", 0),
        ("{duration: 10d, finished: 2026-05-29, measure: 0/100}", 100),
        ("{duration: 10d, measure: 50/50}", 0),
        ("{duration: 10d, started: 2026-05-29, measure: 50/50}", 50),
        ("{duration: 10d, finished: 2026-05-29, measure: 50/50}", 100),
        ("{duration: 10d, progress: 50%, started: 2026-05-25, measure: effort}", 50),
        ("{duration: 10d, measure: effort}", 0),
        ("{duration: 10d, progress: 80%, measure: milestones}", 0),
    ],
)
def test_measures_of_progress(task: str, expected: int) -> None:
    assert earned(task) == expected


def test_milestones_inside_a_task_earn_as_they_are_reached() -> None:
    budget = "lines: {L-1: {planned: 100, wbs: a}}"
    task = """
    tasks:
      a: {duration: 10d, measure: milestones, milestones: {M-1: {reached: 2026-05-29}, M-2: {}}}
    """
    assert costed(budget, task).value.earned_value == 50


def test_tasks_weigh_by_cost_then_by_work() -> None:
    work = """
    tasks:
      a:
        tasks:
          bought: {duration: 1d, cost: 60, finished: 2026-05-29}
          made: {duration: 10d, assigned: {ana: 100%, tom: 200%}, finished: 2026-05-29}
          open: {effort: 10d, assigned: {ana: 100%}}
          foreign: {duration: 0d, cost: 500 USD}
    """
    assert costed("lines: {L-1: {planned: 100, wbs: [a, a.made]}}", work).value.earned_value == 90


def test_money_that_is_drawn_becomes_budget_of_the_work() -> None:
    budget = """
    total: 110
    lines:
      L-1: {planned: 80, wbs: a, profile: {2026-05: 1}}
      L-2: {planned: 20, wbs: b, profile: {2026-05: 1}}
    reserves:
      contingency: 10
      management: 50
      drawn:
        - {amount: 4, line: L-1, on: 2026-04-10}
        - {amount: 10, reserve: management, on: 2026-05-10}
        - {amount: 5, on: 2026-06-02}
    """
    cost = costed(budget, "tasks: {a: {duration: 5d, progress: 50%}, b: {duration: 5d}}")
    base = cost.base
    assert (base.budget_at_completion, base.contingency_left, base.baseline) == (114, 6, 120)
    assert (base.management_left, base.total, cost.approved) == (40, 160, 120)
    assert [(one.budget, one.earned) for one in cost.accounts] == [
        (84, 42),
        (20, 0),
        (10, Decimal("4.04")),  # as all lines together: 42 of 104
    ]
    assert cost.planned == (0, 0, 0, 4, 114)


def test_what_is_spent_is_counted_up_to_the_status_date() -> None:
    budget = """
    lines: {L-1: {planned: 100}}
    actuals:
      - {period: 2026-05, line: L-1, amount: 10}
      - {period: 2026-06, line: apollo/L-1, amount: 5}
      - {period: 2026-05, line: L-1, amount: -2}
      - {period: 2026-06, line: L-9, amount: 1}
      - {period: 2026-07, line: L-1, amount: 70}
    commitments: [{title: x, line: L-1, amount: 30}, {title: y, amount: 3}]
    """
    cost = costed(budget)
    assert {str(month): amount for month, amount in cost.spent.items()} == {"2026-05": 8, "2026-06": 6}
    assert [(one.spent, one.committed) for one in cost.accounts] == [(13, 30), (1, 3)]
    assert cost.value.actual_cost == 14


def test_a_budget_without_lines_pays_for_all_work() -> None:
    cost = costed(
        "{total: 110, reserves: {contingency: 10}, actuals: [{period: 2026-05, amount: 40}]}",
        "tasks: {a: {duration: 10d, progress: 50%}, b: {duration: 30d}}",
    )
    assert sums(cost) == (100, None, Decimal("12.5"), 40)
    assert cost.approved == 110


@pytest.mark.parametrize(
    "budget",
    [
        "lines: {L-1: {planned: 100 USD}}",
        "lines: {L-1: {planned: 100, profile: {2026-01: 100 USD}}}",
        "{total: 100, actuals: [{period: 2026-05, amount: 1 USD}]}",
        "{total: 100, reserves: {drawn: [{amount: 1 USD}]}}",
        "lines: {L-1: {planned: -1}}",
        "lines: {L-1: {planned: 1, profile: {2026-01: -1, 2026-02: 2}}}",
        "{total: 100, reserves: {contingency: -1}}",
    ],
)
def test_sums_that_cannot_be_added_are_not(budget: str) -> None:
    assert unless_none(budget) is None


def test_the_currency_of_the_project_goes_before_that_of_the_settings() -> None:
    dollars = "project: {start: 2026-01-01, finish: 2026-06-30, currency: USD}"
    assert costed("lines: {L-1: {planned: 100 USD}}", dollars).currency == "USD"
    assert costed("lines: {L-1: {planned: 100 EUR}}").currency == "EUR"
    assert unless_none("lines: {L-1: {planned: 100 EUR}}", dollars) is None


def test_time_stops_when_all_is_earned() -> None:
    work = "tasks: {a: {duration: 20d, started: 2026-02-02, finished: 2026-03-31}}"
    cost = costed("lines: {L-1: {planned: 100, wbs: a, profile: {2026-01: 50, 2026-02: 50}}}", work)
    assert cost.schedule is not None
    assert (cost.schedule.earned, cost.schedule.actual_time) == (2, 3)
    assert str(cost.finish) == "2026-03"


def test_before_the_project_begins_nothing_is_planned() -> None:
    cost = costed("lines: {L-1: {planned: 100}}", status=date(2025, 11, 1))
    assert sums(cost) == (100, 0, 0, 0)
    assert cost.schedule is not None
    assert cost.schedule.schedule_performance_index is None
    assert cost.forecast is None


def test_more_than_a_century_is_no_plan() -> None:
    ages = "project: {start: 0001-01-01, finish: 9999-12-31}"
    for budget in (
        "lines: {L-1: {planned: 100}}",
        "lines: {L-1: {planned: 100, profile: {0001-01: 1, 9999-12: 1}}}",
    ):
        cost = costed(budget, ages)
        assert (cost.months, cost.value.planned_value, cost.schedule) == ((), None, None)


def test_lines_that_all_name_thousands_of_tasks_are_not_told_apart() -> None:
    tasks = {"all": {"tasks": {f"t{at}": {"duration": "1d"} for at in range(100)}}}
    for lines, told in ((100, True), (501, False)):
        budget = {"lines": {f"L-{at}": {"planned": "1", "wbs": "all"} for at in range(lines)}}
        found = unless_none(yaml.safe_dump(budget), yaml.safe_dump({"tasks": tasks}))
        assert (found is not None) == told


TASKS = st.lists(
    st.tuples(
        st.sampled_from(MEASURES), st.integers(0, 100), st.integers(0, 30), st.none() | st.integers(0, 5000)
    ),
    min_size=1,
    max_size=5,
)


@settings(max_examples=60, deadline=None)
@given(
    tasks=TASKS,
    planned=st.integers(0, 10_000),
    drawn=st.integers(0, 500),
    day=st.dates(date(2026, 1, 1), date(2027, 1, 1)),
)
def test_whatever_is_recorded_the_sums_hold(
    tasks: list[tuple[str, int, int, int | None]], planned: int, drawn: int, day: date
) -> None:
    work = {
        f"t{at}": {"measure": measure, "progress": f"{done}%", "duration": f"{days}d"}
        | ({} if cost is None else {"cost": str(cost)})
        for at, (measure, done, days, cost) in enumerate(tasks)
    }
    budget = {
        "lines": {"L-1": {"planned": str(planned), "wbs": list(work)}, "L-2": {"planned": "77.77"}},
        "reserves": {"contingency": "500", "drawn": [{"amount": str(drawn)}]},
    }
    cost = costed(yaml.safe_dump(budget), yaml.safe_dump({"tasks": work}), day)
    value = cost.value
    assert value.earned_value is not None
    assert 0 <= value.earned_value <= value.budget_at_completion
    assert cost.planned[-1] == value.budget_at_completion
    assert all(earlier <= later for earlier, later in pairwise(cost.planned))
    assert sum(one.budget for one in cost.accounts) == value.budget_at_completion
    assert cost.base.total == cost.base.baseline + cost.base.management_left


def test_what_is_planned_up_to_the_status_date_is_exact_within_the_month() -> None:
    work = """
    project: {start: 2026-03-16, finish: 2026-04-30}
    tasks: {a: {duration: 5d}, b: {duration: 5d}}
    baselines:
      2026-03:
        date: 2026-03-16
        entries: {a: {start: 2026-03-16, finish: 2026-03-20}, b: {start: 2026-03-23, finish: 2026-03-27}}
    """
    budget = "lines: {L-1: {planned: 50, wbs: a}, L-2: {planned: 50, wbs: b}}"
    for day, expected in ((16, 0), (18, 20), (23, 50), (27, 90), (28, 100), (31, 100)):
        assert costed(budget, work, date(2026, 3, day)).value.planned_value == expected, day


def test_time_is_counted_from_the_start_of_the_project() -> None:
    work = """
    project: {start: 2026-03-16, finish: 2026-04-30}
    tasks: {a: {duration: 10d, started: 2026-03-16, progress: 20%}}
    baselines: {2026-03: {date: 2026-03-16, entries: {a: {start: 2026-03-16, finish: 2026-03-27}}}}
    """
    cost = costed("lines: {L-1: {planned: 50, wbs: a}}", work, date(2026, 3, 23))
    schedule = cost.schedule
    assert schedule is not None
    assert schedule.schedule_performance_index is not None
    assert round(schedule.actual_time * 31) == 7
    assert round(schedule.planned_duration * 31) == 12
    # two of five working days are earned in the week
    assert round(schedule.schedule_performance_index, 6) == Decimal("0.4")
    assert str(cost.finish) == "2026-04"
