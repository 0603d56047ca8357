"""Issues: what has happened and needs somebody.

Example:
```yaml title="apollo/issues.yml"
I-1:
  title: The test environment loses orders
  type: defect
  severity: high
  priority: high
  owner: tom
  raised: 2026-02-24
  raised_by: ana
  due: 2026-03-06
  blocks: [build]
```
"""

from typing import ClassVar, Literal

from pydantic import Field

from handbook.records.kind import Kind
from handbook.records.record import Record
from handbook.records.types.day import Day
from handbook.records.types.many import Many
from handbook.records.types.reference import AnyRef, PartyRef, RiskRef
from handbook.records.types.text import Line, Prose

Grade = Literal["low", "medium", "high", "critical"]


class Issue(Record):
    """Something that has happened, was not planned and needs to be dealt with."""

    kind: ClassVar[str] = "issue"

    title: Line = Field(description="The issue in one line.")
    type: Literal["problem", "off-specification", "defect", "question"] = Field(
        "problem", description="What it is."
    )
    severity: Grade = Field("medium", description="How much harm it does.")
    priority: Grade | None = Field(None, description="How soon it must be dealt with.")
    raised: Day | None = Field(None, description="When it was raised.")
    raised_by: PartyRef | None = Field(None, description="Who raised it.")
    due: Day | None = Field(None, description="By when it is to be resolved.")
    blocks: Many[AnyRef] = Field((), description="What cannot go on because of it.")
    from_risk: RiskRef | None = Field(None, description="The risk that has become this issue.")
    resolution: Prose = Field("", description="How it was resolved.")
    status: Literal["open", "in-progress", "escalated", "resolved", "closed"] = Field(
        "open", description="Where it stands."
    )
    resolved: Day | None = Field(None, description="When it was resolved.")
    escalated_to: PartyRef | None = Field(None, description="Who decides now.")

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to deal with it."""
        return self.status not in ("resolved", "closed")


KIND = Kind(Issue, prefix="I", file="issues.yml", folder="issues")
