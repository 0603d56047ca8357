"""The edges of earned value as the manual tells them: every row of its table is a project here."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from handbook.analysis.earned_value import MANNERS
from handbook.analysis.figures import Standing, figures
from handbook.analysis.portfolio import Portfolio

from tests.books import book
from tests.docs.pages import MANUAL, sections

MONTHS = "2026-01: 50, 2026-02: 50"
BASE = """
apollo:
  project: {{start: 2026-01-01, finish: 2026-12-31}}
  tasks: {{a: {{duration: 20d, {work}}}}}
  budget: {{lines: {{L-1: {{planned: {planned}, wbs: a, profile: {{{profile}}}}}}}, actuals: [{actuals}]}}
"""
DONE = "started: 2026-01-05, finished: 2026-01-30"
HALF = "started: 2026-01-05, progress: 50%"


def spent(amount: int, month: str = "2026-01") -> str:
    return f"{{period: {month}, line: L-1, amount: {amount}}}"


class Case:
    """A project, the day it is looked at, and the figures and estimates that are then told."""

    def __init__(
        self,
        expected: dict[str, object],
        eac: tuple[object, object, object],
        *,
        day: date = date(2026, 2, 1),
        work: str = HALF,
        planned: int = 100,
        profile: str = MONTHS,
        actuals: str = "",
    ) -> None:
        self.expected, self.eac, self.day = expected, eac, day
        self.text = BASE.format(work=work, planned=planned, profile=profile, actuals=actuals)


CASES = {
    "nothing is planned yet, PV = 0": Case(
        {"PV": 0, "SPI": None, "CPI": Decimal("0.5"), "SV": 50},
        (200, 150, None),
        profile="2026-03: 1",
        actuals=spent(100),
    ),
    "nothing is spent yet, AC = 0 or less": Case(
        {"AC": -5, "CPI": None, "CV": 55, "SPI": 1}, (None, 45, None), actuals=spent(-5)
    ),
    "nothing is earned, EV = 0": Case(
        {"EV": 0, "SPI": 0, "CPI": 0, "SPI(t)": 0, "IEAC(t)": None},
        (None, 110, None),
        work="progress: 0%",
        actuals=spent(10),
    ),
    "all is earned, EV = BAC": Case(
        {"EV": 100, "ETC": 0, "TCPI": 0, "ES": 2, "AT": 1, "SPI(t)": 2},
        (70, 70, 70),
        day=date(2026, 7, 1),
        work="started: 2026-01-05, finished: 2026-01-31",
        actuals=spent(70),
    ),
    "all is spent, AC = BAC or more": Case(
        {"AC": 130, "TCPI": None, "CV": -80}, (260, 180, 260), actuals=spent(130)
    ),
    "there is no budget, BAC = 0": Case(
        {"BAC": 0, "EV": 0, "ETC": 0, "ES": None}, (7, 7, 7), planned=0, actuals=spent(7)
    ),
    "the plan stands still between two months": Case(
        {"PV": 50, "EV": 50, "ES": 3, "AT": 2, "SPI": 1},
        (None, 50, None),
        day=date(2026, 3, 1),
        profile="2026-01: 50, 2026-04: 50",
    ),
    "the end of the baseline has passed": Case(
        {"PV": 100, "SPI": Decimal("0.5"), "ES": 1, "AT": 6, "PD": 2},
        (None, 50, None),
        day=date(2026, 7, 1),
    ),
    "before the start": Case(
        {"PV": 0, "AT": 0, "SPI(t)": None, "SPI": None},
        (None, 100, None),
        day=date(2025, 12, 1),
        work="progress: 0%",
    ),
    "nothing was agreed": Case(
        {"PV": None, "SV": None, "SPI": None, "ES": None, "EV": 50, "CV": 10, "CPI": Decimal("1.25")},
        (80, 90, None),
        profile="",
        actuals=spent(40),
    ),
    "some of the work may not be shown": Case(
        {"PV": 50, "AC": 40, "EV": None, "SV": None, "CV": None, "CPI": None, "TCPI": None, "ES": None},
        (None, None, None),
        work=f"{HALF}, withheld: 'true'",
        actuals=spent(40),
    ),
}


def test_the_manual_has_these_edges_and_no_others() -> None:
    told = re.findall(r"^\| (.+?) \| .+ \|$", sections(MANUAL / "cost.md")["At the edges"], re.MULTILINE)
    assert told[1:] == list(CASES)


@pytest.mark.parametrize("name", CASES)
def test_an_edge_is_as_the_manual_says(name: str) -> None:
    case = CASES[name]
    cost = Portfolio(book(case.text, case.day)).cost("apollo")
    assert cost is not None
    account = cost.accounts[0]
    told = figures(Standing(account.value, account.schedule))
    assert {sign: told[sign] for sign in case.expected} == case.expected
    assert tuple(account.value.estimate_at_completion(manner) for manner in MANNERS) == case.eac
    assert account.value == cost.value
