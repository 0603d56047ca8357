"""Earned value: figures that were published, identities that always hold, and what is not defined."""

from __future__ import annotations

from decimal import Decimal

import pytest
from handbook.analysis.budget_base import BudgetBase
from handbook.analysis.earned_value import EarnedValue, Manner
from hypothesis import given
from hypothesis import strategies as st

MANNERS: tuple[Manner, ...] = ("typical", "atypical", "combined")
SUMS = st.decimals(0, 1_000_000, places=2)
PUBLISHED = EarnedValue(Decimal(100_000), Decimal(40_000), Decimal(35_000), Decimal(36_000))


def ev(bac: int, pv: int | None, earned: int | None, ac: int) -> EarnedValue:
    decimals = (None if value is None else Decimal(value) for value in (pv, earned))
    return EarnedValue(Decimal(bac), *decimals, Decimal(ac))


def rounded(value: Decimal | None) -> str:
    return "None" if value is None else f"{value:.6f}".rstrip("0").rstrip(".")


def test_published_figures() -> None:
    assert PUBLISHED.schedule_variance == -5000
    assert PUBLISHED.cost_variance == -1000
    assert rounded(PUBLISHED.schedule_performance_index) == "0.875"
    assert rounded(PUBLISHED.cost_performance_index) == "0.972222"
    assert (PUBLISHED.share_done, PUBLISHED.share_spent) == (Decimal("0.35"), Decimal("0.36"))


@pytest.mark.parametrize(
    ("manner", "etc", "eac", "vac"),
    [
        # 65 000 to do, at 35/36, as planned, and at 35/36 of 35/40
        ("typical", "66857.142857", "102857.142857", "-2857.142857"),
        ("atypical", "65000", "101000", "-1000"),
        ("combined", "76408.163265", "112408.163265", "-12408.163265"),
    ],
)
def test_estimates(manner: Manner, etc: str, eac: str, vac: str) -> None:
    assert rounded(PUBLISHED.estimate_to_complete(manner)) == etc
    assert rounded(PUBLISHED.estimate_at_completion(manner)) == eac
    assert rounded(PUBLISHED.variance_at_completion(manner)) == vac


def test_the_efficiency_that_the_rest_needs() -> None:
    assert rounded(PUBLISHED.to_complete_performance_index()) == "1.015625"
    assert PUBLISHED.to_complete_performance_index(Decimal(101_000)) == 1
    assert PUBLISHED.to_complete_performance_index(Decimal(36_000)) is None


@pytest.mark.parametrize(
    ("values", "spi", "cpi", "eac", "tcpi"),
    [
        pytest.param((100, 0, 0, 0), "None", "None", ("None", "100", "None"), "1", id="before the start"),
        pytest.param((100, 0, 10, 5), "None", "2", ("50", "95", "None"), "0.947368", id="nothing planned"),
        pytest.param((100, 20, 10, 0), "0.5", "None", ("None", "90", "None"), "0.9", id="nothing spent"),
        pytest.param((100, 20, 0, 10), "0", "0", ("None", "110", "None"), "1.111111", id="nothing earned"),
        pytest.param((100, 90, 100, 80), "1.111111", "1.25", ("80", "80", "80"), "0", id="all is earned"),
        pytest.param((100, 100, 100, 0), "1", "None", ("0", "0", "0"), "0", id="done for nothing"),
        pytest.param((100, 50, 50, 100), "1", "0.5", ("200", "150", "200"), "None", id="all is spent"),
        pytest.param((100, 50, 50, 130), "1", "0.384615", ("260", "180", "260"), "None", id="overspent"),
        pytest.param((100, 50, 50, -5), "1", "None", ("None", "45", "None"), "0.47619", id="paid back"),
        pytest.param((0, 0, 0, 7), "None", "0", ("7", "7", "7"), "None", id="no budget"),
        pytest.param((100, None, 50, 40), "None", "1.25", ("80", "90", "None"), "0.833333", id="no plan"),
        pytest.param((100, 50, None, 40), "None", "None", ("None", "None", "None"), "None", id="unknown"),
    ],
)
def test_what_is_not_defined_is_no_number(
    values: tuple[int, int | None, int | None, int], spi: str, cpi: str, eac: tuple[str, ...], tcpi: str
) -> None:
    found = ev(*values)
    assert rounded(found.schedule_performance_index) == spi
    assert rounded(found.cost_performance_index) == cpi
    assert tuple(rounded(found.estimate_at_completion(manner)) for manner in MANNERS) == eac
    assert rounded(found.to_complete_performance_index()) == tcpi


@given(bac=SUMS, pv=SUMS, earned=SUMS, ac=SUMS)
def test_estimates_never_fall_below_what_is_spent(
    bac: Decimal, pv: Decimal, earned: Decimal, ac: Decimal
) -> None:
    found = EarnedValue(bac, min(pv, bac), min(earned, bac), ac)
    for manner in MANNERS:
        estimate = found.estimate_at_completion(manner)
        assert estimate is None or estimate >= ac
    typical, atypical = found.estimate_at_completion(), found.estimate_at_completion("atypical")
    index = found.cost_performance_index
    assert atypical is not None
    if typical is not None and index is not None:  # who has been cheap so far ends cheaper than planned
        assert (typical <= atypical) == (index >= 1 or found.remaining == 0)


@given(work=SUMS, contingency=SUMS, management=SUMS, drawn=SUMS, released=SUMS)
def test_the_budget_base_balances(
    work: Decimal, contingency: Decimal, management: Decimal, drawn: Decimal, released: Decimal
) -> None:
    base = BudgetBase(work, contingency, management, drawn, released)
    assert base.total == base.baseline + base.management_left
    assert base.total == work + contingency + management  # whatever is drawn
    assert base.baseline == base.budget_at_completion + base.contingency_left
    assert base.baseline == work + contingency + released
