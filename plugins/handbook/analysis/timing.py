"""Timing: when the money of a budget line is to be spent, and how much of it its tasks have earned."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from handbook.analysis.axis import Phase
from handbook.analysis.earning import Earning
from handbook.analysis.phasing import shares
from handbook.analysis.spans import Span, Spans
from handbook.planning.plan import Plan
from handbook.records.book import Book
from handbook.records.kinds.budget_line import BudgetLine
from handbook.records.kinds.project import Project
from handbook.records.kinds.task import Task
from handbook.records.types.month import Month

Basis = Literal["profile", "baseline", "plan", "project"]
"""What tells when money is to be spent: months by hand, agreed or present dates of tasks, or the charter."""


class Timing(NamedTuple):
    """How money is spread over months, and what tells so; ``agreed`` unless it moves with the plan."""

    phase: Phase | None
    basis: Basis
    agreed: bool


class Work:
    """The work that accounts pay for: when it was to be done, and how much of it is."""

    def __init__(self, book: Book, project: Project, plan: Plan, currency: str) -> None:
        self._plan = plan
        self._start = project.start
        self._status = book.status_date
        self._currency = currency
        self._spans = Spans(book, project, plan)
        self._earning = Earning(book, project.id, plan, self._elapsed)

    def timing(self, line: BudgetLine | None, tasks: Sequence[Task], whole: Decimal) -> Timing:
        """When the money of a line is to be spent: by its profile, its tasks, or the project."""
        if line and any(sum_.amount > 0 for sum_ in line.profile.values()):
            return Timing(self._by_hand(line), "profile", agreed=True)
        found = [(task, span) for task in tasks if (span := self._spans.task(task))]
        agreed = [(task, span) for task, span in found if span.agreed]
        if found:
            phase = self._of_tasks(agreed or found, whole)
            return Timing(phase, "baseline" if agreed else "plan", bool(agreed and phase))
        span = self._spans.project()
        phase = self._spans.phase(span) if span else None
        is_agreed = span is not None and span.agreed and phase is not None
        return Timing(phase, "project" if is_agreed else "plan", is_agreed)

    def earned(self, tasks: Sequence[Task], whole: Decimal, day: date | None = None) -> Decimal | None:
        """The share of ``whole`` that tasks have earned, or had by a day; None if some may not be shown."""
        if any(task.withheld for task in tasks):
            return None
        weights = self._shares(tasks, whole)
        sum_ = sum(weights)
        if not sum_:
            return Decimal(0)
        earned = (
            weight * self._earning.share(task, day)
            for task, weight in zip(tasks, weights, strict=True)
            if weight
        )
        return sum(earned, Decimal(0)) / sum_

    def worthwhile(self, tasks: Sequence[Task], whole: Decimal) -> list[Task]:
        """The tasks that earn something; all of them if none has any worth."""
        weights = self._shares(tasks, whole)
        found = [task for task, weight in zip(tasks, weights, strict=True) if weight]
        return found or list(tasks)

    def _by_hand(self, line: BudgetLine) -> Phase:
        """The months of a profile; within one, money is spent day by day from the start of the project on."""
        months = {month.number: sum_.amount for month, sum_ in line.profile.items() if sum_.amount}
        now, start = Month.of(self._status), self._start
        skipped = start.day - 1 if Month.of(start) == now else 0
        passed = max(Decimal(self._status.day - 1 - skipped) / (now.last.day - skipped), Decimal(0))
        return Phase(months, passed * months.get(now.number, 0), Month.numbered(max(months)).last)

    def _of_tasks(self, found: Sequence[tuple[Task, Span]], whole: Decimal) -> Phase | None:
        """The months of tasks, each task as heavy as its share of the money."""
        months: dict[int, Decimal] = {}
        passed = Decimal(0)
        weights = self._shares([task for task, _ in found], whole)
        for (_, span), weight in zip(found, weights, strict=True):
            phase = self._spans.phase(span)
            if phase is None:
                return None
            passed += weight * phase.passed
            for number, part in phase.months.items():
                months[number] = months.get(number, Decimal(0)) + weight * part
        ends = [span.finish for (_, span), weight in zip(found, weights, strict=True) if weight]
        return Phase(months, passed, max(ends or [span.finish for _, span in found]))

    def _shares(self, tasks: Sequence[Task], whole: Decimal) -> Sequence[Decimal]:
        costs = [_cost(task, self._currency) for task in tasks]
        return shares(costs, [self._length(task) for task in tasks], whole)

    def _elapsed(self, task: Task, day: date) -> Decimal:
        """The share of its working time that a task should have behind it on a day."""
        span = self._spans.task(task)
        return Decimal(0) if span is None else self._spans.elapsed(span, day)

    def _length(self, task: Task) -> int:
        """The work of a task in minutes: its effort, or its duration for each unit of those who do it."""
        day, week = self._plan.day_minutes, self._plan.week_minutes
        if task.effort is not None:
            return task.effort.minutes(day, week)
        length = task.duration or (task.estimate.likely if task.estimate else None)
        units = sum(task.doers.values()) or 1.0
        return 0 if length is None else round(length.minutes(day, week) * units)


def _cost(task: Task, currency: str) -> Decimal | None:
    """The cost of a task in a currency; None without one."""
    cost = task.cost
    is_usable = cost is not None and cost.amount > 0 and cost.currency in {None, currency}
    return cost.amount if cost is not None and is_usable else None
