"""Budgets: what was planned, spent, committed and set aside, and where the money comes from.

Example:
```yaml title="apollo/budget.yml"
total: 120k EUR
lines:
  L-1:
    title: Development
    category: staff
    planned: 80k EUR
    wbs: build
    profile: {2026-01: 20k EUR, 2026-02: 30k EUR, 2026-03: 30k EUR}
  L-2: {title: Hosting, category: services, planned: 30k EUR}
reserves: {contingency: 10k EUR, management: 5k EUR}
funding:
  - {source: Innovation fund, amount: 125k EUR, on: 2026-01-05, approved_by: eve}
actuals:
  - {period: 2026-01, line: L-1, amount: 21 400 EUR}
  - {period: 2026-02, line: L-1, amount: 28 150 EUR}
closed: {2026-01: 21 400 EUR}
commitments:
  - {title: Hosting contract, line: L-2, amount: 24k EUR, on: 2026-02-10, until: 2026-12-31}
```
"""

from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import Field

from handbook.records.kind import Kind, Nest
from handbook.records.record import Part, Record
from handbook.records.types.day import Day
from handbook.records.types.many import Many
from handbook.records.types.money import MoneyField
from handbook.records.types.month import MonthField
from handbook.records.types.reference import BudgetLineRef, ChangeRef, PartyRef, RiskRef
from handbook.records.types.text import Line


class Actual(Part):
    """Money spent in one month; entries are added and never changed."""

    period: MonthField = Field(description="The month it belongs to: 2026-03.")
    line: BudgetLineRef | None = Field(None, description="The line of the budget it is charged to.")
    amount: MoneyField = Field(description="What was spent; negative for a correction.")
    text: Line = Field("", description="What for: supplier, invoice.")


class Commitment(Part):
    """Money that is promised to somebody and not yet paid: an order, a contract."""

    title: Line = Field(description="What was ordered, and from whom.")
    line: BudgetLineRef | None = Field(None, description="The line of the budget it will be charged to.")
    amount: MoneyField = Field(description="What remains to be paid.")
    on: Day | None = Field(None, description="When it was promised.")
    until: Day | None = Field(None, description="When it is to be paid at the latest.")


class Drawdown(Part):
    """Money taken out of a reserve."""

    reserve: Literal["contingency", "management"] = Field(
        "contingency", description="The reserve it was taken from."
    )
    amount: MoneyField = Field(description="How much.")
    line: BudgetLineRef | None = Field(
        None, description="The line that it is added to; all work if none is named."
    )
    on: Day | None = Field(None, description="When.")
    risk: RiskRef | None = Field(None, description="The risk that occurred.")
    change: ChangeRef | None = Field(None, description="The change request that it pays for.")
    reason: Line = Field("", description="What for.")


class Reserves(Part):
    """Money set aside: contingency for known risks, management reserve for what nobody has foreseen."""

    contingency: MoneyField | None = Field(
        None, description="Within the budget, for identified risks; part of the total."
    )
    management: MoneyField | None = Field(
        None, description="Outside the budget, released by the sponsor; not part of the total."
    )
    drawn: Many[Drawdown] = Field((), description="What was taken out of either.")


class Funding(Part):
    """Money that was granted."""

    source: Line = Field(description="Who grants it.")
    amount: MoneyField = Field(description="How much.")
    on: Day | None = Field(None, description="From when it may be spent.")
    approved_by: PartyRef | None = Field(None, description="Who approved it.")


class Budget(Record):
    """The budget of a project: its address is ``budget``, or ``apollo/budget`` from elsewhere.

    The total is the budget at completion: lines and contingency reserve. The management reserve comes on top.
    """

    kind: ClassVar[str] = "budget"

    total: MoneyField | None = Field(
        None, description="The approved budget at completion: all lines and the contingency reserve."
    )
    approved_by: PartyRef | None = Field(None, description="Who approved it.")
    approved: Day | None = Field(None, description="When it was approved.")
    reserves: Reserves = Field(Reserves.model_construct(), description="Money set aside.")
    funding: Many[Funding] = Field((), description="Where the money comes from.")
    actuals: Many[Actual] = Field((), description="What was spent, by month; only ever added to.")
    closed: Mapping[MonthField, MoneyField] = Field(
        {}, description="Months that are closed, each with the sum of its actuals at that time."
    )
    commitments: Many[Commitment] = Field((), description="What is promised and not yet paid.")


KIND = Kind(
    Budget,
    file="budget.yml",
    single=True,
    nests=(Nest("lines", "budget-line", after="approved"),),
    audience="internal",
)
