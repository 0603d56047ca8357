"""Stakeholders: who is affected by a project, what they want from it, and how far they are with it.

Example:
```yaml title="apollo/stakeholders.yml"
S-1:
  name: Works council
  role: Represents the staff
  organisation: Own company
  interest: Working hours during the move, and what happens to the night shift
  influence: 4
  interest_level: 5
  engagement: {current: neutral, desired: supportive}
  needs: [The shift plan four weeks ahead]
  relationship_owner: ana
  actions:
    - {text: Show the draft of the shift plan, due: 2026-03-20}
```
"""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from handbook.records.kind import Kind
from handbook.records.parts import FollowUp
from handbook.records.record import Part, Record
from handbook.records.types.many import Many
from handbook.records.types.reference import PartyRef
from handbook.records.types.text import Line, Prose

ENGAGEMENTS = ("unaware", "resistant", "neutral", "supportive", "leading")
"""The levels of the engagement assessment matrix (PMBOK Guide), from the least engaged to the most."""

Level = Literal["unaware", "resistant", "neutral", "supportive", "leading"]
Grade = Annotated[int, Field(ge=1, le=5)]


class Engagement(Part):
    """Where a stakeholder stands, and where the project needs them to stand."""

    current: Level = Field(description="Where they stand now.")
    desired: Level = Field(description="Where the project needs them.")


class Stakeholder(Record):
    """A person or group that affects the project, or is affected by it."""

    kind: ClassVar[str] = "stakeholder"

    role: Line = Field(description="What they are to the project: customer, landlord, works council.")
    name: Line = Field("", description="Who it is: a person, a group, an authority.")
    person: PartyRef | None = Field(None, description="The person, team or role, if it is one of ours.")
    organisation: Line = Field("", description="Where they belong.")
    interest: Prose = Field("", description="What they want from the project, or fear of it.")
    influence: Grade | None = Field(None, description="What they can move or stop, from 1 to 5.")
    interest_level: Grade | None = Field(None, description="How much it matters to them, from 1 to 5.")
    attitude: Line = Field("", description="How they speak of the project, in a few words.")
    engagement: Engagement | None = Field(
        None, description="Where they stand and where they are needed (engagement assessment matrix)."
    )
    needs: Many[Line] = Field((), description="What they need from us: information, a say, a date.")
    relationship_owner: PartyRef | None = Field(None, description="Who keeps in touch with them.")
    actions: Many[FollowUp] = Field((), description="What is done to bring them where they are needed.")

    @property
    def label(self) -> str:
        """The name, or what they are to the project if nobody is named."""
        return self.title or self.name or self.role


KIND = Kind(Stakeholder, prefix="S", file="stakeholders.yml", folder="stakeholders", audience="internal")
