"""Approvals: who has to agree to a charter, and who has.

Example:
```yaml title="roles.yml"
sponsor: {title: Sponsor, holder: eve}
```

```yaml title="apollo/project.yml"
title: Apollo
manager: ana
sponsor: eve
status: active
start: 2026-01-05
deliverables:
  service: {title: Ordering service, owner: ana}
approvals:
  A-1: {role: sponsor, on: 2026-01-09}
```
"""

from typing import ClassVar

from pydantic import Field

from handbook.records.kind import Kind
from handbook.records.record import Record
from handbook.records.types.day import Day
from handbook.records.types.reference import PartyRef


class Approval(Record):
    """An approval of the charter, kept under its ``approvals``; a bare text names the role."""

    kind: ClassVar[str] = "approval"

    role: PartyRef = Field(description="The role or person that approves.")
    on: Day | None = Field(None, description="When it was given; open if not.")

    @property
    def label(self) -> str:
        """The title, or who approves."""
        return self.title or self.role


KIND = Kind(Approval, prefix="AP", bare="role")
