"""Leaves: the tasks that hold no others, where the work of a plan is done."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from handbook.records.book import Book
from handbook.records.kinds.task import Task


class Leaves:
    """The tasks of a project that hold no others, all of them or those inside some tasks."""

    def __init__(self, book: Book, project: str) -> None:
        self._book = book
        self._project = project
        self._inside: dict[str, list[Task]] = {}
        self._tasks = book.of(Task, project)
        for task in self._tasks:
            self._inside.setdefault(task.parent.casefold(), []).append(task)

    def all(self) -> tuple[Task, ...]:
        """All of them, in the order they were written."""
        return tuple(task for task in self._tasks if task.id.casefold() not in self._inside)

    def inside(self, references: Iterable[str]) -> tuple[Task, ...]:
        """Those of the tasks that are named, each once; one that holds no others stands for itself."""
        found: dict[str, Task] = {}
        for text in references:
            named = self._book.find(text, self._project, ("task",))
            if isinstance(named, Task) and named.project == self._project:
                found.update((task.id, task) for task in self._below(named))
        return tuple(found.values())

    def count(self, references: Iterable[str]) -> int:
        """How many there are at most inside the tasks that are named, counted without looking at each."""
        named = (self._book.find(text, self._project, ("task",)) for text in references)
        return sum(self._counts.get(task.id.casefold(), 1) for task in named if isinstance(task, Task))

    @cached_property
    def _counts(self) -> Mapping[str, int]:
        """How many there are inside each task that holds others."""
        parents = {task.id.casefold(): task.parent.casefold() for task in self._tasks}
        found: dict[str, int] = {}
        for leaf in self.all():
            around = leaf.parent.casefold()
            while around:
                found[around] = found.get(around, 0) + 1
                around = parents.get(around, "")
        return found

    def _below(self, task: Task) -> Iterator[Task]:
        waiting = [task]
        while waiting:
            one = waiting.pop()
            parts = self._inside.get(one.id.casefold(), ())
            if not parts:
                yield one
            waiting.extend(reversed(parts))
