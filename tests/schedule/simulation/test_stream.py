"""Chance is the same on every machine, and fair."""

from collections import Counter

import numpy as np
import pytest
from handbook.schedule.simulation.percentile import chance, percentile
from handbook.schedule.simulation.stream import Stream


def test_a_seed_and_a_name_give_the_same_bits_for_ever() -> None:
    stream = Stream(1, "apollo/task:build")
    assert [hex(int(bits)) for bits in stream.raw(3)] == PINNED


PINNED = ["0x5c7d5dc9fc47881f", "0x35b5c00797f6a061", "0x418cfdc12c65e6dc"]


def test_names_and_seeds_have_chance_of_their_own() -> None:
    drawn = [tuple(Stream(seed, name).raw(4).tolist()) for seed in (0, 1) for name in ("a", "b", "")]
    assert len(set(drawn)) == len(drawn)


def test_uniforms_fill_the_unit_interval_evenly() -> None:
    drawn = Stream(7, "u").uniforms(100_000)
    assert 0 <= drawn.min() < 1e-3
    assert 1 - 1e-3 < drawn.max() < 1
    counts, _ = np.histogram(drawn, bins=10, range=(0, 1))
    # chi square with 9 degrees of freedom: 27.9 is exceeded once in a thousand
    assert ((counts - 10_000) ** 2 / 10_000).sum() < 27.9


def test_every_order_of_a_few_is_equally_likely() -> None:
    stream = Stream(3, "p")
    orders = Counter(tuple(stream.permutation(3).tolist()) for _ in range(6000))
    assert len(orders) == 6
    # chi square with 5 degrees of freedom: 20.5 is exceeded once in a thousand
    assert sum((count - 1000) ** 2 / 1000 for count in orders.values()) < 20.5


@pytest.mark.parametrize("count", [1, 2, 3, 64, 65, 1000])
def test_a_permutation_holds_each_number_once(count: int) -> None:
    assert sorted(Stream(0, "n").permutation(count).tolist()) == list(range(count))


@pytest.mark.parametrize(
    ("share", "value"), [(0.0, 1), (0.1, 1), (0.11, 2), (0.5, 5), (0.8, 8), (0.81, 9), (0.9, 9), (1.0, 10)]
)
def test_a_percentile_is_the_least_value_that_the_share_does_not_exceed(share: float, value: int) -> None:
    assert percentile(range(1, 11), share) == value


def test_shares_that_no_float_holds_exactly_count_as_written() -> None:
    assert percentile(range(1, 101), 0.07) == 7


def test_the_chance_of_a_percentile_is_at_least_its_share() -> None:
    values = [3, 3, 4, 8, 8, 8, 9]
    for share in (0.1, 0.3, 0.5, 0.8, 0.9):
        found = percentile(values, share)
        assert chance(values, found) >= share > chance(values, found - 1)
