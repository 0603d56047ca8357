"""Deliverables: what a project hands over.

Example:
```yaml title="apollo/project.yml"
title: Apollo
manager: ana
sponsor: eve
status: active
start: 2026-01-05
deliverables:
  service:
    title: Ordering service
    owner: ana
    due: 2026-05-29
    acceptance_criteria: [all contract tests pass, the operators have accepted the runbook]
```
"""

from typing import ClassVar

from pydantic import Field

from handbook.records.kind import Kind
from handbook.records.record import Record
from handbook.records.types.day import Day
from handbook.records.types.many import Many
from handbook.records.types.text import Line


class Deliverable(Record):
    """Something a project hands over, kept under ``deliverables`` of its charter."""

    kind: ClassVar[str] = "deliverable"

    title: Line = Field(description="What is handed over.")
    acceptance_criteria: Many[Line] = Field((), description="What must be true for it to be accepted.")
    due: Day | None = Field(None, description="When it is promised.")


KIND = Kind(Deliverable)
