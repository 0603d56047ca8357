"""Budgets to be checked: those of projects that have not ended, as far as all of them was read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from handbook.analysis.cost import Cost
from handbook.analysis.costing import currency_of
from handbook.analysis.ledger import in_one_currency
from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import has_sound_plan, is_complete
from handbook.checks.standing import open_projects
from handbook.records.kinds.baseline import Baseline
from handbook.records.kinds.budget import Budget
from handbook.records.kinds.budget_line import BudgetLine
from handbook.records.kinds.project import Project
from handbook.records.kinds.settings import Settings
from handbook.records.types.money import Money


@dataclass(frozen=True, slots=True)
class Budgeted:
    """A project with its budget and the lines of it, all in one currency."""

    project: Project
    budget: Budget
    lines: tuple[BudgetLine, ...]
    currency: str

    def said(self, amount: Decimal) -> str:
        """An amount as it is written in messages: ``12 000 EUR``."""
        return str(Money(amount, self.currency)).replace("\u00a0", " ")


@dataclass(frozen=True, slots=True)
class Costed:
    """A budget whose earned value follows from all that is written."""

    of: Budgeted
    cost: Cost


def budgets(portfolio: Portfolio) -> Iterator[Budgeted]:
    """The budgets of projects that have not ended."""
    book = portfolio.book
    for project in open_projects(book):
        budget, lines = book.get(Budget, Budget.kind, project.id), book.of(BudgetLine, project.id)
        currency = currency_of(book, project)
        if (
            budget is not None
            and is_complete(book, project.id, Budget, BudgetLine, Project)
            and is_complete(book, None, Settings)
            and in_one_currency(budget, lines, currency)
        ):
            yield Budgeted(project, budget, lines, currency)


def costs(portfolio: Portfolio) -> Iterator[Costed]:
    """The budgets of projects whose plans and baselines lack nothing either."""
    book = portfolio.book
    for one in budgets(portfolio):
        cost = portfolio.cost(one.project.id)
        is_sound = has_sound_plan(book, one.project.id) and is_complete(book, one.project.id, Baseline)
        if cost is not None and is_sound:
            yield Costed(one, cost)


def total(amounts: Iterable[Money]) -> Decimal:
    """The sum of several sums of one currency."""
    return sum((money.amount for money in amounts), Decimal(0))


def below(costed: Costed, index: Decimal | None, least: float, done: float) -> bool:
    """Whether an index is under its limit, once so much of the work is done that it tells something."""
    share = costed.cost.value.share_done
    return (
        index is not None
        and share is not None
        and share >= Decimal(str(done))
        and index < Decimal(str(least))
    )
