"""Costing: the way from the records of a budget to its earned value."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import NamedTuple

from handbook.analysis.account import Account, earned_of
from handbook.analysis.axis import Axis, Phase
from handbook.analysis.cost import Cost
from handbook.analysis.earned_schedule import EarnedSchedule, first_planned, value_at
from handbook.analysis.earned_value import EarnedValue
from handbook.analysis.leaves import Leaves
from handbook.analysis.ledger import Ledger, is_sound
from handbook.analysis.phasing import added, phased
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
_MOST_SHARES = 50_000
"""Tasks of all lines together; one that two lines name counts twice."""
_MOST_CELLS = 500_000
"""Months of all lines together."""


def currency_of(book: Book, project: Project) -> str:
    """The currency that a project counts in: its own, or that of the settings."""
    return project.currency or book.settings.currency


def cost(book: Book, project: Project, plan: Plan) -> Cost | None:
    """The money of a project; None without a budget, or if its sums cannot be added up.

    They cannot if one is in another currency, if less than nothing is planned somewhere, or if lines name so
    many tasks that nobody could have meant it: records may come from anyone, and must not take minutes.
    """
    budget = book.get(Budget, Budget.kind, project.id)
    lines = book.of(BudgetLine, project.id)
    if budget is None or not is_sound(budget, lines, currency_of(book, project)):
        return None
    leaves = Leaves(book, project.id)
    if sum(leaves.count(line.wbs) for line in lines) > _MOST_SHARES:
        return None
    return _Costing(book, project, plan, Ledger(book, project, budget, lines), leaves, lines).cost()


class _Piece(NamedTuple):
    """A sum and how it is spread; None if nothing tells."""

    amount: Decimal
    phase: Phase | None


class _Draft(NamedTuple):
    """An account before the axis of its project is known; ``rest`` shares in what all others earn."""

    account: Account
    pieces: tuple[_Piece, ...]
    rest: bool = False

    @property
    def phases(self) -> Iterator[Phase]:
        """How its money is spread, as far as that is known."""
        return (piece.phase for piece in self.pieces if piece.amount and piece.phase)

    def curve(self, axis: Axis) -> tuple[Decimal, ...]:
        """What is planned up to the end of each period; what nothing tells of comes last."""
        periods = len(axis.ends)
        none = [_NOTHING] * periods
        curves = (
            phased(piece.amount, axis.weights(piece.phase) if piece.phase else none) for piece in self.pieces
        )
        return added(curves, periods)


class _Costing:
    """The costing of one budget."""

    def __init__(
        self,
        book: Book,
        project: Project,
        plan: Plan,
        ledger: Ledger,
        leaves: Leaves,
        lines: Sequence[BudgetLine],
    ) -> None:
        self._project, self._plan, self._lines = project, plan, lines
        self._status = book.status_date
        self._currency = currency_of(book, project)
        self._ledger = ledger
        self._leaves = leaves
        self._work = Work(book, project, plan, self._currency)

    def cost(self) -> Cost:
        """The cost of the project."""
        drafts = [self._of_line(line) for line in self._lines]
        drafts.append(self._of_the_rest() if self._lines else self._of_all())
        axis = self._axis(drafts)
        curves = [draft.curve(axis) if axis else () for draft in drafts]
        accounts = _shared(
            [self._settled(draft, curve, axis) for draft, curve in zip(drafts, curves, strict=True)], drafts
        )
        if axis:
            accounts = [
                self._timed(account, curve, axis) for account, curve in zip(accounts, curves, strict=True)
            ]
        planned = added(curves, len(axis.ends)) if axis else ()
        is_agreed = axis is not None and all(one.agreed for one in accounts if one.budget)
        value = EarnedValue(
            self._ledger.base.budget_at_completion,
            value_at(planned, axis.elapsed, axis.ends) if axis and is_agreed else None,
            _sum([one.earned for one in accounts]),
            sum((one.spent for one in accounts), _NOTHING),
        )
        return Cost(
            self._currency,
            self._ledger.base,
            self._ledger.approved,
            tuple(accounts),
            axis.start if axis else self._project.start,
            axis.months if axis else (),
            axis.by_month(planned) if axis else (),
            axis.by_month(axis.ends) if axis else (),
            self._ledger.spent,
            value,
            self._schedule(value, planned, axis, accounts) if axis and is_agreed else None,
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
        return self._draft(None, (), _NOTHING, Timing(None, "project", agreed=True))._replace(rest=True)

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
            drawn=entries.drawn,
            spent=entries.spent,
            committed=entries.committed,
            basis=timing.basis,
            agreed=timing.agreed,
        )
        drawn = (_Piece(amount, self._drawn(month)) for amount, month in entries.drawn)
        return _Draft(account, (_Piece(whole, timing.phase), *drawn))

    def _drawn(self, month: Month) -> Phase:
        """What is drawn in a month is planned in it, and in that of the status date at once."""
        is_now = month == Month.of(self._status)
        return Phase({month.number: Decimal(1)}, Decimal(is_now), month.last)

    def _axis(self, drafts: Iterable[_Draft]) -> Axis | None:
        """The months of all money; None if none is spread, or over more than a century."""
        phases = [phase for draft in drafts for phase in draft.phases]
        start = self._project.start
        first = min((number for phase in phases for number in phase.months), default=None)
        if first is None:
            return None
        if first < Month.of(start).number:
            start = Month.numbered(first).first
        until = max(start, *(phase.until for phase in phases))
        months = Month.of(until).number - Month.of(start).number + 1
        is_told = months <= MOST_MONTHS and months * len(self._lines) <= _MOST_CELLS
        return Axis(start, until, self._status) if is_told else None

    def _settled(self, draft: _Draft, planned: tuple[Decimal, ...], axis: Axis | None) -> Account:
        """The account of a draft with its months; without tasks it earns what was planned."""
        account = draft.account
        if axis is None:
            return account if account.budget or account.tasks else replace(account, earned=_NOTHING)
        account = replace(account, planned=axis.by_month(planned))
        if account.tasks or not all(piece.phase for piece in draft.pieces if piece.amount):
            return account
        done = self._project.status == "completed"
        return replace(account, earned=account.budget if done else value_at(planned, axis.elapsed, axis.ends))

    def _timed(self, account: Account, planned: tuple[Decimal, ...], axis: Axis) -> Account:
        """An account with what should be done of it by now, and its own earned schedule."""
        if not account.agreed:
            return account
        account = replace(account, due=value_at(planned, axis.elapsed, axis.ends))
        schedule = self._schedule(account.value, planned, axis, [account])
        if schedule is None or not account.budget:
            return account
        if not account.tasks:  # level of effort is never late, and over when its time is
            time = min(schedule.actual_time, schedule.planned_duration)
            schedule = replace(schedule, actual_time=time, earned=time)
        return replace(account, schedule=schedule.since(first_planned(planned, axis.ends)))

    def _schedule(
        self, value: EarnedValue, planned: Sequence[Decimal], axis: Axis, accounts: Iterable[Account]
    ) -> EarnedSchedule | None:
        """The earned schedule; time stops with the last task once all is earned."""
        if value.earned_value is None:
            return None
        ends = [
            entry.finish.date()
            for account in accounts
            for task in self._work.worthwhile(account.tasks, account.whole)
            if (entry := self._plan.entry(task))
        ]
        is_open = value.remaining or not ends or max(ends) >= self._status
        passed = axis.elapsed if is_open else axis.time(max(ends) + timedelta(days=1))
        return EarnedSchedule.of(planned, value.earned_value, passed, axis.ends)


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
