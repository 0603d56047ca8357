"""Accounts: one line of a budget with what was planned, earned and spent on it."""

from dataclasses import dataclass
from decimal import Decimal

from handbook.analysis.earned_schedule import EarnedSchedule
from handbook.analysis.earned_value import EarnedValue
from handbook.analysis.phasing import cents
from handbook.analysis.timing import Basis
from handbook.records.kinds.budget_line import BudgetLine
from handbook.records.kinds.task import Task
from handbook.records.types.month import Month


@dataclass(frozen=True, slots=True)
class Account:
    """A line of a budget, or with ``line`` None what belongs to no line.

    ``budget`` is what was planned for it and released to it from reserves; ``planned`` how much of it was
    planned up to the end of each month of the project's budget; ``earned`` what its tasks earned, None if
    some may not be shown. ``spent`` and ``committed`` are sums up to the status date. ``agreed`` tells that
    its months do not move with the plan: without that nothing says what should be done by now, and ``due``,
    the planned value on the status date, and ``schedule``, the earned schedule since its own first month, are
    None. ``drawn`` is what was released to it, with the months from which on it was budget.

    A line is the control account of ANSI/EIA-748: the point where scope (its tasks), budget and actual cost
    meet, and the finest one for which all three are known.
    """

    line: BudgetLine | None
    tasks: tuple[Task, ...]
    budget: Decimal
    planned: tuple[Decimal, ...]
    earned: Decimal | None
    spent: Decimal
    committed: Decimal
    basis: Basis
    agreed: bool
    drawn: tuple[tuple[Decimal, Month], ...] = ()
    due: Decimal | None = None
    schedule: EarnedSchedule | None = None

    @property
    def value(self) -> EarnedValue:
        """Its earned value on the status date."""
        return EarnedValue(self.budget, self.due, self.earned, self.spent)

    @property
    def whole(self) -> Decimal:
        """What was planned for it before anything was drawn."""
        return self.budget - sum((amount for amount, _ in self.drawn), Decimal(0))

    def budget_in(self, month: Month) -> Decimal:
        """What was its budget at the end of a month."""
        return self.budget - sum((amount for amount, drawn in self.drawn if drawn > month), Decimal(0))

    def __str__(self) -> str:
        name = self.line.id if self.line else "-"
        return f"{name}: {self.budget} planned by {self.basis}, {self.earned} earned, {self.spent} spent"


def earned_of(budget: Decimal, share: Decimal | None) -> Decimal | None:
    """What a share of a budget is worth, in whole cents and never more than the budget."""
    return None if share is None else budget if share >= 1 else min(cents(budget * share), budget)
