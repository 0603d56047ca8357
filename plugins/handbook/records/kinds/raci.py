"""Responsibility assignments: who is responsible, accountable, consulted and informed.

Example:
```yaml title="apollo/raci.yml"
build: {ana: A, tom: R, eve: I}
M-1: {ana: A/R, eve: C}
```
"""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field, WithJsonSchema

from handbook.records.kind import Kind
from handbook.records.record import Record
from handbook.records.types.fault import wrong
from handbook.records.types.meaning import Meaning
from handbook.records.types.reference import PartyRef

LETTERS = {"R": "responsible", "A": "accountable", "S": "supporting", "C": "consulted", "I": "informed"}


def read_letters(found: object) -> tuple[str, ...]:
    """The letters of one cell, like ``A/R``, in the order R A S C I. Raises FIELD004 for any other letter."""
    if isinstance(found, tuple):
        return found
    parts = found.replace("/", " ").replace(",", " ").split() if isinstance(found, str) else []
    if not parts or any(part not in LETTERS for part in parts) or len(set(parts)) < len(parts):
        raise wrong("FIELD004", "one or more of R, A, S, C and I, like 'A/R'", found)
    return tuple(letter for letter in LETTERS if letter in parts)


Letters = Annotated[
    tuple[str, ...],
    BeforeValidator(read_letters),
    WithJsonSchema({"type": "string", "pattern": "^[RASCI](/[RASCI])*$"}),
    Meaning("letters", ("A/R", "C")),
]


class Responsibility(Record):
    """One row of a responsibility matrix; its id is that of the task, milestone or other it is about."""

    kind: ClassVar[str] = "raci"

    roles: Mapping[PartyRef, Letters] = Field(description="The letters of each role.")


KIND = Kind(Responsibility, file="raci.yml", folder="raci", wrap="roles")
