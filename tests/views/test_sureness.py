"""Options that name a milestone: one that is not there is told, with the nearest."""

import pytest
from handbook.views.view import OptionFault, views

from tests.books import book

BOOK = book("apollo: {milestones: {M-1: {due: 2026-07-01}}}")


@pytest.mark.parametrize("name", ["finish-distribution", "tornado"])
@pytest.mark.parametrize(
    ("of", "told"),
    [
        ("", []),
        ("m-1", []),
        ("apollo/M-1", []),
        ("M-11", [OptionFault(("of",), "unknown milestone 'M-11'", "did you mean 'M-1'?")]),
    ],
)
def test_an_unknown_milestone_is_told(name: str, of: str, told: list[OptionFault]) -> None:
    view = views()[name]
    assert view.faults
    assert list(view.faults(BOOK, "apollo", view.options(of=of))) == told
