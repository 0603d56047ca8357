"""Timing: when the money of a budget line is to be spent, and how much of it its tasks have earned."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from handbook.analysis.earning import Earning
from handbook.analysis.phasing import shares
from handbook.analysis.spans import Span, Spans
from handbook.planning.plan import Plan
from handbook.records.book import Book
from handbook.records.kinds.budget_line import BudgetLine
from handbook.records.kinds.project import Project
from handbook.records.kinds.task import Task

Basis = Literal["profile", "baseline", "plan", "project"]
"""What tells when money is to be spent: months by hand, agreed or present dates of tasks, or the charter."""


class Timing(NamedTuple):
    """The weights of the months in which money is to be spent, and where they come from."""

    months: Mapping[int, Decimal]
    basis: Basis
    agreed: bool


class Work:
    """The work that accounts pay for: when it was to be done, and how much of it is."""

    def __init__(self, book: Book, project: Project, plan: Plan, currency: str) -> None:
        self._plan = plan
        self._currency = currency
        self._spans = Spans(book, project, plan)
        self._earning = Earning(book, project.id, plan, self._elapsed)

    def timing(self, line: BudgetLine | None, tasks: Sequence[Task], whole: Decimal) -> Timing:
        """When the money of a line is to be spent: by its profile, its tasks, or the project."""
        if line and any(sum_.amount > 0 for sum_ in line.profile.values()):
            profile = {month.number: sum_.amount for month, sum_ in line.profile.items()}
            return Timing(profile, "profile", agreed=True)
        found = [(task, span) for task in tasks if (span := self._spans.task(task))]
        agreed = [(task, span) for task, span in found if span.agreed]
        if found:
            months = self._months(agreed or found, whole)
            return Timing(months, "baseline" if agreed else "plan", bool(agreed and months))
        span = self._spans.project()
        months = self._spans.by_month(span) if span else {}
        is_agreed = span is not None and span.agreed and bool(months)
        return Timing(months, "project" if is_agreed else "plan", is_agreed)

    def earned(self, tasks: Sequence[Task], whole: Decimal) -> Decimal | None:
        """The share of ``whole`` that tasks have earned; None if some of them may not be shown."""
        if any(task.withheld for task in tasks):
            return None
        weights = self._shares(tasks, whole)
        sum_ = sum(weights)
        if not sum_:
            return Decimal(0)
        earned = (
            weight * self._earning.share(task) for task, weight in zip(tasks, weights, strict=True) if weight
        )
        return sum(earned, Decimal(0)) / sum_

    def _months(self, found: Sequence[tuple[Task, Span]], whole: Decimal) -> Mapping[int, Decimal]:
        months: dict[int, Decimal] = {}
        weights = self._shares([task for task, _ in found], whole)
        for (_, span), weight in zip(found, weights, strict=True):
            for number, part in self._spans.by_month(span).items():
                months[number] = months.get(number, Decimal(0)) + weight * part
        return months

    def _shares(self, tasks: Sequence[Task], whole: Decimal) -> Sequence[Decimal]:
        costs = [_cost(task, self._currency) for task in tasks]
        return shares(costs, [self._length(task) for task in tasks], whole)

    def _elapsed(self, task: Task) -> Decimal:
        """The share of its working time that a task should have behind it."""
        span = self._spans.task(task)
        return Decimal(0) if span is None else self._spans.elapsed(span)

    def _length(self, task: Task) -> int:
        """The work of a task in minutes: its effort, or its duration for each unit assigned."""
        day, week = self._plan.day_minutes, self._plan.week_minutes
        if task.effort is not None:
            return task.effort.minutes(day, week)
        length = task.duration or (task.estimate.likely if task.estimate else None)
        units = sum(task.assigned.values()) or 1.0
        return 0 if length is None else round(length.minutes(day, week) * units)


def _cost(task: Task, currency: str) -> Decimal | None:
    """The cost of a task in a currency; None without one."""
    cost = task.cost
    is_usable = cost is not None and cost.amount > 0 and cost.currency in {None, currency}
    return cost.amount if cost is not None and is_usable else None
