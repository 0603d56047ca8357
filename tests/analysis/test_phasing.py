"""A sum that is spread comes back whole, to the cent, and never falls."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from handbook.analysis.phasing import added, phased, shares
from hypothesis import given
from hypothesis import strategies as st

AMOUNTS = st.decimals(0, 10**15, places=4)
WEIGHTS = st.lists(st.decimals(0, 10**6, places=3), min_size=1, max_size=40)


def numbers(*values: str | int | None) -> list[Decimal | None]:
    return [None if value is None else Decimal(value) for value in values]


@given(amount=AMOUNTS, weights=WEIGHTS)
def test_nothing_is_lost_and_nothing_made(amount: Decimal, weights: list[Decimal]) -> None:
    upto = phased(amount, weights)
    assert upto[-1] == amount
    assert len(upto) == len(weights)
    assert all(0 <= earlier <= later <= amount for earlier, later in pairwise(upto))


def test_a_third_each() -> None:
    assert phased(Decimal(100), [Decimal(1)] * 3) == tuple(numbers("33.33", "66.67", 100))


def test_without_weights_all_comes_last() -> None:
    assert phased(Decimal(5), [Decimal(0)] * 3) == (0, 0, 5)
    assert phased(Decimal(5), []) == ()


def test_sums_beyond_counting_in_cents_are_still_spread() -> None:
    amount = Decimal(10) ** 27
    assert phased(amount, [Decimal(1)] * 2) == (amount / 2, amount)


def test_curves_add_up_and_stay_where_they_end() -> None:
    assert added([(Decimal(1), Decimal(2)), (), (Decimal(10),)], 3) == (11, 12, 12)


@pytest.mark.parametrize(
    ("costs", "work", "whole", "expected"),
    [
        pytest.param((None, None), (1, 3), 100, (25, 75), id="by work"),
        pytest.param((60, None, None), (9, 1, 3), 100, (60, 10, 30), id="cost first, the rest by work"),
        pytest.param((60, 20), (1, 1), 100, (60, 20), id="all have a cost"),
        pytest.param((80, 40, None), (1, 1, 1), 100, (80, 40, 0), id="no rest is left"),
        pytest.param((None, None), (0, 0), 100, (50, 50), id="no work takes time"),
        pytest.param((), (), 100, (), id="nothing"),
    ],
)
def test_shares(
    costs: tuple[int | None, ...], work: tuple[int, ...], whole: int, expected: tuple[int, ...]
) -> None:
    assert shares(numbers(*costs), work, Decimal(whole)) == expected
