"""Lists in which one value may stand alone."""

from dataclasses import dataclass
from typing import Annotated, TypeVar

from pydantic import BeforeValidator, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from handbook.records.types.meaning import Json

Item = TypeVar("Item")


def as_many(found: object) -> object:
    """A single scalar or mapping as a list of one; a list as it is."""
    return found if isinstance(found, (list, tuple)) else [found]


@dataclass(frozen=True, slots=True)
class OneOrMany:
    """Says in JSON Schema that one item may stand for a list of one."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> Json:
        """The schema of an item, or that of the list."""
        found = handler(schema)
        return {"anyOf": [found["items"], found]} if "items" in found else found


Many = Annotated[tuple[Item, ...], BeforeValidator(as_many), OneOrMany()]
"""``owner: ana`` and ``owner: [ana, tom]`` are both lists of people."""
