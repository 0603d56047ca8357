"""The id of a new record: the next one in the style of its register, and none that was ever used."""

import re
from collections import Counter
from collections.abc import Callable, Iterable

PREFIXES = {
    "action": "A-",
    "approval": "A-",
    "budget-line": "L-",
    "change": "CR-",
    "communication": "C-",
    "decision": "D-",
    "gate": "G-",
    "issue": "I-",
    "iteration": "IT-",
    "lesson": "LL-",
    "milestone": "M-",
    "objective": "O-",
    "risk": "R-",
    "stakeholder": "S-",
    "waiver": "W-",
}
"""What ids of a kind begin with while a register is empty; kinds that are not here are called by names."""

_NUMBERED = re.compile(r"(?P<prefix>.*?)(?P<number>\d{1,9})", re.ASCII | re.DOTALL)


def next_id(
    kind: str, register: Iterable[str], known: Iterable[str], was_used: Callable[[str], bool]
) -> str | None:
    """The id after the greatest of those in ``register``, in their style; None if they have no numbers.

    ``known`` are all other ids and names that must not be met; ``was_used`` tells whether history knows one.
    """
    numbered = [found for id_ in register if (found := _NUMBERED.fullmatch(id_))]
    if numbered:
        prefix = Counter(found["prefix"] for found in numbered).most_common(1)[0][0]
    elif kind in PREFIXES:
        prefix = PREFIXES[kind]
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
