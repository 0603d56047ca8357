"""Costing: the way from the records of a budget to its earned value."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from handbook.analysis.account import Account, Piece, curve, earned_of
from handbook.analysis.cost import Cost
from handbook.analysis.earned_schedule import EarnedSchedule, value_at
from handbook.analysis.earned_value import EarnedValue
from handbook.analysis.leaves import Leaves
from handbook.analysis.ledger import Ledger, is_sound
from handbook.analysis.phasing import added, cents
from handbook.analysis.spans import MOST_MONTHS
from handbook.analysis.timing import Timing, Work
from handbook.planning.plan import Plan
from handbook.records.book import Book
from handbook.records.kinds.budget import Budget
from handbook.records.kinds.budget_line import BudgetLine
from handbook.records.kinds.project import Project
from handbook.records.kinds.task import Task
from handbook.records.types.month import Month

_NOTHING = Decimal(0)
_UNLINED = Timing({}, "project", agreed=True)


def currency_of(book: Book, project: Project) -> str:
    """The currency that a project counts in: its own, or that of the settings."""
    return project.currency or book.settings.currency


def cost(book: Book, project: Project, plan: Plan) -> Cost | None:
    """The money of a project; None without a budget, or if its sums cannot be added up.

    They cannot if one is in another currency, or if less than nothing is planned somewhere.
    """
    budget = book.get(Budget, Budget.kind, project.id)
    lines = book.of(BudgetLine, project.id)
    if budget is None or not is_sound(budget, lines, currency_of(book, project)):
        return None
    return _Costing(book, project, plan, budget, lines).cost()


@dataclass(frozen=True, slots=True)
class _Draft:
    """An account before the months of its project are known; ``rest`` shares in what all others earn."""

    account: Account
    pieces: tuple[Piece, ...]
    rest: bool = False


class _Costing:
    """The costing of one budget."""

    def __init__(
        self, book: Book, project: Project, plan: Plan, budget: Budget, lines: Sequence[BudgetLine]
    ) -> None:
        self._project, self._plan, self._lines = project, plan, lines
        self._status = book.status_date
        self._currency = currency_of(book, project)
        self._ledger = Ledger(book, project, budget, lines)
        self._leaves = Leaves(book, project.id)
        self._work = Work(book, project, plan, self._currency)

    def cost(self) -> Cost:
        """The cost of the project."""
        drafts = [self._of_line(line) for line in self._lines]
        drafts.append(self._of_the_rest() if self._lines else self._of_all())
        first, periods = _axis(drafts, self._project.start)
        time = _position(self._status, first)
        accounts = _shared([self._settled(draft, first, periods, time) for draft in drafts], drafts)
        planned = added((one.planned for one in accounts), periods)
        agreed = periods > 0 and all(one.agreed for one in accounts if one.budget)
        value = EarnedValue(
            self._ledger.base.budget_at_completion,
            cents(value_at(planned, time)) if agreed else None,
            _sum([one.earned for one in accounts]),
            sum((one.spent for one in accounts), _NOTHING),
        )
        schedule = None
        if agreed and value.earned_value is not None:
            passed = self._passed(value, accounts, time, first)
            schedule = EarnedSchedule.of(planned, value.earned_value, passed)
        return Cost(
            self._currency,
            self._ledger.base,
            self._ledger.approved,
            tuple(accounts),
            tuple(Month.numbered(first + at) for at in range(periods)),
            planned,
            self._ledger.spent,
            value,
            schedule,
        )

    def _of_line(self, line: BudgetLine) -> _Draft:
        tasks = self._leaves.inside(line.wbs)
        whole = line.planned.amount
        return self._draft(line, tasks, whole, self._work.timing(line, tasks, whole))

    def _of_all(self) -> _Draft:
        """One account for a budget without lines."""
        tasks, whole = self._leaves.all(), self._ledger.base.work
        return self._draft(None, tasks, whole, self._work.timing(None, tasks, whole))

    def _of_the_rest(self) -> _Draft:
        """What was drawn for no line in particular; all work earns it together."""
        return replace(self._draft(None, (), _NOTHING, _UNLINED), rest=True)

    def _draft(
        self, line: BudgetLine | None, tasks: tuple[Task, ...], whole: Decimal, timing: Timing
    ) -> _Draft:
        entries = self._ledger.entries(line)
        budget = whole + entries.released
        account = Account(
            line=line,
            tasks=tasks,
            budget=budget,
            planned=(),
            earned=earned_of(budget, self._work.earned(tasks, whole)) if tasks else None,
            spent=entries.spent,
            committed=entries.committed,
            basis=timing.basis,
            agreed=timing.agreed,
        )
        drawn = (Piece(amount, {month.number: Decimal(1)}) for amount, month in entries.drawn)
        return _Draft(account, (Piece(whole, timing.months), *drawn))

    def _settled(self, draft: _Draft, first: int, periods: int, time: Decimal) -> Account:
        """The account of a draft with its months; without tasks it earns what was planned."""
        planned = curve(draft.pieces, first, periods)
        account = replace(draft.account, planned=planned)
        if account.tasks:
            return account
        if not all(piece.months for piece in draft.pieces if piece.amount):
            return account  # nothing tells when it was to be spent
        done = self._project.status == "completed"
        return replace(account, earned=account.budget if done else cents(value_at(planned, time)))

    def _passed(self, value: EarnedValue, accounts: Sequence[Account], time: Decimal, first: int) -> Decimal:
        """The months that passed up to the status date, or to the end of the work if all is earned."""
        ends = [
            entry.finish.date()
            for account in accounts
            for task in account.tasks
            if (entry := self._plan.entry(task))
        ]
        if value.remaining or not ends or max(ends) >= self._status:
            return time
        return _position(max(ends) + timedelta(days=1), first)


def _axis(drafts: Iterable[_Draft], start: date) -> tuple[int, int]:
    """The number of the first month, and how many there are; none if they last longer than a century."""
    months = [number for draft in drafts for piece in draft.pieces for number in piece.months if piece.amount]
    first = min([*months, Month.of(start).number])
    periods = max(months, default=first - 1) - first + 1
    return first, periods if periods <= MOST_MONTHS else 0


def _position(day: date, first: int) -> Decimal:
    """The months from the beginning of the first month to the beginning of a day."""
    month = Month.of(day)
    return month.number - first + Decimal(day.day - 1) / month.last.day


def _shared(accounts: Sequence[Account], drafts: Sequence[_Draft]) -> list[Account]:
    """The accounts, with what was drawn for no line earned as all lines are together."""
    lines = [account for account, draft in zip(accounts, drafts, strict=True) if not draft.rest]
    whole = sum((one.budget for one in lines), _NOTHING)
    earned = _sum([one.earned for one in lines])
    share = None if earned is None else earned / whole if whole else Decimal(1)
    return [
        replace(account, earned=earned_of(account.budget, share)) if draft.rest else account
        for account, draft in zip(accounts, drafts, strict=True)
    ]


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """The sum, None if one of them is not known."""
    total = _NOTHING
    for amount in amounts:
        if amount is None:
            return None
        total += amount
    return total
