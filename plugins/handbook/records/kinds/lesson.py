"""Lessons: what happened, why, and what the next project should do.

Example:
```yaml title="apollo/lessons.yml"
LL-1:
  event: The test environment was ordered when the tests were due to start
  effect: Six days lost
  cause: Nobody owned the order
  recommendation: Give every environment an owner and a milestone
  applies_to: [planning, testing]
  learned: 2026-02-16
```
"""

from typing import ClassVar

from pydantic import Field

from handbook.records.kind import Kind
from handbook.records.record import Record
from handbook.records.types.day import Day
from handbook.records.types.many import Many
from handbook.records.types.reference import AnyRef
from handbook.records.types.text import Line, Prose


class Lesson(Record):
    """A lesson learned (PRINCE2 lessons log)."""

    kind: ClassVar[str] = "lesson"

    event: Line = Field(description="What happened.")
    effect: Prose = Field("", description="What that did: good or bad.")
    cause: Prose = Field("", description="Why it happened.")
    recommendation: Prose = Field("", description="What to do next time.")
    applies_to: Many[Line] = Field((), description="Where it helps: planning, testing, purchasing.")
    learned: Day | None = Field(None, description="When it was learned.")
    from_: Many[AnyRef] = Field((), alias="from", description="What it came from: an issue, a risk, a task.")

    @property
    def label(self) -> str:
        """The title, or what happened."""
        return self.title or self.event


KIND = Kind(Lesson, prefix="LL", file="lessons.yml", folder="lessons")
