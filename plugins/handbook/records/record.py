"""The record: what all kinds have in common."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import CoreSchema

from handbook.problems import Place
from handbook.records.origin import Origin, Path
from handbook.records.references import Mention, mentions_in, reference_paths
from handbook.records.types.day import Day
from handbook.records.types.identifier import Id
from handbook.records.types.many import Many
from handbook.records.types.meaning import Json
from handbook.records.types.reference import AnyRef, PartyRef
from handbook.records.types.text import Line, Prose
from handbook.records.types.web import Url

CONFIG = ConfigDict(
    frozen=True, extra="forbid", arbitrary_types_allowed=True, populate_by_name=True, defer_build=True
)

SYSTEM_FIELDS = frozenset({"id", "project", "parent", "withheld", "origin"})
"""Fields set by the reader and never by the file: where a record stands and what it is called."""


class Part(BaseModel):
    """A group of fields inside a record. Immutable; unknown keys are faults."""

    model_config = CONFIG


class TextPart(Part):
    """A group of fields for which a text may stand: it means the field that ``bare`` names."""

    bare: ClassVar[str]

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, found: object) -> object:
        return {cls.bare: found} if isinstance(found, str) else found

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> Json:
        """The fields, or a text."""
        return {"anyOf": [handler(schema), {"type": "string", "description": f"The {cls.bare}."}]}


class Link(TextPart):
    """A typed link of a record, to an address in the web or to another record; a bare address is one too."""

    bare = "url"

    url: Url | None = Field(
        None,
        description="Where it leads: https:, http:, mailto:, or a path from the folder of `projects`.",
    )
    record: AnyRef | None = Field(None, description="The record it leads to.")
    title: Line = Field("", description="What the reader sees; the address itself if nothing is given.")
    type: Line = Field("", description="What the target is to the record: specification, ticket, contract …")


class Record(BaseModel):
    """One project fact with an address. All kinds of record derive from it; instances are immutable.

    ``id`` is unique within its project and kind; ``project`` is None for the organisation's own records;
    ``parent`` is the id of the record it is nested in (a task in its summary task), empty at the top.
    """

    model_config = CONFIG
    kind: ClassVar[str] = "record"

    id: SkipJsonSchema[str] = ""
    project: SkipJsonSchema[str | None] = None
    parent: SkipJsonSchema[str] = ""
    withheld: SkipJsonSchema[bool] = False
    origin: SkipJsonSchema[Origin] = Origin()

    title: Line = Field("", description="What it is called, in a reader's words.")
    description: Prose = Field("", description="Markdown; the body of a record that is a Markdown file.")
    owner: PartyRef | None = Field(None, description="The one who answers for it.")
    audience: Line | None = Field(
        None, description="The widest circle that may read it; the project's if not given."
    )
    tags: Many[Line] = Field((), description="Words to filter by.")
    links: Many[Link] = Field((), description="Where more is to be found.")
    known_as: Mapping[Id, Line] = Field(
        {}, description="What other programs call it: the number or key by the program's name."
    )
    reviewed: Day | None = Field(None, description="When somebody last confirmed that it is still true.")
    notes: Prose = Field("", description="Remarks for those who keep the record.")

    @property
    def address(self) -> str:
        """``apollo/R-7`` in general, ``apollo/plan.build.api`` for a task, ``@ana`` for a person."""
        return address_of(self.kind, self.id, self.project)

    @property
    def label(self) -> str:
        """The title, or the id of a record without one."""
        return self.title or self.id

    def place(self, *path: str | int) -> Place:
        """Where the value at ``path`` stands; without a path, where the record stands."""
        return self.origin.place(*path)

    def mentions(self) -> Iterator[Mention]:
        """Every reference of this record to another one, in the order of its fields."""
        return mentions_in(self, _paths_of(type(self)))

    def __str__(self) -> str:
        return f"{self.kind} {self.address}: {self.title}" if self.title else f"{self.kind} {self.address}"


def address_of(kind: str, id_: str, project: str | None) -> str:
    """The address of the record ``id_`` of a kind, as it is written from elsewhere."""
    if kind == "person":
        return f"@{id_}"
    if kind == "project":
        return id_
    if project is None:
        return f"{kind}/{id_}"
    return f"{project}/plan.{id_}" if kind == "task" else f"{project}/{id_}"


@cache
def _paths_of(model: type[BaseModel]) -> tuple[tuple[Path, Any], ...]:
    return reference_paths(model)
