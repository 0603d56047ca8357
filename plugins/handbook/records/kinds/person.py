"""People: who works on the projects, what they can do and when they are there.

Example:
```yaml title="people.yml"
ana: {name: Ana Silva}
eve: {name: Eve Lund}
tom:
  name: Tom Beck
  email: tom.beck@example.org
  skills: {python: 4, testing: 2}
  capacity: 80%
  leave:
    - {from: 2026-04-06, to: 2026-04-10}
  rate: 640 EUR
  deputy: ana
  from: 2024-01-01
```
"""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from handbook.records.kind import Kind
from handbook.records.record import Part, Record
from handbook.records.types.audience import Audience
from handbook.records.types.day import Day
from handbook.records.types.identifier import Id
from handbook.records.types.many import Many
from handbook.records.types.money import MoneyField
from handbook.records.types.percent import Units
from handbook.records.types.reference import CalendarRef, PersonRef, RoleRef, TeamRef
from handbook.records.types.text import Line
from handbook.records.types.web import Email


class Leave(Part):
    """An absence, both days included."""

    from_: Day = Field(alias="from", description="The first day away.")
    to: Day = Field(description="The last day away.")
    reason: Annotated[Line, Audience("restricted")] = Field(
        "", description="Seen only by the narrowest circle."
    )


class Person(Record):
    """Somebody who works on projects, answers for records or takes decisions."""

    kind: ClassVar[str] = "person"

    name: Line = Field(description="The name as it stands on pages.")
    email: Annotated[Email | None, Audience("internal")] = Field(None, description="Work address.")
    team: TeamRef | None = Field(None, description="The team the person belongs to.")
    roles: Many[RoleRef] = Field((), description="Roles the person can fill.")
    skills: Mapping[Id, Annotated[int, Field(ge=1, le=5)]] = Field(
        {}, description="Skills with a level from 1 to 5."
    )
    capacity: Units = Field(1.0, description="Share of full time available for projects.")
    calendar: CalendarRef | None = Field(None, description="Working days, if not the handbook's.")
    leave: Annotated[Many[Leave], Audience("internal")] = Field((), description="Planned absences.")
    rate: Annotated[MoneyField | None, Audience("restricted")] = Field(
        None, description="Cost of one working day."
    )
    deputy: PersonRef | None = Field(None, description="Who stands in.")
    from_: Day | None = Field(None, alias="from", description="First day with the organisation.")
    to: Day | None = Field(None, description="Last day with the organisation.")

    @property
    def label(self) -> str:
        """The name."""
        return self.name


KIND = Kind(
    Person,
    file="people.yml",
    folder="people",
    organisation=True,
    blank=("team", "capacity", "calendar", "leave.from", "leave.to"),
)
