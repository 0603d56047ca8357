"""JSON: all registers in one document, beside the JSON Schema that it follows.

- ``version`` – 1; a key that is added leaves it, a key that changes its meaning raises it
- ``title``, ``status_date``, ``audience`` – of the handbook; the audience is empty if everything was read
- ``records`` – by kind, a list of records in the order they were written, each with ``project`` (null for the
  organisation's own), ``id``, ``address``, ``parent`` (the record it is nested in, or empty) and ``fields``,
  as they are written in files
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from handbook.exchange.register import Register, Row
from handbook.exchange.schemas.definitions import definitions, name_of
from handbook.exchange.schemas.files import DRAFT
from handbook.records.kind import Kind
from handbook.records.types.meaning import Json

ENDING = ".json"
MANY = False
VERSION = 1
SCHEMA = "handbook.schema"


def write(registers: Sequence[Register], about: Mapping[str, str]) -> dict[str, bytes]:
    """The document, called ``handbook``, and its schema."""
    content = {
        "$schema": f"{SCHEMA}{ENDING}",
        "version": VERSION,
        **about,
        "records": {register.kind.name: [_entry(row) for row in register.rows] for register in registers},
    }
    kinds = [register.kind for register in registers]
    return {"handbook": _bytes(content), SCHEMA: _bytes(schema(kinds))}


def schema(kinds: Sequence[Kind]) -> Json:
    """The schema of a document with records of ``kinds``."""
    found = definitions(kinds, {})
    lists = {kind.name: {"type": "array", "items": _record(kind)} for kind in kinds}
    text = {"type": "string"}
    return {
        "$schema": DRAFT,
        "type": "object",
        "required": ["version", "title", "status_date", "audience", "records"],
        "properties": {
            "$schema": text,
            "version": {"const": VERSION},
            "title": text,
            "status_date": {"type": "string", "format": "date"},
            "audience": text,
            "records": {"type": "object", "properties": lists, "additionalProperties": False},
        },
        "additionalProperties": False,
        "$defs": found,
    }


def _record(kind: Kind) -> Json:
    text = {"type": "string"}
    properties: dict[str, Any] = {
        "project": {"type": ["string", "null"]},
        "id": text,
        "address": text,
        "parent": text,
        "fields": {"$ref": f"#/$defs/{name_of(kind)}"},
    }
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _entry(row: Row) -> dict[str, Any]:
    record = row.record
    place = {"project": record.project, "id": record.id, "address": record.address, "parent": record.parent}
    return {**place, "fields": row.fields}


def _bytes(content: Any) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")
