"""Milestones: the dates that are promised.

Example:
```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design the service, duration: 10d, deliverable: service}
  build: {title: Build the service, duration: 20d, after: [design], deliverable: service}
milestones:
  M-1:
    title: Go-live
    owner: ana
    after: [build]
    due: 2026-05-29
    deliverable: service
    criteria: [the first order is delivered]
```
"""

from typing import ClassVar

from pydantic import Field

from handbook.records.kind import Kind
from handbook.records.record import Record
from handbook.records.types.day import Day
from handbook.records.types.dependency import DependencyField
from handbook.records.types.many import Many
from handbook.records.types.reference import DeliverableRef, GateRef
from handbook.records.types.text import Line


class Milestone(Record):
    """An event that matters to others. ``due`` is what was promised, apart from forecast and actual."""

    kind: ClassVar[str] = "milestone"

    title: Line = Field(description="What will be true when it is reached.")
    after: Many[DependencyField] = Field((), description="What must be finished for it to be reached.")
    due: Day | None = Field(None, description="When it was promised.")
    expected: Day | None = Field(
        None, description="A forecast by hand, for a milestone whose work is not in the plan."
    )
    reached: Day | None = Field(None, description="When it was reached.")
    gate: GateRef | None = Field(None, description="The quality gate that is passed with it.")
    weight: int = Field(
        1,
        ge=1,
        le=1000,
        description="What it earns of the task that it stands in, beside the other milestones there.",
    )
    criteria: Many[Line] = Field((), description="What must be true for it to be reached.")
    deliverable: DeliverableRef | None = Field(None, description="What is handed over with it.")


KIND = Kind(
    Milestone,
    prefix="M",
    file="plan.yml",
    folder="milestones",
    under="milestones",
    blank=("after", "due", "expected", "reached", "weight"),
)
