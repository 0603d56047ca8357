"""A witness: a tree of files that remembers what it was asked, and what came of it.

What was found depends on nothing but the answers. If the same questions have the same answers again, so has
the check.
"""

from collections.abc import Callable, Iterable
from typing import Any

from handbook.checks.memory.digest import digest_of
from handbook.loading.tree import Entry, NotRegular, TooLarge, Tree

Question = tuple[str, int]
"""A path, and how many bytes of the file there were asked for; -1 if it was to be listed."""

_LISTED = -1


class Witness:
    """A tree that notes what is asked, but not of paths that are covered: their digests tell of a change."""

    def __init__(self, tree: Tree, is_covered: Callable[[str], bool]) -> None:
        self._tree = tree
        self._is_covered = is_covered
        self._answers: dict[Question, str] = {}

    @property
    def answers(self) -> list[list[Any]]:
        """What was asked, with a digest of each answer; plain data, in order."""
        return [[*question, answer] for question, answer in sorted(self._answers.items())]

    def children(self, folder: str) -> list[Entry]:
        """The names in a folder; see `Tree`."""
        self._note(folder, _LISTED)
        return self._tree.children(folder)

    def read(self, path: str, limit: int) -> bytes:
        """The bytes of a file; see `Tree`."""
        self._note(path, limit)
        return self._tree.read(path, limit)

    def _note(self, path: str, limit: int) -> None:
        if not self._is_covered(path) and (path, limit) not in self._answers:
            self._answers[path, limit] = _answer(self._tree, path, limit)


def is_so_still(tree: Tree, answers: Iterable[Iterable[Any]]) -> bool:
    """Whether the questions of a witness have the same answers. `ValueError` or `TypeError` for nonsense."""
    return all(_answer(tree, path, limit) == answer for path, limit, answer in answers)


def _answer(tree: Tree, path: str, limit: int) -> str:
    try:
        if limit == _LISTED:
            return digest_of(f"{entry.kind} {entry.name}" for entry in tree.children(path))
        return digest_of((tree.read(path, limit),))
    except (OSError, NotRegular, TooLarge) as error:
        return f"{type(error).__name__} {error.args[:1]}"
