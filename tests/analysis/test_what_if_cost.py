"""What a scenario costs, and who may know of it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from handbook.analysis.portfolio import Portfolio
from handbook.analysis.what_if.bills import Bill, bills
from handbook.analysis.what_if.change import BadChange
from handbook.analysis.what_if.comparison import outcome
from handbook.analysis.what_if.scenario import scenario
from handbook.analysis.what_if.statement import more, statement
from handbook.records.book import Book
from handbook.records.kinds.budget import Budget
from handbook.records.kinds.budget_line import BudgetLine
from handbook.records.kinds.person import Person
from handbook.records.kinds.task import Task
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.books import book
from tests.planning.test_properties import books

BOOK = """
settings: {currency: EUR}
people:
  ana: {name: Ana Silva, rate: 800 EUR}
  tom: {name: Tom Beck, rate: 500 CHF, capacity: 50%}
  bob: {name: Bob Lee}
roles: {tester: {title: Tester, holder: ana}}
teams: {web: {title: Web team, members: [ana]}}
apollo:
  tasks:
    design: {title: Design, duration: 10d, started: 2026-05-18, progress: 50%, assigned: {ana: 1}}
    build: {title: Build, duration: 10d, assigned: {ana: 50%, bob: 1}, after: design, cost: 4 000 EUR}
    test: {title: Test, effort: 5d, assigned: {tom: 1}, after: build}
    look: {title: Look, duration: 2d, assigned: {role/tester: 1}}
    whole: {title: Whole, duration: 2d, assigned: {team/web: 1}}
  risks:
    R-1:
      {title: Late, owner: ana, probability: low, impact: minor, status: assessed, affects: [{record: look,
       delay: {low: 1d, likely: 2d, high: 3d}, extra_cost: {low: 1k EUR, likely: 2k EUR, high: 3k EUR}}]}
  budget:
    total: 40 000 EUR
    lines:
      L-1: {title: Work, planned: 40 000 EUR, wbs: [design, build, test, look, whole]}
    actuals: [{period: 2026-05, line: L-1, amount: 9 000 EUR}]
zeus:
  tasks:
    wait: {title: Wait, duration: 2d, assigned: {ana: 1}, after: apollo/plan.build}
"""


def of(portfolio: Portfolio, *changes: str) -> Bill:
    found = outcome(scenario(portfolio, changes, "apollo"))
    return next(bill for bill in bills(found) if bill.project.id == "apollo")


@pytest.fixture(scope="module")
def portfolio() -> Portfolio:
    return Portfolio(book(BOOK))


CHANGES = [
    ("delay build 3d", {}),
    ("leave @ana 2026-06-01..05", {}),
    ("extend design 1d", {"EUR": 800}),
    ("extend build 2d", {"EUR": 800}),
    ("extend test 1d", {"CHF": 250}),
    ("shorten look 1d", {"EUR": -800}),
    ("extend whole 1d", {"EUR": 800}),
    ("assign build @tom 20%", {"CHF": 1000}),
    ("unassign build @ana", {"EUR": -4000}),
    ("drop build", {"EUR": -8000}),
    ("risk R-1 occurs", {"EUR": 3600}),
    ("finish design 2026-06-01", {"EUR": -4000}),
]


@pytest.mark.parametrize(("change", "more"), CHANGES)
def test_labour_follows_work_and_other_costs_what_is_done(
    portfolio: Portfolio, change: str, more: dict[str, int]
) -> None:
    assert of(portfolio, change).change == more


def test_who_has_no_rate_is_named(portfolio: Portfolio) -> None:
    assert of(portfolio, "extend build 2d").unrated == ("bob",)


def test_the_estimate_moves_by_labour_where_rates_are_known(portfolio: Portfolio) -> None:
    before, after = of(portfolio, "extend look 1d").estimate or (Decimal(0), Decimal(0))
    assert after - before == 800
    cost = portfolio.cost("apollo")
    assert cost is not None
    assert cost.forecast is not None
    assert before == cost.forecast.quantize(Decimal("0.01"))


def test_elsewhere_it_moves_by_what_the_budget_has_for_the_work(portfolio: Portfolio) -> None:
    """Of 40 000 for 31 days of work, 5 are done; Build costs 4 000 beside its people."""
    (before, after) = of(portfolio, "extend build 5d").estimate or (Decimal(0), Decimal(0))
    (_, twice) = of(portfolio, "extend build 10d").estimate or (Decimal(0), Decimal(0))
    assert after - before > 0
    assert abs((twice - before) - 2 * (after - before)) < Decimal("0.05")


def test_several_projects_are_told_together(portfolio: Portfolio) -> None:
    changes = ["extend build 2d", "extend zeus/plan.wait 1d"]
    lines = list(statement(list(bills(outcome(scenario(portfolio, changes, "apollo"))))))
    told = [(one.project.id if one.project else "", one.what, one.currency, more(one)) for one in lines]
    assert told[0] == ("apollo", "labour still to come", "EUR", "+800")
    assert ("zeus", "labour still to come", "EUR", "+800") in told
    assert told[-1] == ("", "labour and other costs to come", "EUR", "+1\u00a0600")


def seen(whole: Book, *, budget: bool, rates: bool) -> Portfolio:
    """The portfolio of readers who may see less of its money."""
    hidden = () if budget else (Budget, BudgetLine)
    records = tuple(
        one.model_copy(update={"rate": None}) if isinstance(one, Person) and not rates else one
        for one in whole.records
        if not isinstance(one, hidden)
    )
    withheld = frozenset() if budget else frozenset({"apollo/budget"})
    return Portfolio(replace(whole, records=records, withheld=withheld))


def test_who_may_not_see_the_budget_sees_no_money_of_its_project() -> None:
    portfolio = seen(book(BOOK), budget=False, rates=False)
    found = outcome(scenario(portfolio, ["extend build 2d"], "apollo"))
    assert [bill.project.id for bill in bills(found)] == []


def test_rates_that_may_not_be_seen_move_no_sum() -> None:
    dear = BOOK.replace("rate: 800 EUR", "rate: 8 000 EUR")
    found = [of(seen(book(text), budget=True, rates=False), "extend look 1d") for text in (BOOK, dear)]
    assert found[0].labour == found[1].labour == ({}, {})
    assert found[0].estimate == found[1].estimate
    assert found[0].unrated == ()


@settings(max_examples=40, deadline=None)
@given(books(), st.data())
def test_longer_work_never_costs_less(found: Book, data: st.DataObject) -> None:
    portfolio = Portfolio(staffed(found, data))
    task = data.draw(st.sampled_from(portfolio.book.of(Task) or [None]))
    assume(task is not None)
    try:
        made = outcome(scenario(portfolio, [f"extend {task.address} 2d"]))
    except BadChange:
        return
    for bill in bills(made):
        assert all(amount >= 0 for amount in bill.change.values())
        assert bill.labour[0].keys() <= bill.labour[1].keys()
    is_billed = task.assigned and not task.withheld
    assert any(bill.change for bill in bills(made)) == bool(is_billed)


def staffed(found: Book, data: st.DataObject) -> Book:
    """A book in which Ana, who has a rate, does some of the tasks."""
    ana = book("people: {ana: {name: Ana Silva, rate: 100 EUR}}").of(Person)
    does = st.sampled_from(({}, {"ana": 1.0}, {"ana": 0.5}))
    return replace(
        found,
        records=tuple(
            one.model_copy(update={"assigned": data.draw(does)}) if isinstance(one, Task) else one
            for one in (*ana, *found.records)
        ),
    )
