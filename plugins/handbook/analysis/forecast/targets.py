"""Targets: the open work that a risk would delay, from the record that it names."""

from collections.abc import Iterable

from handbook.planning.settled import Dated
from handbook.records.book import Book
from handbook.records.kinds.deliverable import Deliverable
from handbook.records.kinds.task import Task
from handbook.records.record import Record


class Targets:
    """The targets in one project, as indexes of activities of its plan.

    A task or milestone is hit itself. What is hit of a summary task, or of a deliverable, are the tasks in it
    that nothing else in it waits for: whichever way the work takes, the end of it is delayed once.
    """

    def __init__(self, book: Book, settled: Dated) -> None:
        self._book = book
        self._settled = settled
        self._work = settled.draft.outline.work
        self._places = {id(item): at for at, item in enumerate(self._work.items)}
        self._children: dict[int, list[int]] = {}
        for at, activity in enumerate(settled.timetable.network.activities):
            if activity.parent is not None:
                self._children.setdefault(activity.parent, []).append(at)

    def hit(self, record: Record | None) -> tuple[int, ...]:
        """What a risk that names a record of the project would delay; nothing if it is done or unknown."""
        if isinstance(record, Deliverable):
            return self._ends(self._leaves(self._rows(self._tasks_of(record))))
        if record is None or id(record) not in self._places:
            return ()
        return self._ends(self._leaves(self._rows((self._places[id(record)],))))

    def _tasks_of(self, deliverable: Deliverable) -> Iterable[int]:
        for at, item in enumerate(self._work.items):
            named = item.deliverable if isinstance(item, Task) else None
            if named and self._book.find(named, self._work.project, (Deliverable.kind,)) is deliverable:
                yield at

    def _rows(self, items: Iterable[int]) -> Iterable[int]:
        return (row for at in items if (row := self._settled.row(at)) is not None)

    def _leaves(self, rows: Iterable[int]) -> set[int]:
        """The open activities in some activities and groups; a milestone in a group is none of its work."""
        found: set[int] = set()
        waiting = [(row, True) for row in rows]
        while waiting:
            row, is_named = waiting.pop()
            if row in self._children:
                waiting += [(child, False) for child in self._children[row]]
            elif not self._settled.finished[row] and (is_named or self._is_task(row)):
                found.add(row)
        return found

    def _is_task(self, row: int) -> bool:
        return isinstance(self._settled.draft.item(row), Task)

    def _ends(self, leaves: set[int]) -> tuple[int, ...]:
        """Those that nothing else among them waits for."""
        if len(leaves) <= 1:
            return tuple(leaves)
        before: set[int] = set()
        for link in self._settled.timetable.network.links:
            if self._leaves((link.succ,)) & leaves:
                before |= self._leaves((link.pred,)) & leaves
        return tuple(sorted(leaves - before or leaves))
