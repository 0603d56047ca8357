"""Earned value by account: each as the whole is computed, and together the whole to the cent."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import yaml
from handbook.analysis.accounts import By, put_together
from handbook.analysis.earned_value import EarnedValue
from handbook.analysis.figures import Standing, figures
from handbook.analysis.portfolio import Portfolio
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.books import STATUS, book

WORK = """
apollo:
  project: {start: 2026-01-01, finish: 2026-06-30}
  tasks:
    design: {duration: 20d, started: 2026-02-02, finished: 2026-02-27}
    build:
      tasks:
        api: {duration: 40d, started: 2026-03-02, progress: 50%, cost: 300}
        portal: {duration: 40d}
  baselines:
    2026-01:
      date: 2026-01-05
      entries:
        design: {start: 2026-02-02, finish: 2026-02-27}
        build.api: {start: 2026-03-02, finish: 2026-04-30}
        build.portal: {start: 2026-05-04, finish: 2026-06-26}
  budget:
    total: 1500
    lines:
      L-1: {title: Design, category: staff, planned: 200, wbs: design}
      L-2: {title: Build, category: staff, planned: 800, wbs: build}
      L-3: {title: Rent, category: services, planned: 120}
      L-4: {title: Both, planned: 100, wbs: [design, build]}
    reserves:
      contingency: 280
      drawn: [{amount: 50, line: L-2, on: 2026-04-15}, {amount: 30, on: 2026-05-04}]
    actuals:
      - {period: 2026-02, line: L-1, amount: 250}
      - {period: 2026-04, line: L-2, amount: 500}
      - {period: 2026-05, amount: 7}
"""


def portfolio(text: str = WORK, status: date = STATUS) -> Portfolio:
    return Portfolio(book(text, status))


def names(by: By) -> list[str]:
    found = portfolio()
    cost = found.cost("apollo")
    assert cost is not None
    return [group.name for group in put_together(cost, found.plan("apollo"), by)]


def test_accounts_are_put_together_by_what_is_asked() -> None:
    assert names("account") == ["Design", "Build", "Rent", "Both", "in no line"]
    assert names("category") == ["staff", "services", "no category"]
    assert names("work") == ["design", "build", "no task", "several parts"]


def test_groups_add_up_to_the_project() -> None:
    found = portfolio()
    cost = found.cost("apollo")
    assert cost is not None
    for by in ("account", "category", "work"):
        groups = put_together(cost, found.plan("apollo"), by)
        assert EarnedValue.total(group.standing.value for group in groups) == cost.value


def test_an_account_has_its_own_figures() -> None:
    cost = portfolio().cost("apollo")
    assert cost is not None
    told = {
        account.line.id: figures(Standing(account.value, account.schedule))
        for account in cost.accounts
        if account.line
    }
    design, build, rent = told["L-1"], told["L-2"], told["L-3"]
    assert (design["BAC"], design["PV"], design["EV"], design["AC"]) == (200, 200, 200, 250)
    assert (design["CV"], design["CPI"], design["EAC"], design["VAC"], design["TCPI"]) == (
        -50,
        Decimal("0.8"),
        250,
        -50,
        None,
    )
    assert (build["BAC"], build["EV"], build["AC"]) == (850, Decimal("159.38"), 500)
    assert build["SPI(t)"] is not None
    assert build["SPI(t)"] < Decimal("0.6")
    assert build["AT"] == 3  # since the beginning of March, its own first month
    assert rent["SPI(t)"] == 1


def test_level_of_effort_is_never_late_however_unevenly_it_is_planned() -> None:
    text = """
    apollo:
      project: {start: 2026-01-01, finish: 2026-12-31}
      budget: {lines: {L-1: {planned: 100, profile: {2026-02: 50, 2026-12: 50}}}}
    """
    for status, earned in ((date(2026, 4, 1), 50), (date(2027, 3, 1), 100)):
        cost = portfolio(text, status).cost("apollo")
        assert cost is not None
        account = cost.accounts[0]
        assert account.value.earned_value == earned
        assert account.schedule is not None
        assert account.schedule.schedule_performance_index == 1


def test_what_is_not_agreed_is_late_for_nobody() -> None:
    """One line has a profile and one moves with the plan: the first has planned value, the whole has none."""
    text = """
    apollo:
      project: {start: 2026-01-01}
      tasks: {a: {duration: 10d}, b: {duration: 10d}}
      budget:
        lines: {L-1: {planned: 10, wbs: a, profile: {2026-03: 10}}, L-2: {planned: 10, wbs: b}}
    """
    cost = portfolio(text).cost("apollo")
    assert cost is not None
    assert [account.value.planned_value for account in cost.accounts[:2]] == [10, None]
    assert cost.value.planned_value is None


@settings(max_examples=40, deadline=None)
@given(
    lines=st.lists(
        st.tuples(st.integers(0, 100_000), st.integers(0, 100), st.integers(0, 120), st.integers(0, 40)),
        min_size=1,
        max_size=6,
    ),
    drawn=st.integers(0, 5000),
    day=st.dates(date(2025, 12, 1), date(2027, 2, 1)),
)
def test_accounts_always_add_up_to_the_cent(
    lines: list[tuple[int, int, int, int]], drawn: int, day: date
) -> None:
    first = date(2026, 1, 5)
    tasks, agreed, planned = {}, {}, {"L-loe": {"planned": "77.77"}}
    for at, (cents, done, begin, days) in enumerate(lines):
        start, finish = first + timedelta(begin), first + timedelta(begin + days)
        tasks[f"t{at}"] = {"duration": f"{days + 1}d", "progress": f"{done}%"}
        agreed[f"t{at}"] = {"start": f"{start}", "finish": f"{finish}"}
        planned[f"L-{at}"] = {"planned": f"{cents / 100:.2f}", "wbs": f"t{at}"}
    files = {
        "project": {"start": "2026-01-01", "finish": "2026-12-31"},
        "tasks": tasks,
        "baselines": {"2026-01": {"date": "2025-11-01", "entries": agreed}},
        "budget": {
            "lines": planned,
            "reserves": {"contingency": "9000", "drawn": [{"amount": str(drawn), "on": "2026-03-03"}]},
            "actuals": [
                {"period": "2026-02", "line": "L-0", "amount": "12.34"},
                {"period": "2026-03", "amount": "1"},
            ],
        },
    }
    found = Portfolio(book(yaml.safe_dump({"apollo": files}), day))
    cost = found.cost("apollo")
    assert cost is not None
    assert EarnedValue.total(account.value for account in cost.accounts) == cost.value
    assert cost.value.budget_at_completion == cost.base.budget_at_completion
    trend = found.earned_trend("apollo")
    assert trend[-1].value == cost.value
    earned = [one.value.earned_value for one in trend]
    assert all(value is not None for value in earned)
    assert [value for value in earned if value is not None] == sorted(
        value for value in earned if value is not None
    )
