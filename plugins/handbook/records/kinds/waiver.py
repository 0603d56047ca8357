"""Waivers: rules that somebody with authority has set aside for one record, until a day.

Example:
```yaml title="apollo/waivers.yml"
W-1:
  rule: SCOPE003
  record: service
  reason: The owner is named when the operating contract is signed.
  approved_by: eve
  expires: 2026-06-30
```
"""

from typing import ClassVar

from pydantic import Field

from handbook.records.kind import Kind
from handbook.records.record import Record
from handbook.records.types.day import Day
from handbook.records.types.reference import AnyRef, PartyRef
from handbook.records.types.text import Line, Prose


class Waiver(Record):
    """A rule, or a criterion of a gate, that is set aside for one record.

    As long as it holds, problems of the rule in that record are not told. Once it has expired they are, and
    so is the waiver.
    """

    kind: ClassVar[str] = "waiver"

    rule: Line = Field(description="The code of the rule: RISK002. QUAL003, for a criterion that is waived.")
    record: AnyRef = Field(description="The record it is set aside for.")
    reason: Prose = Field(description="Why that is right.")
    approved_by: PartyRef = Field(description="Who has taken the responsibility.")
    expires: Day = Field(description="The last day it holds.")

    @property
    def label(self) -> str:
        """The title, or the rule and the record."""
        return self.title or f"{self.rule} for {self.record}"


KIND = Kind(Waiver, prefix="W", file="waivers.yml", folder="waivers")
