"""The view of a scenario with what it is asked for: levelling, chances, money."""

from __future__ import annotations

import sys

import pytest
from handbook.analysis.portfolio import Portfolio
from handbook.views.links import Unlinked
from handbook.views.view import Ground, views
from handbook.views.writers.plain import markdown

from tests.analysis.test_what_if_cost import BOOK as MONEY
from tests.analysis.test_what_if_cost import seen
from tests.analysis.test_what_if_levelled import BOOK as LEVELLED
from tests.books import book


def drawn(portfolio: Portfolio, **options: object) -> str:
    view = views()["what-if"]
    blocks = view.draw(Ground(portfolio, "apollo"), view.options.model_validate(options))
    return markdown(blocks, Unlinked(), internal=True).text.replace("\u00a0", " ")


def test_an_accepted_plan_that_does_not_fit_is_told() -> None:
    told = drawn(Portfolio(book(LEVELLED)), changes="leave @ana 2026-06-01..12")
    assert "as levelled on 1 June it does not fit any more: 2 tasks start later than levelled" in told
    assert "| Manual | Ana Silva | 3 June | 17 June | 10 days later |" in told


def test_levelled_again_it_says_who_takes_over() -> None:
    pytest.importorskip("ortools")
    told = drawn(Portfolio(book(LEVELLED)), changes="leave @ana 2026-06-01..12", level="true")
    assert "Levelled again: apollo; no schedule finishes earlier." in told
    assert "Manual: Tom Beck instead of Ana Silva" in told
    assert "does not fit any more" not in told


def test_without_the_solver_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ortools.sat.python", None)
    monkeypatch.delitem(sys.modules, "handbook.schedule.levelling.solver", raising=False)
    told = drawn(Portfolio(book(LEVELLED)), changes="leave @ana 2026-06-01..12", level="true")
    assert "This cannot be levelled again: OR-Tools is not installed." in told


def test_money_is_told_to_those_who_may_see_it() -> None:
    whole = drawn(Portfolio(book(MONEY)), changes="extend look 1d")
    assert "Labour still to come, EUR" in whole
    assert "+800" in whole
    kept = drawn(seen(book(MONEY), budget=False, rates=False), changes="extend look 1d")
    assert "EUR" not in kept
    assert "Cost" not in kept


def test_chances_are_told_before_and_after() -> None:
    uncertain = MONEY.replace(
        "duration: 10d, assigned", "estimate: {low: 8d, likely: 10d, high: 30d}, assigned"
    )
    promised = uncertain.replace(
        "  risks:", "  milestones: {M-1: {title: Live, after: build, due: 2026-06-26}}\n  risks:"
    )
    told = drawn(Portfolio(book(promised)), changes="delay build 3d", forecast="true")
    (live,) = (line for line in told.splitlines() if line.startswith("| Live | 26 June | 29"))
    assert live == ("| Live | 26 June | 29 June – was 24 June | 2 July – was 29 June | 47% – was 74% |")
    assert "| **Finish of Apollo** |" in told
