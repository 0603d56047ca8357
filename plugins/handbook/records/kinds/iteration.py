"""Iterations: the time boxes of agile work, with what was committed and what was completed.

Example:
```yaml title="apollo/iterations.yml"
I-1:
  goal: Customers can order one article
  from: 2026-02-16
  to: 2026-02-27
  capacity: 40
  committed: 34
  completed: 31
  tasks: [build]
```
"""

from typing import ClassVar

from pydantic import Field

from handbook.records.kind import Kind
from handbook.records.record import Record
from handbook.records.types.day import Day
from handbook.records.types.many import Many
from handbook.records.types.number import Number
from handbook.records.types.reference import TaskRef
from handbook.records.types.text import Line


class Iteration(Record):
    """A time box. Amounts of work are in whatever the team counts, the same in all its iterations."""

    kind: ClassVar[str] = "iteration"

    goal: Line = Field("", description="What will be true at its end.")
    from_: Day = Field(alias="from", description="Its first day.")
    to: Day = Field(description="Its last day.")
    capacity: Number | None = Field(None, description="How much the team can do.")
    committed: Number | None = Field(None, description="How much it set out to do.")
    completed: Number | None = Field(None, description="How much was done at its end.")
    tasks: Many[TaskRef] = Field((), description="The tasks it works on.")

    @property
    def label(self) -> str:
        """The title, or the goal, or the id."""
        return self.title or self.goal or self.id


KIND = Kind(Iteration, prefix="IT", file="iterations.yml", folder="iterations")
