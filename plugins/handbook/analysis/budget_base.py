"""The budget base: the parts of a budget, which always add up to it (ANSI/EIA-748).

Contingency is inside the baseline that performance is measured against, the management reserve outside it.
Money that is drawn moves from a reserve to the work. Numbers in, numbers out.
"""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class BudgetBase:
    """What was planned for the work, what was set aside, and what was drawn out of either reserve.

    All are sums of one currency; ``contingency`` and ``management`` are the reserves before anything was
    drawn.
    """

    work: Decimal
    contingency: Decimal = Decimal(0)
    management: Decimal = Decimal(0)
    contingency_drawn: Decimal = Decimal(0)
    management_drawn: Decimal = Decimal(0)

    @property
    def budget_at_completion(self) -> Decimal:
        """BAC: the budget of the work, with what was drawn for it."""
        return self.work + self.contingency_drawn + self.management_drawn

    @property
    def contingency_left(self) -> Decimal:
        """Contingency that is not drawn; negative if more was drawn than there was."""
        return self.contingency - self.contingency_drawn

    @property
    def management_left(self) -> Decimal:
        """Management reserve that is not drawn; negative if more was drawn than there was."""
        return self.management - self.management_drawn

    @property
    def baseline(self) -> Decimal:
        """PMB, the performance measurement baseline: BAC and the contingency that is left."""
        return self.budget_at_completion + self.contingency_left

    @property
    def total(self) -> Decimal:
        """CBB, the contract budget base: PMB and the management reserve that is left."""
        return self.baseline + self.management_left
