"""Quality gates: what must be shown before a project goes on.

Example:
```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    milestone: M-1
    approver: eve
    criteria:
      contract-tests:
        text: All contract tests pass
        method: test
        evidence: docs/contract-tests.md
      runbook: The operators have accepted the runbook
```
"""

from typing import ClassVar, Literal

from pydantic import Field

from handbook.records.kind import Kind, Nest
from handbook.records.parts import FollowUp
from handbook.records.record import Record
from handbook.records.types.day import Day
from handbook.records.types.many import Many
from handbook.records.types.reference import MilestoneRef, PartyRef
from handbook.records.types.text import Line


class Gate(Record):
    """A quality gate: criteria, the evidence for them, and the decision to go on or not."""

    kind: ClassVar[str] = "gate"

    title: Line = Field(description="What is decided there.")
    milestone: MilestoneRef | None = Field(None, description="The milestone that is reached with it.")
    approver: PartyRef = Field(description="Who decides.")
    decision: Literal["go", "conditional-go", "hold", "stop"] | None = Field(
        None, description="What was decided; nothing while it is ahead."
    )
    decided: Day | None = Field(None, description="When it was decided.")
    conditions: Many[FollowUp] = Field((), description="What must still be done after a conditional go.")

    @property
    def is_passed(self) -> bool:
        """Whether the project may go on, with conditions or without."""
        return self.decision in ("go", "conditional-go")


KIND = Kind(
    Gate,
    prefix="G",
    file="quality.yml",
    folder="gates",
    under="gates",
    nests=(Nest("criteria", "criterion", dotted=True, after="approver"),),
)
