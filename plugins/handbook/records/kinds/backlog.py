"""Backlogs: the work of a team in the order in which it is to be done, with the days on which it was done.

Example:
```yaml title="apollo/backlog.yml"
unit: points
for: build
wip_limit: 3
expectation: {days: 8, share: 85%}
items:
  PB-1: {title: Customer finds an article, size: 3, started: 2026-02-16, finished: 2026-02-19}
  PB-2: {title: Customer puts an article into the basket, size: 5, started: 2026-02-23}
  PB-3: Customer pays by invoice
```
"""

from typing import ClassVar

from pydantic import Field

from handbook.records.kind import Kind, Nest
from handbook.records.record import Part, Record
from handbook.records.types.percent import Percent
from handbook.records.types.reference import AffectedRef
from handbook.records.types.text import Line


class Expectation(Part):
    """How long a begun item takes at the most, and how often that is kept (Kanban Guide, 2020)."""

    days: int = Field(ge=1, le=3650, description="Days from its start to its finish, both counted.")
    share: Percent = Field(0.85, description="The share of items that keep it.")


class Backlog(Record):
    """The backlog of a project: its address is ``backlog``, or ``apollo/backlog`` from elsewhere.

    The order of its items in the file is the order in which they are to be done.
    """

    kind: ClassVar[str] = "backlog"

    unit: Line = Field("", description="What the sizes of items count: points, hours, shirts.")
    for_: AffectedRef | None = Field(
        None, alias="for", description="The task, milestone or deliverable that all of it contributes to."
    )
    wip_limit: int | None = Field(
        None, ge=1, le=1000, description="How many items may be in progress at a time."
    )
    expectation: Expectation | None = Field(
        None, description="How long a begun item may take: the service level expectation."
    )
    weeks: int = Field(12, ge=3, le=104, description="Weeks of the past that forecasts are made from.")


KIND = Kind(Backlog, file="backlog.yml", single=True, nests=(Nest("items", "backlog-item", after="weeks"),))
