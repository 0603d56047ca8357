"""Ids for new records: the next number of a register, or a word made of a title."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable

from handbook.records.kind import Kind

_NUMBERED = re.compile(r"(?P<prefix>.*?)(?P<number>\d{1,9})", re.ASCII | re.DOTALL)
_LONGEST_WORD = 40


def _never(id_: str) -> bool:
    return False


def next_id(
    kind: Kind, register: Iterable[str], known: Iterable[str] = (), was_used: Callable[[str], bool] = _never
) -> str | None:
    """The id after the greatest of those in ``register``, in their style; None if they have no numbers.

    A register that is empty begins with the prefix of its kind. ``known`` are all other ids and names that
    must not be met; ``was_used`` tells whether history knows one.
    """
    numbered = [found for id_ in register if (found := _NUMBERED.fullmatch(id_))]
    if numbered:
        prefix = Counter(found["prefix"] for found in numbered).most_common(1)[0][0]
    elif kind.prefix:
        prefix = f"{kind.prefix}-"
    else:
        return None
    own = [found["number"] for found in numbered if found["prefix"].casefold() == prefix.casefold()]
    width = max((len(number) for number in own if number.startswith("0")), default=1)
    taken = [_number(prefix, id_) for id_ in (*known, *(found[0] for found in numbered))]
    number = max(taken, default=0) + 1
    while was_used(f"{prefix}{number:0{width}}"):
        number += 1
    return f"{prefix}{number:0{width}}"


def _number(prefix: str, id_: str) -> int:
    found = _NUMBERED.fullmatch(id_)
    return int(found["number"]) if found and found["prefix"].casefold() == prefix.casefold() else 0


def word_id(text: str, taken: Iterable[str] = ()) -> str:
    """An id in words made of a title: ``Test plan`` gives ``test-plan``, or ``test-plan-2``."""
    ascii_ = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    word = "-".join(re.findall(r"[a-z0-9]+", ascii_.casefold()))[:_LONGEST_WORD].strip("-")
    word = word if word[:1].isalpha() else f"n-{word}".strip("-")
    used = {id_.casefold() for id_ in taken}
    number = 2
    unique = word
    while unique in used:
        unique, number = f"{word}-{number}", number + 1
    return unique
