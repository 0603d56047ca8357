"""UIDs for what is written: those that a file had before, and free ones for the others."""

from collections.abc import Iterable, Mapping
from itertools import count


def numbers(wanted: Iterable[tuple[str, int | None]]) -> Mapping[str, int]:
    """A number for each key: the one it is known by, unless another has it, else the next that is free."""
    listed = list(wanted)
    first: dict[int, str] = {}
    for key, number in listed:
        if number is not None:
            first.setdefault(number, key)
    free = (number for number in count(1) if number not in first)
    return {
        key: number if number is not None and first[number] == key else next(free) for key, number in listed
    }
