"""Earned value: what was planned, earned and spent up to one day, and what follows from it.

Terms and formulas are those of ANSI/EIA-748 and of PMI's Standard for Earned Value Management (2019). Numbers
in, numbers out: all sums are of one currency. A figure that is not defined is None, never a number that
looks like one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Manner = Literal["typical", "atypical", "combined"]
"""How the rest is expected to go: at the efficiency so far, as planned, or at that of cost and schedule."""
MANNERS: tuple[Manner, ...] = ("typical", "atypical", "combined")
"""All of them, in the order in which they are told."""

_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class EarnedValue:
    """The four sums that earned value is made of.

    ``budget_at_completion`` (BAC) is the budget of all work, ``planned_value`` (PV) that of the work planned
    up to the day, None if no plan was agreed, ``earned_value`` (EV) that of the work done, None if it is not
    known, and ``actual_cost`` (AC) what was spent.
    """

    budget_at_completion: Decimal
    planned_value: Decimal | None
    earned_value: Decimal | None
    actual_cost: Decimal

    @classmethod
    def total(cls, values: "Iterable[EarnedValue]") -> "EarnedValue":
        """The sum of several, figure by figure; one that is not known in all of them is not known of all."""
        found = tuple(values)
        return cls(
            sum((one.budget_at_completion for one in found), _NOTHING),
            _sum([one.planned_value for one in found]),
            _sum([one.earned_value for one in found]),
            sum((one.actual_cost for one in found), _NOTHING),
        )

    @property
    def schedule_variance(self) -> Decimal | None:
        """SV = EV - PV; negative when less was done than planned."""
        return _less(self.earned_value, self.planned_value)

    @property
    def cost_variance(self) -> Decimal | None:
        """CV = EV - AC; negative when more was spent than the work was to cost."""
        return _less(self.earned_value, self.actual_cost)

    @property
    def schedule_performance_index(self) -> Decimal | None:
        """SPI = EV / PV; None while nothing was planned."""
        return _over(self.earned_value, self.planned_value)

    @property
    def cost_performance_index(self) -> Decimal | None:
        """CPI = EV / AC; None while nothing was spent."""
        return _over(self.earned_value, self.actual_cost)

    @property
    def share_done(self) -> Decimal | None:
        """EV / BAC."""
        return _over(self.earned_value, self.budget_at_completion)

    @property
    def share_spent(self) -> Decimal | None:
        """AC / BAC."""
        return _over(self.actual_cost, self.budget_at_completion)

    @property
    def remaining(self) -> Decimal | None:
        """The budget of the work that is still to do, BAC - EV; nothing once all is earned."""
        left = _less(self.budget_at_completion, self.earned_value)
        return None if left is None else max(left, _NOTHING)

    def estimate_to_complete(self, manner: Manner = "typical") -> Decimal | None:
        """ETC: what the rest will cost. Nothing once all is earned; None if its efficiency is not known.

        The rest costs its budget if it goes as planned (atypical), its budget / CPI at the efficiency so far
        (typical), and its budget / (CPI x SPI) if lost time is to be made good as well (combined).
        """
        left, efficiency = self.remaining, self._efficiency(manner)
        if left is None or left == _NOTHING:
            return left
        return _over(left, efficiency)

    def estimate_at_completion(self, manner: Manner = "typical") -> Decimal | None:
        """EAC = AC + ETC: BAC / CPI, AC + (BAC - EV), or AC + (BAC - EV) / (CPI x SPI)."""
        rest = self.estimate_to_complete(manner)
        return None if rest is None else self.actual_cost + rest

    def variance_at_completion(self, manner: Manner = "typical") -> Decimal | None:
        """VAC = BAC - EAC; negative when the work will cost more than its budget."""
        return _less(self.budget_at_completion, self.estimate_at_completion(manner))

    def to_complete_performance_index(self, target: Decimal | None = None) -> Decimal | None:
        """TCPI = (BAC - EV) / (target - AC): the efficiency that the rest needs to end at ``target``.

        The target is BAC if none is given. None once it is spent: no efficiency can reach it any more.
        """
        aim = self.budget_at_completion if target is None else target
        return _over(self.remaining, aim - self.actual_cost)

    def _efficiency(self, manner: Manner) -> Decimal | None:
        """What a unit of cost earns from now on."""
        cpi, spi = self.cost_performance_index, self.schedule_performance_index
        if manner == "atypical":
            return Decimal(1)
        if manner == "typical":
            return cpi
        return None if cpi is None or spi is None else cpi * spi


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    known = list(amounts)
    return None if None in known else sum((one for one in known if one is not None), _NOTHING)


def _less(value: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if value is None or other is None else value - other


def _over(value: Decimal | None, other: Decimal | None) -> Decimal | None:
    """A ratio; None over nothing, or over less than nothing."""
    return None if value is None or other is None or other <= _NOTHING else value / other
