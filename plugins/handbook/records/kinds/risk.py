"""Risks: what may happen, what it would do, and what is done about it.

Example:
```yaml title="apollo/risks.yml"
R-1:
  title: The payment service is late
  category: supply
  cause: The supplier has moved its date once.
  event: The service is not there when ours is ready.
  effect: Go-live moves by two to four weeks.
  owner: tom
  probability: 30%
  impact: {time: major, cost: minor}
  response: reduce
  actions:
    - {text: Build a stand-in for tests, owner: tom, due: 2026-03-20}
  residual: {probability: low, impact: minor}
  affects:
    - record: M-1
      delay: {low: 5d, likely: 10d, high: 20d}
  status: response-planned
  raised: 2026-02-02
  review_by: 2026-03-30
```
"""

from typing import ClassVar, Literal

from pydantic import Field

from handbook.records.kind import Kind
from handbook.records.parts import Assessment, CostRange, DelayRange, FollowUp, ImpactField
from handbook.records.record import Record, TextPart
from handbook.records.types.day import Day
from handbook.records.types.many import Many
from handbook.records.types.money import MoneyField
from handbook.records.types.rating import Probability
from handbook.records.types.reference import AffectedRef, PersonRef
from handbook.records.types.text import Line, Prose


class Effect(TextPart):
    """What a risk does to a task, milestone or deliverable; a bare address is one too."""

    bare = "record"

    record: AffectedRef = Field(description="What is affected.")
    delay: DelayRange | None = Field(None, description="By how much it would be delayed.")
    extra_cost: CostRange | None = Field(None, description="What it would cost more.")


class Risk(Record):
    """An uncertain event that would matter (ISO 31000). The score is computed from probability and impact."""

    kind: ClassVar[str] = "risk"

    title: Line = Field(description="The risk in one line.")
    nature: Literal["threat", "opportunity"] = Field(
        "threat", alias="kind", description="Harmful or welcome."
    )
    category: Line = Field("", description="Where it comes from: supply, technology, people …")
    cause: Line = Field("", description="What is true today and makes it possible.")
    event: Line = Field("", description="What may happen.")
    effect: Line = Field("", description="What that would do to the objectives.")
    owner: PersonRef = Field(description="The one person who watches it.")
    probability: Probability = Field(description="A level name, its number, or a percentage.")
    impact: ImpactField = Field(description="A level, or one for each of time, cost and quality.")
    residual: Assessment | None = Field(None, description="What remains once the response has worked.")
    target: Assessment | None = Field(None, description="Where it is to be brought.")
    proximity: Line = Field("", description="When it may occur, in words.")
    trigger: Day | Line | None = Field(
        None, union_mode="left_to_right", description="The sign, or the date, that it is occurring."
    )
    response: (
        Literal["avoid", "reduce", "transfer", "share", "accept", "fallback", "exploit", "enhance", "reject"]
        | None
    ) = Field(None, description="The kind of response; the last three and share are for opportunities.")
    actions: Many[FollowUp] = Field((), description="What is done about it.")
    affects: Many[Effect] = Field((), description="What it would hit.")
    contingency: MoneyField | None = Field(None, description="Money set aside for it.")
    status: Literal["identified", "assessed", "response-planned", "monitoring", "occurred", "closed"] = Field(
        description="Where it stands."
    )
    raised: Day | None = Field(None, description="When it was first seen.")
    accepted_by: PersonRef | None = Field(None, description="Who accepted it as it is.")
    review_by: Day | None = Field(None, description="When it is to be looked at again.")
    closed: Day | None = Field(None, description="When it was closed.")
    reason: Prose = Field("", description="Why it was closed or accepted.")

    @property
    def is_open(self) -> bool:
        """Whether it may still occur."""
        return self.status not in ("occurred", "closed")


KIND = Kind(
    Risk,
    prefix="R",
    file="risks.yml",
    folder="risks",
    blank=(
        *("kind", "owner", "probability", "impact", "residual"),
        *("affects", "status"),
    ),
    aside=True,
)
