"""Roles: the columns of responsibility matrices.

Example:
```yaml title="roles.yml"
tech-lead: {title: Technical lead, holder: tom, deputy: ana}
sponsor: {title: Sponsor, holder: eve}
```
"""

from typing import ClassVar

from pydantic import Field

from handbook.records.kind import Kind
from handbook.records.record import Record
from handbook.records.types.reference import PersonRef
from handbook.records.types.text import Line


class Role(Record):
    """A position with responsibilities, held by one person at a time."""

    kind: ClassVar[str] = "role"

    title: Line = Field(description="The role's name.")
    holder: PersonRef | None = Field(None, description="Who fills it now.")
    deputy: PersonRef | None = Field(None, description="Who stands in.")


KIND = Kind(Role, file="roles.yml", folder="roles", organisation=True, blank=("holder",))
