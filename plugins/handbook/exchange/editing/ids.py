"""Ids for new records: the next number of a register, or a word made of a title."""

import re
import unicodedata
from collections.abc import Iterable

from handbook.records.kind import Kind

_NUMBERED = re.compile(r"(?P<stem>[A-Za-z][A-Za-z0-9_]*[-.])(?P<number>\d{1,9})")
_LONGEST_WORD = 40


def next_id(kind: Kind, taken: Iterable[str]) -> str:
    """The id after the highest of a register, in its own style: ``R-012`` is followed by ``R-013``.

    ``taken`` are all ids that were ever used, as far as anybody knows. A register without numbered ids begins
    with the prefix of its kind.
    """
    found = [match for id_ in taken if (match := _NUMBERED.fullmatch(id_))]
    own = [match for match in found if match["stem"].rstrip("-.").upper() == kind.prefix] or found
    if not own:
        return f"{kind.prefix or kind.name.upper()[:2]}-1"
    last = max(own, key=lambda match: int(match["number"]))
    width = len(last["number"]) if last["number"].startswith("0") else 0
    return f"{last['stem']}{int(last['number']) + 1:0{width}}"


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
