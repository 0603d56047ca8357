"""Baselined fields: what records say of what the baseline has fixed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from handbook.analysis.written import Measure
from handbook.records.book import Book
from handbook.records.kinds.baseline import Baseline
from handbook.records.kinds.budget import Budget
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.project import Project
from handbook.records.kinds.task import Task
from handbook.records.record import Record
from handbook.records.types.duration import Duration
from handbook.records.types.money import Money


@dataclass(frozen=True, slots=True)
class Baselined:
    """One field of one record, as it was agreed and as it stands now."""

    record: Record
    field: str
    agreed: date | Money | Duration
    found: date | Money | Duration
    differs: bool

    @property
    def key(self) -> tuple[str, str]:
        """Address and field, as `change_control.Altered.key`."""
        return self.record.address.casefold(), self.field


def baselined(book: Book, project: Project, baseline: Baseline, measure: Measure) -> Iterator[Baselined]:
    """What a baseline fixes: promises of milestones, effort and cost of tasks, and the total of the budget.

    Dates of tasks are forecasts: they follow from the plan, and need no change request; nor does effort that
    follows from duration and people. What work still takes is told by ``remaining``, beside its effort.
    """
    currency = measure.currency
    entries = {name.casefold(): entry for name, entry in baseline.entries.items()}
    for milestone in book.of(Milestone, project.id):
        agreed = entries.get(milestone.id.casefold())
        if agreed and milestone.due and not milestone.withheld:
            differs = milestone.due != agreed.finish
            yield Baselined(milestone, "due", agreed.finish, milestone.due, differs)
    for task in book.of(Task, project.id):
        agreed = entries.get(task.id.casefold())
        if agreed is None or task.withheld:
            continue
        if agreed.effort and task.effort:
            one, other = (_minutes(effort, measure) for effort in (agreed.effort, task.effort))
            yield Baselined(task, "effort", agreed.effort, task.effort, one != other)
        if agreed.cost and task.cost:
            yield _money(task, "cost", agreed.cost, task.cost, currency)
    for budget in book.of(Budget, project.id):
        if baseline.budget_at_completion and budget.total and not budget.withheld:
            yield _money(budget, "total", baseline.budget_at_completion, budget.total, currency)


def _minutes(effort: Duration, measure: Measure) -> int:
    return effort.minutes(measure.day_minutes, measure.week_minutes)


def _money(record: Record, field: str, agreed: Money, found: Money, currency: str | None) -> Baselined:
    one, other = (Money(sum_.amount, sum_.currency or currency) for sum_ in (agreed, found))
    return Baselined(record, field, agreed, found, one != other)
