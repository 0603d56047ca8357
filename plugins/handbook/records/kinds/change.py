"""Change requests: what is to be different from what was agreed, what that does, and who decided.

Example:
```yaml title="apollo/changes.yml"
CR-1:
  title: Go live two weeks later
  requested_by: tom
  raised: 2026-02-20
  reason: The supplier of the payment service has moved its own date.
  impact: {time: 10d, cost: 12k EUR, quality: none}
  changes:
    - {record: M-1, field: due, from: 2026-05-15, to: 2026-05-29}
  authority: eve
  decision: approved
  decided_by: eve
  decided: 2026-02-27
```
"""

from typing import ClassVar, Literal

from pydantic import Field

from handbook.records.kind import Kind
from handbook.records.record import Part, Record
from handbook.records.types.day import Day
from handbook.records.types.duration import DurationField
from handbook.records.types.many import Many
from handbook.records.types.money import MoneyField
from handbook.records.types.reference import AnyRef, BaselineRef, PartyRef
from handbook.records.types.text import Line, Prose


class ChangeImpact(Part):
    """What a change does to each objective."""

    scope: Line = Field("", description="What is added or left out.")
    time: DurationField | None = Field(None, description="Working time by which dates move later.")
    cost: MoneyField | None = Field(None, description="What it costs more; negative if it saves money.")
    quality: Line = Field("", description="What becomes better or worse.")
    risk: Line = Field("", description="Which risks come, go or change.")


class FieldChange(Part):
    """One field of one record that is to be changed."""

    record: AnyRef = Field(description="The record.")
    field: Line = Field(description="Its field, as it is written: due, duration, finish.")
    from_: Line = Field("", alias="from", description="What stands there now.")
    to: Line = Field(description="What is to stand there.")


class Change(Record):
    """A change request: a proposal to change what was agreed (change control)."""

    kind: ClassVar[str] = "change"

    title: Line = Field(description="What is to be different.")
    requested_by: PartyRef | None = Field(None, description="Who asks for it.")
    raised: Day | None = Field(None, description="When it was asked for.")
    reason: Prose = Field("", description="Why.")
    options: Many[Line] = Field((), description="What else could be done, with doing nothing among it.")
    impact: ChangeImpact | None = Field(None, description="What it does to each objective.")
    changes: Many[FieldChange] = Field((), description="The fields of records that it changes.")
    adds: Many[Line] = Field((), description="Ids of the tasks and milestones that it brings.")
    removes: Many[Line] = Field((), description="Ids of the tasks and milestones that it takes away.")
    authority: PartyRef | None = Field(None, description="Who may decide it.")
    decide_by: Day | None = Field(None, description="The last day on which deciding does no harm.")
    decision: Literal["approved", "rejected", "deferred"] | None = Field(
        None, description="What was decided; nothing while it waits."
    )
    decided_by: PartyRef | None = Field(None, description="Who decided.")
    decided: Day | None = Field(None, description="When it was decided.")
    applied_in: BaselineRef | None = Field(None, description="The baseline that contains it.")

    @property
    def is_open(self) -> bool:
        """Whether it still waits for its decision."""
        return self.decision is None


KIND = Kind(Change, prefix="CR", file="changes.yml", folder="changes")
