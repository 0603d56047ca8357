"""Budget lines: the parts of a budget, each with what is planned for it.

Example:
```yaml title="apollo/budget.yml"
lines:
  L-1: {title: Development, category: staff, planned: 80k EUR, wbs: build}
```
"""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from handbook.records.kind import Kind
from handbook.records.record import Record
from handbook.records.types.many import Many
from handbook.records.types.money import MoneyField
from handbook.records.types.month import MonthField
from handbook.records.types.reference import TaskRef
from handbook.records.types.text import Line


class BudgetLine(Record):
    """One line of a budget, kept under ``lines`` of ``budget.yml``."""

    kind: ClassVar[str] = "budget-line"

    title: Line = Field(description="What the money is for.")
    category: Line = Field("", description="The kind of cost: staff, hardware, services, travel.")
    planned: MoneyField = Field(description="What is planned for all of it.")
    wbs: Many[TaskRef] = Field((), description="The tasks it pays for.")
    profile: Mapping[MonthField, MoneyField] = Field(
        {}, description="What is planned for each month; evenly over its tasks if not given."
    )


KIND = Kind(BudgetLine, prefix="L", audience="internal")
