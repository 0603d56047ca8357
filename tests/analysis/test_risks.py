"""Risks in the order in which they matter, with what follows from their scores."""

from __future__ import annotations

from handbook.analysis.exposure import Exposure
from handbook.analysis.portfolio import Portfolio

from tests.books import book

BOOK = """
settings:
  scales: {appetite: 9}
  review: {risks: {red: 2w, amber: 1w}}
apollo:
  risks:
    R-1: {owner: ana, probability: 3, impact: 3, status: assessed}
    R-2: {owner: ana, probability: 5, impact: 5, status: closed}
    R-3: {owner: ana, probability: 4, impact: 4, residual: {probability: 1, impact: 4}, status: assessed}
    R-4: {owner: ana, probability: 4, impact: 4, residual: {probability: 3, impact: 4}, status: assessed}
    R-5: {owner: ana, probability: 4, impact: 4, residual: {probability: 1, impact: 4}, status: assessed,
          review_by: 2026-05-31}
    R-6: {owner: ana, probability: 60%, impact: {time: minor, cost: severe}, status: assessed,
          reviewed: 2026-05-17}
    R-7: {owner: ana, probability: 5, impact: 5, kind: opportunity, status: assessed, raised: 2026-05-18}
    R-8: {owner: ana, probability: 9, impact: 5, status: assessed, review_by: 2026-06-01}
"""


def test_the_greatest_stand_first_and_the_closed_last() -> None:
    risks = Portfolio(book(BOOK)).risks("apollo")
    assert "\n".join(map(str, risks)) == (
        "R-7: 25, red\n"
        "R-6: 20, red\n"
        "R-4: 16 -> 12, red\n"
        "R-5: 16 -> 4, red\n"
        "R-3: 16 -> 4, red\n"
        "R-1: 9, amber\n"
        "R-8: None, none\n"
        "R-2: 25, red"
    )


def test_a_review_is_due_by_its_date_or_by_the_colour_since_the_last_one() -> None:
    risks = Portfolio(book(BOOK)).risks("apollo")
    assert {one.risk.id: str(one.review_on) for one in risks if one.review_on} == {
        "R-7": "2026-06-01",
        "R-6": "2026-05-31",
        "R-5": "2026-05-31",
        "R-8": "2026-06-01",
    }
    assert [one.risk.id for one in risks if one.review_overdue] == ["R-6", "R-5"]


def test_exposure_counts_what_is_open() -> None:
    assert Portfolio(book(BOOK)).exposure("apollo") == Exposure(
        threats=6,
        opportunities=1,
        score=20 + 3 * 16 + 9,
        residual=20 + 12 + 4 + 4 + 9,
        above_appetite=4,
        unanswered=4,
        reviews_overdue=2,
        unrated=1,
    )
