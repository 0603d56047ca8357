"""Deliverables: what a project hands over."""

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
