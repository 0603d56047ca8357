"""Communications: who is told what, how, how often, and by whom.

Example:
```yaml title="apollo/communications.yml"
C-1:
  to: [eve, tom]
  what: Status of the project, with risks and decisions that are needed
  channel: Meeting
  frequency: fortnightly
  owner: ana
  last_sent: 2026-02-24
```
"""

from typing import ClassVar

from pydantic import Field

from handbook.records.kind import Kind
from handbook.records.record import Record
from handbook.records.types.day import Day
from handbook.records.types.frequency import FrequencyField
from handbook.records.types.many import Many
from handbook.records.types.reference import PartyRef, ReaderRef
from handbook.records.types.text import Line


class Communication(Record):
    """One row of the communication plan."""

    kind: ClassVar[str] = "communication"

    to: Many[ReaderRef] = Field(
        min_length=1, description="Who is told: stakeholders, people, teams or roles."
    )
    what: Line = Field(description="What they are told.")
    channel: Line = Field("", description="How: meeting, mail, page, call.")
    frequency: FrequencyField = Field(description="How often: weekly, monthly, every 3w, once, on-demand.")
    owner: PartyRef = Field(description="Who tells them.")
    due: Day | None = Field(None, description="By when they are told for the first time, or the only one.")
    last_sent: Day | None = Field(None, description="When they were told last.")

    @property
    def label(self) -> str:
        """The title, or what is told."""
        return self.title or self.what


KIND = Kind(Communication, prefix="C", file="communications.yml", folder="communications")
