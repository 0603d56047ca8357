"""Ids for the tasks of a plan: those that the file knows, else words of their names."""

from collections.abc import Mapping, Sequence

from handbook.exchange.editing.ids import word_id
from handbook.exchange.plans.model import PlanTask
from handbook.records.types.identifier import is_id

MOST_LEVELS = 12
"""Levels of an outline that records hold; what is deeper stands in the last of them."""

_LONGEST = 80
_WORD = 40


class TaskIds:
    """The key that each task has in its file, and the id that all keys around it make: ``build.api``.

    A milestone has one id in the whole project. ``parents`` are the keys of the tasks around, those too deep
    raised.
    """

    def __init__(self, tasks: Sequence[PlanTask], milestones: frozenset[str]) -> None:
        self._milestones = milestones
        self.parents = _parents(tasks)
        self._heights = _heights(tasks, self.parents)
        self.words: dict[str, str] = {}
        self.ids: dict[str, str] = {}
        self._taken: dict[str, set[str]] = {}
        codes = self._codes(tasks)
        for task in tasks:
            self._add(task, codes.get(task.key, ""))

    def _add(self, task: PlanTask, code: str) -> None:
        parent = "" if task.key in self._milestones else self.ids.get(self.parents[task.key], "")
        prefix = f"{parent}." if parent else ""
        longest = min(_WORD, (_LONGEST - len(prefix)) // (self._heights[task.key] + 1) - 5)
        word = code.removeprefix(prefix) or _word(task, max(longest, 3))
        self.words[task.key] = self._unique(prefix, word)
        self.ids[task.key] = prefix + self.words[task.key]

    def _unique(self, prefix: str, word: str) -> str:
        """The word with a number if something has it; tasks and milestones share their ids."""
        taken = self._taken.setdefault(prefix.casefold(), set())
        found, number = word, 2
        while found.casefold() in taken:
            found, number = f"{word}-{number}", number + 1
        taken.add(found.casefold())
        return found

    def _codes(self, tasks: Sequence[PlanTask]) -> Mapping[str, str]:
        """The ids that the file knows, if all that it knows continue each other as ids do."""
        codes = {task.key: task.code for task in tasks if task.code}
        if len({code.casefold() for code in codes.values()}) < len(codes):
            return {}
        for key, code in codes.items():
            above = "" if key in self._milestones else codes.get(self.parents[key], "")
            word = code.removeprefix(f"{above}.") if above else code
            if (above and word == code) or not is_id(word) or ("." in word and key not in self._milestones):
                return {}
        return codes


def _word(task: PlanTask, longest: int) -> str:
    word = word_id(task.name)
    is_word = any(character.isascii() and character.isalpha() for character in task.name)
    plain = word if is_word and word else f"task-{''.join(filter(str.isalnum, task.key))}"
    cut = plain[:longest].strip("-")
    if plain[len(cut) : len(cut) + 1] not in ("", "-") and "-" in cut:
        cut = cut.rpartition("-")[0]
    return cut if is_id(cut) else "task"


def _parents(tasks: Sequence[PlanTask]) -> dict[str, str]:
    parents: dict[str, str] = {}
    depths: dict[str, int] = {"": 0}
    for task in tasks:
        parent = task.parent
        while depths.get(parent, 0) >= MOST_LEVELS:
            parent = parents[parent]
        parents[task.key] = parent
        depths[task.key] = depths.get(parent, 0) + 1
    return parents


def _heights(tasks: Sequence[PlanTask], parents: Mapping[str, str]) -> dict[str, int]:
    """How many levels are inside each task."""
    heights = {task.key: 0 for task in tasks}
    for task in reversed(tasks):
        parent = parents[task.key]
        if parent:
            heights[parent] = max(heights[parent], heights[task.key] + 1)
    return heights
