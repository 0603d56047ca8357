"""Projects: the charter.

Example:
```yaml title="apollo/project.yml"
title: Apollo
manager: ana
sponsor: eve
status: active
approach: hybrid
start: 2026-01-05
finish: 2026-06-30
purpose: Customers order by telephone today. They shall be able to order online.
objectives:
  O-1: {text: Customers order online, measure: share of orders, target: 60 %, by: 2026-12-31}
scope:
  in: [ordering online]
  out: [paying online]
deliverables:
  service:
    title: Ordering service
    owner: ana
    due: 2026-05-29
    acceptance_criteria: [all contract tests pass]
assumptions: [The shop keeps its present software until 2028]
tolerances: {time: 10d, cost: 10%}
```
"""

from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import Field

from handbook.records.kind import Kind, Nest
from handbook.records.parts import Colour
from handbook.records.record import Part, Record
from handbook.records.types.day import Day
from handbook.records.types.duration import DurationField
from handbook.records.types.many import Many
from handbook.records.types.money import Currency
from handbook.records.types.percent import Percent
from handbook.records.types.reference import AnyRef, CalendarRef, PartyRef
from handbook.records.types.text import Line, Prose
from handbook.records.types.web import Url

Dimension = Literal["overall", "scope", "time", "cost", "quality", "risk"]


class Scope(Part):
    """What belongs to the project, and what does not."""

    in_: Many[Line] = Field((), alias="in", description="What is done.")
    out: Many[Line] = Field((), description="What is not done, though somebody may expect it.")


class Tolerances(Part):
    """How far the manager may deviate before the sponsor is asked (PRINCE2)."""

    time: DurationField | None = Field(None, description="Working time a promise may slip.")
    cost: Percent | None = Field(None, description="Share of the budget it may be exceeded by.")
    quality: Line = Field("", description="In words.")
    scope: Line = Field("", description="In words.")
    risk: Line = Field("", description="In words.")
    benefits: Line = Field("", description="In words.")


class StatedColour(Part):
    """A colour that somebody states beside the computed one; it never hides it, and it expires."""

    colour: Colour = Field(description="green, amber or red.")
    reason: Line = Field("", description="Why the computed colour does not tell the truth.")
    by: PartyRef | None = Field(None, description="Who states it; the manager if nobody is named.")
    until: Day | None = Field(None, description="The last day it holds.")


class Project(Record):
    """The charter of a project. The name of its folder is its id."""

    kind: ClassVar[str] = "project"

    title: Line = Field(description="The project's name.")
    manager: PartyRef = Field(description="Who leads it.")
    sponsor: PartyRef = Field(description="Who wants it and pays for it.")
    status: Literal["proposed", "active", "on-hold", "completed", "cancelled"] = Field(
        description="Where it stands."
    )
    approach: Literal["waterfall", "agile", "hybrid"] | None = Field(
        None, description="How the work is organised."
    )
    start: Day = Field(description="When work begins; nothing is planned earlier.")
    finish: Day | None = Field(None, description="When it is to be finished: the promise for the whole.")
    purpose: Prose = Field("", description="Why it is done, in a few sentences.")
    success_criteria: Many[Line] = Field((), description="What makes it a success.")
    scope: Scope | None = Field(None, description="What belongs to it and what does not.")
    assumptions: Many[Line] = Field((), description="What is taken for true.")
    constraints: Many[Line] = Field((), description="What cannot be chosen.")
    exit_criteria: Many[Line] = Field((), description="When it may be closed, or must be stopped.")
    tolerances: Tolerances | None = Field(
        None, description="How far it may deviate before the sponsor is asked."
    )
    currency: Currency | None = Field(None, description="ISO 4217 code.")
    calendar: CalendarRef | None = Field(None, description="Working days, if not the handbook's.")
    priority: int = Field(
        500,
        ge=0,
        le=1000,
        description="Which project goes first when they share people; 1000 is the highest.",
    )
    programme: Line = Field("", description="The programme or portfolio it belongs to.")
    depends_on: Many[AnyRef] = Field((), description="Projects or milestones of others it needs.")
    repository: Url | None = Field(None, description="Where its work is kept.")
    health: Mapping[Dimension, StatedColour] = Field({}, description="Stated colours; they expire.")


KIND = Kind(
    Project,
    file="project.yml",
    single=True,
    nests=(
        Nest("objectives", "objective", after="purpose"),
        Nest("deliverables", "deliverable", after="scope"),
        Nest("approvals", "approval"),
    ),
)
