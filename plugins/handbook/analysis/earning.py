"""Earning: what share of its budget a task has earned, by its ``measure`` of progress.

The measures are those of ANSI/EIA-748 and PMI's Standard for Earned Value Management: fixed formula (0/100,
50/50), percent complete, weighted milestones (here of equal weight), and level of effort.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal

from handbook.planning.plan import Plan, State
from handbook.records.book import Book
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.task import Task

_NONE, _HALF, _ALL = Decimal(0), Decimal("0.5"), Decimal(1)


class Earning:
    """The shares that the tasks of a project have earned."""

    def __init__(self, book: Book, project: str, plan: Plan, elapsed: Callable[[Task], Decimal]) -> None:
        self._plan = plan
        self._elapsed = elapsed
        self._milestones: dict[str, list[Milestone]] = {}
        for milestone in book.of(Milestone, project):
            self._milestones.setdefault(milestone.parent.casefold(), []).append(milestone)
        self._by_measure: Mapping[str, Callable[[Task, State], Decimal]] = {
            "0/100": lambda task, state: _NONE,
            "50/50": lambda task, state: _NONE if state == "open" else _HALF,
            "milestones": self._of_milestones,
            "effort": lambda task, state: self._elapsed(task),
            "percent": self._of_percent,
        }

    def share(self, task: Task) -> Decimal:
        """The share that a task has earned, from 0 to 1; all of it once it is done."""
        state = self._state(task)
        return _ALL if state == "done" else self._by_measure[task.measure](task, state)

    def _state(self, task: Task) -> State:
        entry = self._plan.entry(task)
        if entry is not None:
            return entry.state
        return "done" if task.finished else "started" if task.started or task.progress else "open"

    def _of_percent(self, task: Task, state: State) -> Decimal:
        entry = self._plan.entry(task)
        progress = entry.progress if entry is not None else task.progress or 0.0
        return min(round(Decimal(progress), 6), _ALL)  # a percentage is written with four decimals at most

    def _of_milestones(self, task: Task, state: State) -> Decimal:
        """The share of its milestones that are reached; nothing without any."""
        inside = self._milestones.get(task.id.casefold(), ())
        return Decimal(sum(one.reached is not None for one in inside)) / len(inside) if inside else _NONE
