"""Streams of chance: the same for the same seed and name, on every machine and with every numpy.

numpy promises that the raw bits of a bit generator never change, and makes no such promise for what its
`Generator` makes of them (NEP 19). So only raw bits are taken, and what is made of them is made here.

Every quantity has a stream of its own, found by its name. A task that is added to a plan leaves the luck of
all others as it was, so that two plans can be compared run by run (common random numbers: Law, "Simulation
Modeling and Analysis", chapter 11).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from hashlib import sha256

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Raw = npt.NDArray[np.uint64]


class Stream:
    """The chance of one named quantity."""

    def __init__(self, seed: int, name: str) -> None:
        """``seed`` is 0 or more; ``name`` is whatever identifies the quantity, in any length."""
        digest = sha256(name.encode()).digest()
        words = [int.from_bytes(digest[at : at + 4], "little") for at in range(0, 16, 4)]
        self._bits = np.random.PCG64(np.random.SeedSequence([seed, *words]))

    def raw(self, count: int) -> Raw:
        """So many numbers of 64 random bits."""
        return np.asarray(self._bits.random_raw(count), dtype=np.uint64)

    def uniforms(self, count: int) -> Floats:
        """So many numbers from 0 to below 1, in steps of 2**-53."""
        return (self.raw(count) >> np.uint64(11)).astype(np.float64) * 2.0**-53

    def permutation(self, count: int) -> Ints:
        """The numbers 0 to ``count`` - 1 in a random order.

        They are sorted by random bits: each number stands in the low bits of its own key, so that no two keys
        are equal and every way of sorting gives the same order.
        """
        low = np.uint64((1 << max(count - 1, 1).bit_length()) - 1)
        keys = (self.raw(count) & ~low) | np.arange(count, dtype=np.uint64)
        keys.sort()
        return (keys & low).astype(np.int64)


def least(arrays: Iterable[Ints]) -> Ints:
    """The least of several values in each run."""
    return reduce(np.minimum, arrays)


def greatest(arrays: Iterable[Ints]) -> Ints:
    """The greatest of several values in each run."""
    return reduce(np.maximum, arrays)
