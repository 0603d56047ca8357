"""The plan against its baseline."""

from __future__ import annotations

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.variance import unbaselined, unplanned

from tests.books import book

BOOK = """
apollo:
  tasks:
    done: {duration: 5d, started: 2026-05-18, finished: 2026-05-22}
    build: {duration: 10d}
    new: {duration: 1d}
  milestones:
    M-1: {after: build, due: 2026-06-19}
  baselines:
    "2026-04":
      date: 2026-04-01
      entries: {build: {start: 2026-04-06, finish: 2026-04-17}}
    "2026-05":
      date: 2026-05-04
      entries:
        done: {start: 2026-05-18, finish: 2026-05-25}
        Build: {start: 2026-05-25, finish: 2026-06-05}
        gone: {start: 2026-06-08, finish: 2026-06-12}
        M-1: {start: 2026-06-05, finish: 2026-06-05}
    "2026-07":
      date: 2026-07-01
      entries: {build: {start: 2026-06-01, finish: 2026-06-12}}
"""


def test_days_late_against_the_baseline_that_holds() -> None:
    """The one of July is not taken yet on 1 June, and the one of April holds no longer."""
    portfolio = Portfolio(book(BOOK))
    assert [str(one) for one in portfolio.variances("apollo")] == [
        "done: start +0 d, finish -1 d",
        "build: start +5 d, finish +5 d",
        "M-1: start +5 d, finish +5 d",
    ]


def test_what_only_one_of_them_knows() -> None:
    portfolio = Portfolio(book(BOOK))
    plan, baseline = portfolio.plan("apollo"), portfolio.baseline("apollo")
    assert baseline is not None
    assert unplanned(plan, baseline) == ("gone",)
    assert [record.id for record in unbaselined(plan, baseline)] == ["new"]


def test_without_a_baseline_there_is_no_variance() -> None:
    portfolio = Portfolio(book("apollo: {tasks: {build: {duration: 10d}}}"))
    assert portfolio.baseline("apollo") is None
    assert portfolio.variances("apollo") == ()
