"""Earned trend: earned value at the end of each month up to now, as the records of today tell it.

Nothing keeps what was said of progress a month ago. It follows from when work began and finished, when
milestones were reached and when reserves were drawn; only percent complete between two such days is taken to
grow evenly.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from handbook.analysis.account import Account, earned_of
from handbook.analysis.axis import position
from handbook.analysis.cost import Cost
from handbook.analysis.earned_schedule import EarnedSchedule
from handbook.analysis.earned_value import EarnedValue
from handbook.analysis.timing import Work
from handbook.planning.plan import Plan
from handbook.records.book import Book
from handbook.records.kinds.project import Project
from handbook.records.types.month import Month

_NOTHING = Decimal(0)
_MOST = 200_000
"""Tasks times months that are looked at: of a plan larger than anybody meant, the latest months are told."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a project stood at the end of a month, or stands on the status date.

    ``time`` is counted in months since the start of the plan; ``schedule`` is None where planned or earned
    value is not known.
    """

    month: Month
    time: Decimal
    value: EarnedValue
    schedule: EarnedSchedule | None
    is_now: bool = False


def earned_trend(book: Book, project: Project, plan: Plan, cost: Cost) -> tuple[Standing, ...]:
    """The standings of a project: one for each month that is over, and one for the status date."""
    return tuple(_Trend(book, project, plan, cost).standings())


class _Trend:
    def __init__(self, book: Book, project: Project, plan: Plan, cost: Cost) -> None:
        self._cost = cost
        self._status = book.status_date
        self._work = Work(book, project, plan, cost.currency)

    def standings(self) -> Iterator[Standing]:
        """The standings in order of time."""
        cost = self._cost
        past = [
            (at, month)
            for at, month in enumerate(cost.months)
            if month.last + timedelta(days=1) < self._status
        ]
        tasks = sum(len(account.tasks) for account in cost.accounts)
        for at, month in past[-max(_MOST // max(tasks, 1), 1) :]:
            value = self._value(at, month)
            time = cost.ends[at]
            yield Standing(month, time, value, self._schedule(value, time))
        now = max(position(self._status) - position(cost.start), _NOTHING)
        yield Standing(Month.of(self._status), now, cost.value, cost.schedule, is_now=True)

    def _schedule(self, value: EarnedValue, time: Decimal) -> EarnedSchedule | None:
        if value.planned_value is None or value.earned_value is None:
            return None
        return EarnedSchedule.of(self._cost.planned, value.earned_value, time, self._cost.ends)

    def _value(self, at: int, month: Month) -> EarnedValue:
        cost = self._cost
        budget = sum((one.budget_in(month) for one in cost.accounts), _NOTHING)
        planned = cost.planned[at] if cost.value.planned_value is not None else None
        spent = sum((amount for when, amount in cost.spent.items() if when <= month), _NOTHING)
        return EarnedValue(budget, planned, self._earned(at, month), spent)

    def _earned(self, at: int, month: Month) -> Decimal | None:
        """What all accounts had earned; what was drawn for none of them, in the same proportion."""
        lines = [one for one in self._cost.accounts if one.tasks or one.line]
        rest = [one for one in self._cost.accounts if not (one.tasks or one.line)]
        found: list[Decimal] = []
        for account in lines:
            earned = self._of(account, at, month)
            if earned is None:
                return None
            found.append(earned)
        whole, earned = _budget(lines, month), sum(found, _NOTHING)
        share = earned / whole if whole else Decimal(1)
        shared = (earned_of(one.budget_in(month), share) or _NOTHING for one in rest) if lines else ()
        return sum((*shared, earned), _NOTHING)

    def _of(self, account: Account, at: int, month: Month) -> Decimal | None:
        if account.earned is None:
            return None
        if not account.tasks:
            return account.planned[at]
        share = self._work.earned(account.tasks, account.whole, month.last + timedelta(days=1))
        return earned_of(account.budget_in(month), share)


def _budget(accounts: Sequence[Account], month: Month) -> Decimal:
    return sum((one.budget_in(month) for one in accounts), _NOTHING)
