"""The known word nearest to one that is unknown."""

from collections.abc import Iterable

_MOST_COMPARED = 2000  # the comparison is quadratic in the length of the words; a cure is not worth seconds


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The word of ``known`` that resembles ``word`` most, whatever the case; None if none comes close."""
    from difflib import get_close_matches  # a record without a slip of the pen has no use for it

    candidates = {k.casefold(): k for k in sorted(known)[:_MOST_COMPARED]}
    found = get_close_matches(word.casefold()[:80], candidates, n=1, cutoff=0.6)
    return candidates[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A cure that names the nearest known word, or an empty string if none comes close."""
    guess = nearest(word, known)
    return f"did you mean '{guess}'?" if guess else ""
