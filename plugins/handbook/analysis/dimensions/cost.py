"""Cost: what all of it will have cost, against the approved budget.

Judged is the forecast at completion: if the rest costs as much for its worth as what is done (BAC / CPI).
While nothing is earned, the rest counts as it was planned. The budget contains the contingency reserve.

- red: the forecast exceeds the budget by the red threshold or more, or by more than the cost tolerance of
  the charter if it has one
- amber: it exceeds the budget by the amber threshold or more
- green: it does not
- none: no budget is recorded, or not for this reader; nothing is spent; or its sums cannot be added up
"""

from decimal import Decimal
from typing import NamedTuple

from handbook.analysis.case import Case
from handbook.analysis.cost import Cost
from handbook.analysis.health import Verdict
from handbook.records.kinds.budget import Budget
from handbook.records.parts import Colour
from handbook.records.types.money import Money


class CostLimits(NamedTuple):
    """The shares over the budget at which cost is amber and red; ``tolerance`` goes before red."""

    amber: Decimal
    red: Decimal
    tolerance: Decimal | None = None

    @classmethod
    def of(cls, case: Case) -> "CostLimits":
        """The limits of a project."""
        thresholds = case.book.settings.thresholds.cost
        tolerances = case.project.tolerances
        tolerance = None if tolerances is None or tolerances.cost is None else _exact(tolerances.cost)
        return cls(_exact(thresholds.amber), _exact(thresholds.red), tolerance)

    def colour(self, overrun: Decimal) -> Colour:
        """The colour of an overrun, a share of the budget."""
        if overrun <= 0:
            return "green"
        if overrun >= self.red if self.tolerance is None else overrun > self.tolerance:
            return "red"
        return "amber" if overrun >= self.amber else "green"

    def __str__(self) -> str:
        amber = f"amber from {percent(self.amber)} over the budget"
        if self.tolerance is not None:
            return f"{amber}, red beyond the tolerance of {percent(self.tolerance)}"
        return f"{amber}, red from {percent(self.red)}"


def judge(case: Case) -> Verdict:
    """The colour of cost."""
    if case.cost is None:
        return Verdict("none", _unknown(case))
    overrun, limits = case.cost.overrun, CostLimits.of(case)
    if overrun is None:
        return Verdict("none", _unjudged(case.cost))
    return Verdict(limits.colour(overrun), _reason(case.cost, overrun), str(limits))


def percent(share: Decimal) -> str:
    """``5%`` or ``2.5%``: a share with one decimal at most."""
    return f"{round(share * 100, 1).normalize():f}%"


def _reason(cost: Cost, overrun: Decimal) -> str:
    """``forecast 126 000 EUR, 5% over the budget of 120 000 EUR``."""
    is_done = cost.value.remaining == 0
    forecast = cost.forecast or Decimal(0)
    told, amount = ("cost", forecast) if is_done else ("forecast", _rough(forecast))
    if not round(overrun * 100, 1):
        return f"{told} as budgeted, {_whole(cost.approved, cost)}"
    much = f"{percent(abs(overrun))} {'over' if overrun > 0 else 'under'}"
    return f"{told} {_whole(amount, cost)}, {much} the budget of {_whole(cost.approved, cost)}"


def _rough(amount: Decimal) -> Decimal:
    """A forecast with the four digits that it is worth."""
    return round(amount, 3 - amount.adjusted()) if amount else amount


def _whole(amount: Decimal, cost: Cost) -> str:
    """A sum in whole units of its currency."""
    return str(Money(Decimal(round(amount)), cost.currency))


def _unjudged(cost: Cost) -> str:
    """Why there is no forecast."""
    if cost.value.actual_cost <= 0:
        return f"nothing spent of {_whole(cost.approved, cost)}"
    if cost.approved <= 0:
        return "the budget is empty"
    return "some of the work is not shown"


def _unknown(case: Case) -> str:
    """Why there are no figures."""
    if case.book.get(Budget, Budget.kind, case.project.id) is not None:
        return "the sums of the budget cannot be added up"
    is_hidden = case.book.is_hidden(Budget.kind, case.project.id)
    return "the budget is not shown" if is_hidden else "no budget recorded"


def _exact(share: float) -> Decimal:
    return round(Decimal(share), 6)
