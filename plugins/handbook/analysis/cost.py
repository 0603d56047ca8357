"""Cost: the budget of a project with its earned value and earned schedule.

Every line of the budget is an account: its money is spread over months by its profile, or else over the
working time of its tasks, agreed dates before present ones, or else over the project. Tasks earn by their
measure, in proportion to their cost, or to their work where they have none. A line without tasks is level of
effort: it earns what was planned. What is drawn from a reserve is budget from the month on in which it was.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil

from handbook.analysis.account import Account
from handbook.analysis.budget_base import BudgetBase
from handbook.analysis.earned_schedule import EarnedSchedule
from handbook.analysis.earned_value import EarnedValue
from handbook.records.kinds.budget_line import BudgetLine
from handbook.records.types.month import Month

_MOST_MONTHS = 1200
_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Cost:
    """The money of one project, in its own ``currency``.

    ``start`` is that of the project, or the first month in which money was to be spent if that is earlier;
    ``months`` are those from there to the last one, none if nothing tells when money is to be spent;
    ``planned`` is the planned value at their ends, added up, ``ends`` the times of these ends in months since
    ``start``, and ``spent`` what was spent in each month up to the status date. ``approved`` is what the
    sponsor agreed to: the total of the budget, and what was released to it from the management reserve.
    ``value`` is the earned value on the status date; ``schedule`` the earned schedule in months, None unless
    it is known what was agreed and what is earned.
    """

    currency: str
    base: BudgetBase
    approved: Decimal
    accounts: tuple[Account, ...]
    start: date
    months: tuple[Month, ...]
    planned: tuple[Decimal, ...]
    ends: tuple[Decimal, ...]
    spent: Mapping[Month, Decimal]
    value: EarnedValue
    schedule: EarnedSchedule | None

    @property
    def forecast(self) -> Decimal | None:
        """What all of it will have cost, if the rest costs as much for its worth as what is done.

        While nothing is earned, the rest is taken to cost what was planned for it. None while nothing is
        spent, and if it is not known what is earned.
        """
        if self.value.actual_cost <= _NOTHING:
            return None
        typical = self.value.estimate_at_completion()
        return self.value.estimate_at_completion("atypical") if typical is None else typical

    @property
    def overrun(self) -> Decimal | None:
        """The share of what was approved by which the forecast exceeds it; negative below it."""
        forecast = self.forecast
        return None if forecast is None or self.approved <= _NOTHING else forecast / self.approved - 1

    @property
    def finish(self) -> Month | None:
        """The month in which the work will be done by its earned schedule; None if that is not known."""
        time = self.schedule.estimate_at_completion if self.schedule else None
        if time is None or time > _MOST_MONTHS:
            return None
        begun = Month.of(self.start)
        passed = Decimal(self.start.day - 1) / begun.last.day
        return Month.numbered(begun.number + max(ceil(passed + time) - 1, 0))

    def account(self, line: BudgetLine | None) -> Account | None:
        """The account of a line, or of what belongs to none."""
        return next((one for one in self.accounts if one.line is line), None)

    def __str__(self) -> str:
        value = self.value
        total = (
            f"BAC {value.budget_at_completion}, PV {value.planned_value}, "
            f"EV {value.earned_value}, AC {value.actual_cost}"
        )
        return "\n".join([total, *map(str, self.accounts)])
