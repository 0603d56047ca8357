"""Objectives: what a project is to achieve, and how one will know.

Example:
```yaml title="apollo/project.yml"
title: Apollo
manager: ana
sponsor: eve
status: active
start: 2026-01-05
deliverables:
  service: {title: Ordering service, owner: ana}
objectives:
  O-1: {text: Customers order online, measure: share of orders, target: 60 %, by: 2026-12-31}
```
"""

from typing import ClassVar

from pydantic import Field

from handbook.records.kind import Kind
from handbook.records.record import Record
from handbook.records.types.day import Day
from handbook.records.types.text import Line


class Objective(Record):
    """What the project is to achieve, kept under ``objectives`` of its charter; a bare text is one too."""

    kind: ClassVar[str] = "objective"

    text: Line = Field(description="What is to be achieved.")
    measure: Line = Field("", description="What is measured.")
    target: Line = Field("", description="The value that counts as achieved.")
    by: Day | None = Field(None, description="By when.")

    @property
    def label(self) -> str:
        """The title, or the text."""
        return self.title or self.text


KIND = Kind(Objective, prefix="O", bare="text")
