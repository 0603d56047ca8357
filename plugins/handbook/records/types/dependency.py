"""Dependencies between tasks and milestones: ``design.api``, ``design.schema SS+2d``, ``other/M-4 FS-1d``."""

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, InstanceOf, WithJsonSchema

from handbook.records.types.duration import Duration, read_duration
from handbook.records.types.fault import wrong
from handbook.records.types.meaning import Meaning
from handbook.records.types.reference import Reference, read_reference

_FORM = re.compile(r"(\S+)(?:\s+(FS|SS|FF|SF)?(?:\s*([+-])\s*(\d\S*))?)?", re.ASCII)
_EXPECTED = "a dependency like design.api, 'design.schema SS+2d' or 'other/M-4 FS-1d'"


@dataclass(frozen=True, slots=True)
class Dependency:
    """A link from a predecessor: finish-to-start unless said, with a lag (positive) or lead (negative).

    ``target`` is the address of the predecessor; ``type`` is FS, SS, FF or SF; ``lag`` is a duration without
    sign and ``lead`` says that it is to be subtracted.
    """

    target: str
    type: str = "FS"
    lag: Duration | None = None
    lead: bool = False

    def __str__(self) -> str:
        lag = f"{'-' if self.lead else '+'}{self.lag}" if self.lag else ""
        type_ = self.type if lag or self.type != "FS" else ""
        return f"{self.target} {type_}{lag}".strip()


def read_dependency(found: object) -> Dependency:
    """The dependency that ``found`` says. Raises FIELD015 for another form, FIELD006 for a wrong lag."""
    if isinstance(found, Dependency):
        return found
    if not isinstance(found, str) or not (match := _FORM.fullmatch(found.strip())):
        raise wrong(
            "FIELD015", _EXPECTED, found, "the types are FS, SS, FF and SF; a lag is +2d, a lead is -2d"
        )
    target, type_, sign, lag = match.groups()
    return Dependency(read_reference(target), type_ or "FS", read_duration(lag) if lag else None, sign == "-")


DependencyField = Annotated[
    InstanceOf[Dependency],
    BeforeValidator(read_dependency),
    Reference(("task", "milestone")),
    WithJsonSchema({"type": "string"}),
    Meaning("dependency", ("design.api", "design.schema SS+2d", "apollo/M-4")),
]
