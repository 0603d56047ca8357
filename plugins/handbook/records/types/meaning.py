"""What a type is called, and how its values are written: for manuals and for editors."""

from dataclasses import dataclass
from typing import Any

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema

Json = dict[str, Any]
"""A JSON Schema as plain data."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """Marks a type with the word that readers know it by, and with values as they are written in files."""

    word: str
    written: tuple[str, ...] = ()

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> Json:
        """What else is said of the type, with the examples."""
        found = handler(schema)
        return {**found, "examples": list(self.written)} if self.written else found

    def __str__(self) -> str:
        return self.word


@dataclass(frozen=True, slots=True)
class AlsoWritten:
    """Says in JSON Schema that something shorter may stand for a value."""

    shorter: tuple[tuple[str, Any], ...]

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> Json:
        """The value, or what may stand for it."""
        return {"anyOf": [handler(schema), dict(self.shorter)]}
