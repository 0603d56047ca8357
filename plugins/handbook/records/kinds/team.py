"""Teams: groups of people that take work together.

Example:
```yaml title="teams.yml"
web: {title: Web team, lead: tom, members: [ana], capacity: 2.5}
```
"""

from typing import ClassVar

from pydantic import Field

from handbook.records.kind import Kind
from handbook.records.record import Record
from handbook.records.types.many import Many
from handbook.records.types.percent import Units
from handbook.records.types.reference import PersonRef
from handbook.records.types.text import Line


class Team(Record):
    """A group of people to whom work can be assigned as a whole."""

    kind: ClassVar[str] = "team"

    title: Line = Field(description="The team's name.")
    lead: PersonRef | None = Field(None, description="Who speaks for the team.")
    members: Many[PersonRef] = Field(
        (), description="Who belongs to it, beside those whose record names the team."
    )
    capacity: Units | None = Field(
        None, description="Full times it can give; the sum of its members if not given."
    )


KIND = Kind(Team, file="teams.yml", folder="teams", organisation=True, blank=("members", "capacity"))
