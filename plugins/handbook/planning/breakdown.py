"""The work breakdown of a project: its tasks and milestones as a tree, in reading order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from handbook.records.book import Book
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.task import Task

Item = Task | Milestone


@dataclass(frozen=True)
class Breakdown:
    """All tasks and milestones of one project, each summary before its parts.

    ``parents`` holds the index of the task around each item, None at the top; ``depths`` counts the tasks
    around it. A task is a summary if other tasks are inside it, or if only milestones are and it says
    nothing of how long it takes.
    """

    project: str
    items: tuple[Item, ...]
    parents: tuple[int | None, ...]
    depths: tuple[int, ...]

    @cached_property
    def index(self) -> dict[str, int | None]:
        """Index by id in lower case; None where a task and a milestone share an id."""
        found: dict[str, int | None] = {}
        for at, item in enumerate(self.items):
            name = item.id.casefold()
            found[name] = None if name in found else at
        return found

    @cached_property
    def summaries(self) -> frozenset[int]:
        """Indexes of the summary tasks."""
        around_tasks: set[int] = set()
        around_milestones: set[int] = set()
        for item, parent in zip(self.items, self.parents, strict=True):
            if parent is not None:
                (around_tasks if isinstance(item, Task) else around_milestones).add(parent)
        return frozenset(around_tasks | {at for at in around_milestones if not _has_length(self.items[at])})

    def instead(self, items: Mapping[int, Item]) -> "Breakdown":
        """The breakdown with some items, by index, in place of others of the same id.

        The tree, and what is a summary, must be the same.
        """
        found = (items.get(at, item) for at, item in enumerate(self.items))
        made = replace(self, items=tuple(found))
        made.__dict__.update(index=self.index, summaries=self.summaries)
        return made

    def around(self, at: int) -> Iterator[int]:
        """The tasks around an item, the nearest first."""
        parent = self.parents[at]
        while parent is not None:
            yield parent
            parent = self.parents[parent]


def breakdown(book: Book, project: str) -> Breakdown:
    """The work breakdown of a project: neighbours as they were written, tasks before milestones."""
    items: Sequence[Item] = (*book.of(Task, project), *book.of(Milestone, project))
    tasks = {item.id.casefold() for item in items if isinstance(item, Task)}
    inside: dict[str, list[Item]] = {}
    for item in items:
        inside.setdefault(_around(item, tasks), []).append(item)
    order: list[Item] = []
    parents: list[int | None] = []
    depths: list[int] = []
    waiting: list[tuple[Item, int | None, int]] = [(item, None, 0) for item in reversed(inside.get("", ()))]
    while waiting:
        item, parent, depth = waiting.pop()
        at = len(order)
        order.append(item)
        parents.append(parent)
        depths.append(depth)
        if isinstance(item, Task):
            parts = inside.pop(item.id.casefold(), ())
            waiting.extend((part, at, depth + 1) for part in reversed(parts))
    return Breakdown(project, tuple(order), tuple(parents), tuple(depths))


def _around(item: Item, tasks: set[str]) -> str:
    """The id of the nearest task around an item that could be read; empty at the top."""
    name = item.parent.casefold()
    while name and name not in tasks:
        name = name.rpartition(".")[0]
    return name


def _has_length(item: Item) -> bool:
    return isinstance(item, Task) and (
        item.duration is not None or item.estimate is not None or item.effort is not None
    )
