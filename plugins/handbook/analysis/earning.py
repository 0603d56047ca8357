"""Earning: what share of its budget a task has earned, by its ``measure`` of progress.

The measures are those of ANSI/EIA-748 and PMI's Standard for Earned Value Management: fixed formula (0/100,
50/50), percent complete, weighted milestones (alike unless one has a ``weight``), and level of effort.

What was earned by an earlier day follows from when work began and finished and milestones were reached;
between these days, percent complete is taken to grow evenly with working time.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from handbook.analysis.spans import eve
from handbook.planning.plan import Plan, State
from handbook.records.book import Book
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.task import Task

_NONE, _HALF, _ALL = Decimal(0), Decimal("0.5"), Decimal(1)


class Earning:
    """The shares that the tasks of a project have earned."""

    def __init__(
        self, book: Book, project: str, plan: Plan, elapsed: Callable[[Task, date], Decimal]
    ) -> None:
        self._plan = plan
        self._elapsed = elapsed
        self._milestones: dict[str, list[Milestone]] = {}
        for milestone in book.of(Milestone, project):
            self._milestones.setdefault(milestone.parent.casefold(), []).append(milestone)
        self._by_measure: Mapping[str, Callable[[Task, date], Decimal]] = {
            "0/100": lambda task, day: _NONE,
            "50/50": lambda task, day: _HALF if self._is_begun(task, day) else _NONE,
            "milestones": self._of_milestones,
            "effort": self._elapsed,
            "percent": self._of_percent,
        }

    def share(self, task: Task, day: date | None = None) -> Decimal:
        """The share that a task has earned, from 0 to 1; all of it once it is done.

        With a ``day``, what it had earned by the morning of that day, if that is not after the status date.
        """
        day = self._plan.status_date if day is None else min(day, self._plan.status_date)
        return _ALL if self._is_done(task, day) else self._by_measure[task.measure](task, day)

    def _is_done(self, task: Task, day: date) -> bool:
        """Whether a task was done by the morning of a day; what is done today was by the status date."""
        if self._state(task) != "done":
            return False
        entry, finished = self._plan.entry(task), task.finished
        last = finished or (entry.finish.date() if entry else None)
        return last is None or day == self._plan.status_date or last < day

    def _is_begun(self, task: Task, day: date) -> bool:
        """Whether a task had begun by the morning of a day."""
        if self._state(task) == "open":
            return False
        first = self._first(task)
        return first is None or day == self._plan.status_date or first < day

    def _first(self, task: Task) -> date | None:
        entry = self._plan.entry(task)
        return task.started or (entry.start.date() if entry else None)

    def _state(self, task: Task) -> State:
        entry = self._plan.entry(task)
        if entry is not None:
            return entry.state
        return "done" if task.finished else "started" if task.started or task.progress else "open"

    def _of_percent(self, task: Task, day: date) -> Decimal:
        entry = self._plan.entry(task)
        progress = entry.progress if entry is not None else task.progress or 0.0
        share = min(round(Decimal(progress), 6), _ALL)  # a percentage is written with four decimals at most
        return share if day == self._plan.status_date else share * self._passed(task, day)

    def _passed(self, task: Task, day: date) -> Decimal:
        """The share of the working time up to now, or to its finish, that a task had behind it on a day."""
        if not self._is_begun(task, day):
            return _NONE
        status, first = self._plan.status_date, self._first(task) or self._plan.status_date
        entry = self._plan.entry(task)
        last = entry.finish.date() if entry and entry.state == "done" else eve(status)
        whole = self._plan.working_days(eve(first), last)
        passed = self._plan.working_days(eve(first), eve(day))
        return min(Decimal(passed) / whole, _ALL) if whole > 0 else _ALL

    def _of_milestones(self, task: Task, day: date) -> Decimal:
        """The weight of its milestones that are reached, of that of all; nothing without any."""
        inside = self._milestones.get(task.id.casefold(), ())
        is_now = day == self._plan.status_date
        reached = sum(one.weight for one in inside if one.reached and (is_now or one.reached < day))
        return Decimal(reached) / sum(one.weight for one in inside) if inside else _NONE
