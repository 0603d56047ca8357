"""Cures that name the nearest known word, as long as looking for it costs little."""

from collections.abc import Callable, Hashable, Iterable

from handbook.problems.nearest import did_you_mean

_MOST = 50


class Cures:
    """The nearest known words, each looked for once.

    Comparing a word with thousands of others takes milliseconds. After fifty different words of a project
    there are no more cures for it: records that come from anyone cannot make a check take hours. What is told
    of one project does not depend on the others.
    """

    def __init__(self) -> None:
        self._told: dict[str, dict[tuple[Hashable, str], str]] = {}

    def nearest(
        self,
        word: str,
        known: Callable[[], Iterable[str]],
        place: Hashable = None,
        *,
        project: str | None = None,
    ) -> str:
        """``did you mean …?``, or an empty string.

        ``known`` gives the words that are known at ``place``; the word stands in ``project``.
        """
        told, key = self._told.setdefault(project or "", {}), (place, word)
        if key not in told:
            told[key] = did_you_mean(word, known()) if len(told) < _MOST else ""
        return told[key]
