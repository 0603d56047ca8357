"""Actions: what somebody does by a date, whatever it came from.

Example:
```yaml title="apollo/actions.yml"
A-1: {text: Ask the operators for the runbook, owner: tom, due: 2026-03-13, from: M-1}
```
"""

from typing import ClassVar

from pydantic import Field

from handbook.records.kind import Kind
from handbook.records.record import Record
from handbook.records.types.day import Day
from handbook.records.types.reference import AnyRef, PartyRef
from handbook.records.types.text import Line


class Action(Record):
    """Something that somebody does by a date."""

    kind: ClassVar[str] = "action"

    text: Line = Field(description="What is to be done.")
    owner: PartyRef = Field(description="Who does it.")
    raised: Day | None = Field(None, description="When it was agreed.")
    due: Day = Field(description="By when.")
    done: Day | None = Field(None, description="When it was done.")
    from_: AnyRef | None = Field(
        None, alias="from", description="What it came from: a report, an issue, a gate, a lesson."
    )

    @property
    def label(self) -> str:
        """The title, or the text."""
        return self.title or self.text

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.done is None


KIND = Kind(Action, prefix="A", file="actions.yml", folder="actions")
