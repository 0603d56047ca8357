"""Cures that name the nearest known word, as long as looking for it costs little."""

from collections.abc import Callable, Hashable, Iterable

from handbook.problems.nearest import did_you_mean

_MOST = 50


class Cures:
    """The nearest known words, each looked for once.

    Comparing a word with thousands of others takes milliseconds. After fifty different words there are no
    more cures: records that come from anyone cannot make a check take minutes.
    """

    def __init__(self) -> None:
        self._told: dict[tuple[Hashable, str], str] = {}

    def nearest(self, word: str, known: Callable[[], Iterable[str]], place: Hashable = None) -> str:
        """``did you mean …?``, or an empty string; ``known`` gives the words that are known at ``place``."""
        key = (place, word)
        if key not in self._told:
            self._told[key] = did_you_mean(word, known()) if len(self._told) < _MOST else ""
        return self._told[key]
