"""Eleven projects that were really built: figures that must come out if all goes by the plan.

Durations and costs are those of the projects (Batselier and Vanhoucke, 2015); the plan is taken as baseline,
and the work is done exactly by it. Then nothing is late and nothing dear, half-way and at the end.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from handbook.analysis.accounts import put_together
from handbook.analysis.cost import Cost
from handbook.analysis.earned_value import EarnedValue
from handbook.analysis.portfolio import Portfolio

from tests.books import book

START = date(2026, 1, 5)
COUNT = 11
LINES = 7


@pytest.fixture(scope="module")
def projects(realdata: Path) -> list[dict[str, Any]]:
    file = realdata / "real-projects" / "projects.json"
    if not file.is_file():
        pytest.skip("no real projects with costs found")
    found: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))
    assert len(found) == COUNT
    return found


def cents(amount: float) -> Decimal:
    return Decimal(str(round(amount, 2)))


def records(project: dict[str, Any]) -> dict[str, Any]:
    """The records of one project: tasks with links and costs, a budget with a few lines."""
    tasks: dict[str, dict[str, Any]] = {}
    for at, hours in enumerate(project["duration"]):
        tasks[f"t{at}"] = {"duration": f"{hours:g}h", "cost": f"{cents(project['cost'][at])}"}
    for before, after in project["edges"]:
        tasks[f"t{after}"].setdefault("after", []).append(f"t{before}")
    lines = {
        f"L-{one}": {
            "planned": f"{sum((cents(cost) for cost in project['cost'][one::LINES]), Decimal(0))}",
            "wbs": list(tasks)[one::LINES],
        }
        for one in range(LINES)
    }
    return {"project": {"start": f"{START}"}, "tasks": tasks, "budget": {"lines": lines}}


def done_by_plan(files: dict[str, Any], day: date | None = None) -> Portfolio:
    """The project with its plan as baseline, done exactly by that up to a day.

    If none is given, it is the first after the middle on which nothing is due.
    """
    plan = Portfolio(book(yaml.safe_dump({"apollo": files}), START)).plan("apollo")
    assert plan.finish is not None
    if day is None:
        ends = {entry.finish.date() for entry in plan}
        middle = START + (plan.finish - START) / 2
        day = next(one for at in range(99) if (one := middle + timedelta(days=at)) not in ends)
    entries, tasks = {}, {}
    for entry in plan:
        first, last = entry.start.date(), entry.finish.date()
        name = entry.record.id
        entries[name] = {"start": f"{first}", "finish": f"{last}"}
        tasks[name] = dict(files["tasks"][name])
        if last < day:
            tasks[name] |= {"started": f"{first}", "finished": f"{last}"}
        elif first < day:
            eve = first - timedelta(days=1)
            passed = plan.working_days(eve, day - timedelta(days=1)) / plan.working_days(eve, last)
            tasks[name] |= {"started": f"{first}", "progress": f"{passed:.2%}"}
    told = {**files, "tasks": tasks, "baselines": {"first": {"date": f"{START}", "entries": entries}}}
    return Portfolio(book(yaml.safe_dump({"apollo": told}), day))


def cost_of(portfolio: Portfolio) -> Cost:
    found = portfolio.cost("apollo")
    assert found is not None
    return found


@pytest.mark.parametrize("at", range(COUNT))
def test_what_goes_by_the_plan_is_neither_late_nor_dear(projects: list[dict[str, Any]], at: int) -> None:
    project = projects[at]
    files = records(project)
    portfolio = done_by_plan(files)
    cost = cost_of(portfolio)
    value = cost.value
    assert value.budget_at_completion == sum((cents(one) for one in project["cost"]), Decimal(0))
    assert value.planned_value is not None
    assert value.earned_value is not None
    assert abs(value.earned_value - value.planned_value) <= value.budget_at_completion / 1000
    assert cost.schedule is not None
    index = cost.schedule.schedule_performance_index
    assert index is not None
    assert abs(index - 1) < Decimal("0.02")
    groups = put_together(cost, portfolio.plan("apollo"))
    assert EarnedValue.total(group.standing.value for group in groups) == value
    points = {point.number: point for point in portfolio.schedule_health("apollo")}
    assert [points[number].value for number in (9, 11)] == [0, 0]
    assert points[14].value is not None
    assert points[14].value >= 1
    assert portfolio.earned_trend("apollo")[-1].value == value


@pytest.mark.parametrize("at", [0, 1, 5])
def test_in_the_end_all_is_earned(projects: list[dict[str, Any]], at: int) -> None:
    files = records(projects[at])
    portfolio = done_by_plan(files, date(2045, 1, 2))
    cost = cost_of(portfolio)
    assert cost.value.earned_value == cost.value.planned_value == cost.value.budget_at_completion
    assert cost.schedule is not None
    assert cost.schedule.earned == cost.schedule.planned_duration == cost.schedule.actual_time
    assert portfolio.variances("apollo")
    assert not any(one.differs for one in portfolio.variances("apollo"))
