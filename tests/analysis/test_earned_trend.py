"""Earned value of past months, from what the records of today say of when things happened."""

from __future__ import annotations

from decimal import Decimal

import pytest
from handbook.analysis.portfolio import Portfolio

from tests.books import book


def trend(task: str, rest: str = "") -> list[Decimal | None]:
    """What a task of 100 had earned at the end of January to April, and has on 1 June."""
    text = f"""
    apollo:
      project: {{start: 2026-01-01, finish: 2026-12-31}}
      tasks: {{a: {task}}}
      baselines:
        "2026-01": {{date: 2026-01-01, entries: {{a: {{start: 2026-02-02, finish: 2026-04-30}}}}}}
      budget:
        lines: {{L-1: {{planned: 100, wbs: a}}}}
        actuals: [{{period: 2026-03, line: L-1, amount: 60}}]
        {rest}
    """
    found = Portfolio(book(text)).earned_trend("apollo")
    assert [f"{one.month}" for one in found] == [*(f"2026-0{at}" for at in range(1, 5)), "2026-06"]
    assert [one.value.actual_cost for one in found] == [0, 0, 60, 60, 60]
    assert [one.is_now for one in found] == [False] * 4 + [True]
    return [one.value.earned_value for one in found]


@pytest.mark.parametrize(
    ("task", "expected"),
    [
        ("{duration: 60d}", [0, 0, 0, 0, 0]),
        ("{duration: 60d, measure: 0/100, started: 2026-02-02, finished: 2026-04-30}", [0, 0, 0, 100, 100]),
        ("{duration: 60d, measure: 50/50, started: 2026-02-02, finished: 2026-04-30}", [0, 50, 50, 100, 100]),
        ("{duration: 60d, measure: 50/50, started: 2026-03-02}", [0, 0, 50, 50, 50]),
        # 20, 42 and 64 of 64 working days from 2 February to 30 April
        ("{started: 2026-02-02, finished: 2026-04-30}", [0, "31.25", "65.62", 100, 100]),
        # a half in the 65 working days from 2 March to 29 May, of which 22 and 44 are over
        ("{duration: 60d, started: 2026-03-02, progress: 50%}", [0, 0, "16.92", "33.85", 50]),
        ("{duration: 60d, measure: effort, started: 2026-02-02}", [0, "31.25", "65.62", 100, 100]),
        (
            "{measure: milestones, duration: 60d, started: 2026-02-02, milestones: "
            "{M-1: {reached: 2026-02-10, weight: 3}, M-2: {reached: 2026-04-10}, M-3: {weight: 4}}}",
            [0, "37.50", "37.50", 50, 50],
        ),
    ],
)
def test_each_measure_knows_its_past(task: str, expected: list[float | str]) -> None:
    assert trend(task) == [Decimal(value) for value in expected]


def test_money_that_was_drawn_later_was_not_earned_before() -> None:
    rest = "reserves: {contingency: 50, drawn: [{amount: 50, line: L-1, on: 2026-04-20}]}"
    task = "{duration: 60d, measure: 50/50, started: 2026-02-02}"
    assert trend(task, rest) == [0, 50, 50, 75, 75]


def test_without_a_budget_there_is_no_trend() -> None:
    assert Portfolio(book("apollo: {tasks: {a: {duration: 5d}}}")).earned_trend("apollo") == ()


def test_indices_go_with_the_months() -> None:
    text = """
    apollo:
      project: {start: 2026-01-01, finish: 2026-12-31}
      tasks: {a: {duration: 60d, measure: 0/100, started: 2026-01-01, finished: 2026-03-31}}
      budget:
        lines: {L-1: {planned: 100, wbs: a, profile: {2026-01: 50, 2026-02: 50}}}
        actuals: [{period: 2026-01, line: L-1, amount: 80}]
    """
    found = Portfolio(book(text)).earned_trend("apollo")
    assert [one.value.schedule_performance_index for one in found] == [0, 0, 1]
    assert [one.value.cost_performance_index for one in found] == [0, 0, Decimal("1.25")]
    told = [one.schedule.schedule_performance_index for one in found if one.schedule]
    assert [round(one, 3) for one in told if one is not None] == [
        0,
        0,
        Decimal("0.667"),
    ]  # two of three months
