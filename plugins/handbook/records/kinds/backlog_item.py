"""Backlog items: what a team does, one piece at a time.

Example:
```yaml title="apollo/backlog.yml"
items:
  PB-1:
    title: Customer finds an article
    type: feature
    size: 3
    iteration: I-1
    added: 2026-01-26
    started: 2026-02-16
    finished: 2026-02-19
  PB-2: Customer pays by invoice
```

```yaml title="apollo/iterations.yml"
I-1: {goal: Customers can order one article, from: 2026-02-16, to: 2026-02-27}
```
"""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from handbook.records.kind import Kind
from handbook.records.record import Record
from handbook.records.types.day import Day
from handbook.records.types.many import Many
from handbook.records.types.number import Number
from handbook.records.types.reference import AffectedRef, IterationRef

Stand = Literal["waiting", "in progress", "done", "removed"]
"""Where an item stands on a day."""


class BacklogItem(Record):
    """One item of a backlog, kept under ``items`` of ``backlog.yml``; a bare text is one too.

    Where it stands follows from its dates and is never written.
    """

    kind: ClassVar[str] = "backlog-item"

    type: Literal["feature", "defect", "debt", "risk"] = Field(
        "feature", description="Something new, a repair, work on what is there, or work against a risk."
    )
    size: Number | None = Field(None, description="How big it is, in the unit of the backlog.")
    iteration: Many[IterationRef] = Field(
        (), description="The iteration it is planned for; if it was carried over, all of them in order."
    )
    for_: AffectedRef | None = Field(
        None, alias="for", description="The task, milestone or deliverable that it contributes to."
    )
    added: Day | None = Field(None, description="When it came into the backlog; from the start if not given.")
    started: Day | None = Field(None, description="When work on it began.")
    finished: Day | None = Field(None, description="When it was done.")
    removed: Day | None = Field(None, description="When it was taken out without being done.")

    def stand(self, day: date) -> Stand | None:
        """Where it stands at the end of a day; None before it came into the backlog."""
        if self.finished and self.finished <= day:
            return "done"
        if self.removed and self.removed <= day:
            return "removed"
        if self.started and self.started <= day:
            return "in progress"
        return "waiting" if self.added is None or self.added <= day else None

    def is_open(self, day: date) -> bool:
        """Whether it is still to be finished on a day."""
        return self.stand(day) in ("waiting", "in progress")


KIND = Kind(
    BacklogItem,
    prefix="PB",
    bare="title",
    blank=("type", "size", "iteration", "for", "added", "started", "finished", "removed"),
)
