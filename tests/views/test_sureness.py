"""Options that name a milestone: one that is not there is told, with the nearest."""

import pytest
from handbook.analysis.portfolio import Portfolio
from handbook.views.sureness import milestone
from handbook.views.view import Ground, OptionFault, views

from tests.books import book

BOOK = book("apollo: {milestones: {M-1: {due: 2026-07-01}}}")


@pytest.mark.parametrize("name", ["finish-distribution", "tornado"])
@pytest.mark.parametrize(
    ("of", "told"),
    [
        ("", []),
        ("m-1", []),
        ("next", []),
        ("apollo/M-1", []),
        ("M-11", [OptionFault(("of",), "unknown milestone 'M-11'", "did you mean 'M-1'?")]),
    ],
)
def test_an_unknown_milestone_is_told(name: str, of: str, told: list[OptionFault]) -> None:
    view = views()[name]
    assert view.faults
    assert list(view.faults(BOOK, "apollo", view.options(of=of))) == told


UNSURE = """
apollo:
  tasks:
    a: {estimate: {low: 5d, likely: 10d, high: 21d}}
    b: {estimate: {low: 5d, likely: 10d, high: 21d}, after: a}
    c: {duration: 2d}
  milestones:
    M-1: {after: b}
    M-2: {after: a}
    M-3: {after: c}
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (UNSURE, "M-2"),
        (
            UNSURE.replace("M-2: {after: a}", "M-2: {after: c}"),
            None,
        ),  # M-1 is the finish, the others are sure
        (UNSURE.replace("M-2: {after: a}", "M-2: {after: a, reached: 2026-05-29}"), None),
        ("apollo: {tasks: {a: {duration: 3d}}, milestones: {M-1: {after: a}}}", None),
    ],
)
def test_the_next_milestone_is_the_first_that_is_not_sure(text: str, found: str | None) -> None:
    portfolio = Portfolio(book(text))
    one = milestone(Ground(portfolio), portfolio.charter("apollo"), "next")
    assert (one.id if one else None) == found
