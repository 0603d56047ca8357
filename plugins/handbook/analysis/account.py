"""Accounts: one line of a budget with what was planned, earned and spent on it."""

from dataclasses import dataclass
from decimal import Decimal

from handbook.analysis.phasing import cents
from handbook.analysis.timing import Basis
from handbook.records.kinds.budget_line import BudgetLine
from handbook.records.kinds.task import Task


@dataclass(frozen=True, slots=True)
class Account:
    """A line of a budget, or with ``line`` None what belongs to no line.

    ``budget`` is what was planned for it and released to it from reserves; ``planned`` how much of it was
    planned up to the end of each month of the project's budget; ``earned`` what its tasks earned, None if
    some may not be shown. ``spent`` and ``committed`` are sums up to the status date. ``agreed`` tells that
    its months do not move with the plan: without that nothing says what should be done by now.
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

    def __str__(self) -> str:
        name = self.line.id if self.line else "-"
        return f"{name}: {self.budget} planned by {self.basis}, {self.earned} earned, {self.spent} spent"


def earned_of(budget: Decimal, share: Decimal | None) -> Decimal | None:
    """What a share of a budget is worth, in whole cents and never more than the budget."""
    return None if share is None else budget if share >= 1 else min(cents(budget * share), budget)
