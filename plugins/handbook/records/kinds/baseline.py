"""Baselines: dates, effort and cost as they were agreed at one time, to compare with.

Example:
```yaml title="apollo/baselines/2026-01.yml"
date: 2026-01-09
revision: 4f2a91c
budget_at_completion: 120k EUR
entries:
  design: {start: 2026-01-05, finish: 2026-01-16}
  build: {start: 2026-02-16, finish: 2026-03-13, effort: 10d, cost: 80k EUR}
  M-1: {start: 2026-05-29, finish: 2026-05-29, forecast: 2026-06-02}
health: {logic: 0, lags: 0.04, high-duration: 0.1}
```
"""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from handbook.records.kind import Kind
from handbook.records.record import Part, Record
from handbook.records.types.audience import Audience
from handbook.records.types.day import Day
from handbook.records.types.duration import DurationField
from handbook.records.types.many import Many
from handbook.records.types.money import MoneyField
from handbook.records.types.reference import ChangeRef
from handbook.records.types.text import Line

Figure = Annotated[float, Field(allow_inf_nan=False)]


class BaselineEntry(Part):
    """One task or milestone as it was agreed; of a milestone both dates are that day."""

    start: Day = Field(description="When it was to start.")
    finish: Day = Field(description="When it was to finish.")
    forecast: Day | None = Field(
        None, description="Of a milestone, when it was expected then, if that was not the day agreed."
    )
    effort: DurationField | None = Field(None, description="The work it was to take.")
    cost: Annotated[MoneyField | None, Audience("internal")] = Field(None, description="What it was to cost.")


class Baseline(Record):
    """What was agreed at one time. Written by ``handbook baseline``, never by hand.

    Keys of ``entries`` are ids of tasks and milestones at that time; some may be gone since.
    """

    kind: ClassVar[str] = "baseline"

    date: Day = Field(description="The status date on which it was taken.")
    revision: Line = Field("", description="The commit of the records that it was taken from.")
    changes: Many[ChangeRef] = Field((), description="The change requests that led to it.")
    budget_at_completion: Annotated[MoneyField | None, Audience("internal")] = Field(
        None, description="The total of the budget."
    )
    entries: Mapping[Line, BaselineEntry] = Field({}, description="Tasks and milestones by their ids.")
    health: Mapping[Line, Figure] = Field(
        {}, description="The values of the 14 points of schedule health, by their names; what was evaluated."
    )


KIND = Kind(Baseline, folder="baselines", naming="period")
