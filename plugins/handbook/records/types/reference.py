"""References: text that names another record."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from handbook.records.types.fault import wrong
from handbook.records.types.identifier import PATTERN

_PART = PATTERN
_FORM = re.compile(rf"@{_PART}|(?:{_PART}/)?{_PART}|(?:{_PART}/)?\d{{4}}-\d{{2}}(?:-\d{{2}})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks a field as naming a record of one of ``kinds``; an empty tuple stands for any kind."""

    kinds: tuple[str, ...] = ()

    def __str__(self) -> str:
        return " or ".join(self.kinds) or "record"


def read_reference(found: object) -> str:
    """An address: ``R-7``, ``apollo/R-7``, ``apollo/plan.build.api``, ``@ana``. Raises FIELD014."""
    if isinstance(found, str) and _is_address(found):
        return found
    raise wrong("FIELD014", "an address like R-7, apollo/R-7 or @ana", found)


@lru_cache(maxsize=4096)  # the same people are named again and again
def _is_address(text: str) -> bool:
    return _FORM.fullmatch(text) is not None


def _to(*kinds: str) -> tuple[BeforeValidator, Reference, WithJsonSchema]:
    return (BeforeValidator(read_reference), Reference(kinds), WithJsonSchema({"type": "string"}))


AnyRef = Annotated[str, *_to()]
PersonRef = Annotated[str, *_to("person")]
PartyRef = Annotated[str, *_to("person", "role", "team")]
TeamRef = Annotated[str, *_to("team")]
RoleRef = Annotated[str, *_to("role")]
CalendarRef = Annotated[str, *_to("calendar")]
ProjectRef = Annotated[str, *_to("project")]
WorkRef = Annotated[str, *_to("task", "milestone")]
MilestoneRef = Annotated[str, *_to("milestone")]
RiskRef = Annotated[str, *_to("risk")]
DecisionRef = Annotated[str, *_to("decision")]
AffectedRef = Annotated[str, *_to("task", "milestone", "deliverable")]
DeliverableRef = Annotated[str, *_to("deliverable")]
TaskRef = Annotated[str, *_to("task")]
IterationRef = Annotated[str, *_to("iteration")]
GateRef = Annotated[str, *_to("gate")]
ChangeRef = Annotated[str, *_to("change")]
BaselineRef = Annotated[str, *_to("baseline")]
BudgetLineRef = Annotated[str, *_to("budget-line")]
ReaderRef = Annotated[str, *_to("stakeholder", "person", "role", "team")]
