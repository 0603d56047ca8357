"""Tasks: the work of a plan, as a tree.

Example:
```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design the service, duration: 10d, assigned: {tom: 100%}, deliverable: service}
  build:
    title: Build the service
    deliverable: service
    tasks:
      api:
        title: Public interface
        estimate: {low: 8d, likely: 10d, high: 18d}
        assigned: {tom: 50%}
        after: [design]
        started: 2026-02-16
        progress: 40%
        remaining: 6d
      portal:
        title: Portal
        effort: 20d
        one_of: {tom: 100%, ana: 50%}
        split: true
        after: ["build.api SS+2d"]
        deadline: 2026-05-15
milestones:
  M-1: {title: Go-live, after: [build], due: 2026-05-29}
```
"""

from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import Field

from handbook.records.kind import Kind, Nest
from handbook.records.parts import Estimate
from handbook.records.record import Part, Record
from handbook.records.types.day import Day
from handbook.records.types.dependency import DependencyField
from handbook.records.types.duration import DurationField
from handbook.records.types.flag import Flag
from handbook.records.types.identifier import Id
from handbook.records.types.many import Many
from handbook.records.types.money import MoneyField
from handbook.records.types.percent import Percent, Units
from handbook.records.types.reference import CalendarRef, DeliverableRef, PartyRef
from handbook.records.types.text import Line


class Constraint(Part):
    """A date that binds a task beside its links."""

    type: Literal["ASAP", "ALAP", "SNET", "SNLT", "FNET", "FNLT", "MSO", "MFO"] = Field(
        description="As soon or late as possible; start or finish no earlier, no later; must start or finish."
    )
    date: Day | None = Field(None, description="The date, for all types but ASAP and ALAP.")


class Task(Record):
    """A piece of work. With ``tasks`` inside it is a summary: its dates and progress roll up from them."""

    kind: ClassVar[str] = "task"

    title: Line = Field(description="What is done.")
    duration: DurationField | None = Field(None, description="Working time from start to finish.")
    effort: DurationField | None = Field(
        None, description="Work of all who are assigned; the duration follows from it."
    )
    estimate: Estimate | None = Field(None, description="Three-point estimate of the duration.")
    assigned: Mapping[PartyRef, Units] = Field({}, description="Who does it, with their share: ana: 50%.")
    one_of: Mapping[PartyRef, Units] = Field(
        {}, description="One of these does it too; levelling chooses, until then it is the first."
    )
    skills: Many[Id] = Field((), description="Skills that those who do it must have.")
    after: Many[DependencyField] = Field((), description="What must come before it.")
    constraint: Constraint | None = Field(None, description="A date that binds it.")
    deadline: Day | None = Field(None, description="A date it should not miss; it does not move the plan.")
    calendar: CalendarRef | None = Field(None, description="Working days, if not the project's.")
    priority: int = Field(
        500, ge=0, le=1000, description="Who goes first when people are short; 1000 is the highest."
    )
    split: Flag = Field(False, description="Whether levelling may interrupt it and go on later.")
    progress: Percent | None = Field(None, description="Share that is done.")
    measure: Literal["0/100", "50/50", "percent", "milestones", "effort"] = Field(
        "percent", description="How progress earns value."
    )
    started: Day | None = Field(None, description="When it was begun.")
    finished: Day | None = Field(None, description="When it was finished.")
    remaining: DurationField | None = Field(None, description="Working time still needed.")
    cost: MoneyField | None = Field(None, description="What it costs beside the people assigned.")
    deliverable: DeliverableRef | None = Field(None, description="What it contributes to.")
    done_when: Many[Line] = Field((), description="What must be true for it to be done.")

    @property
    def doers(self) -> Mapping[str, float]:
        """Those assigned and the first of those who may do it, with their shares: who does it unlevelled."""
        if not self.one_of:
            return self.assigned
        name, units = next(iter(self.one_of.items()))
        return {**self.assigned, name: self.assigned.get(name, 0.0) + units}


KIND = Kind(
    Task,
    file="plan.yml",
    folder="tasks",
    under="tasks",
    nests=(Nest("tasks", "task", dotted=True), Nest("milestones", "milestone")),
    blank=(
        *(
            "duration",
            "effort",
            "estimate",
            "assigned",
            "one_of",
            "after",
            "constraint",
            "deadline",
            "calendar",
            "priority",
        ),
        *("progress", "measure", "started", "finished", "remaining"),
    ),
)
