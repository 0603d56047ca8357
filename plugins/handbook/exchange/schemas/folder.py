"""The folder of schemas in a handbook, and the line of a file that names its schema."""

import json
import re
from collections.abc import Mapping

from handbook.exchange.schemas.files import file_schemas
from handbook.loading.layout import Sheet
from handbook.records.book import Book
from handbook.records.kind import kinds

FOLDER = ".schema"
"""Beside the projects; files of a name that begins with a dot are no records."""

_MARK = "# yaml-language-server: $schema="
_LINE = re.compile(rf"^{re.escape(_MARK)}\S+[ \t]*$", re.MULTILINE)


def schema_texts(known: Mapping[str, tuple[str, ...]] | None = None) -> dict[str, str]:
    """The schemas as the texts of files, by their names: ``risks.json`` for ``risks.yml``.

    ``known`` are ids by kind, which editors then offer where such a record may be named.
    """
    found = file_schemas(known or {})
    return {
        f"{name}.json": json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
        for name, schema in found.items()
    }


def known_ids(book: Book) -> dict[str, tuple[str, ...]]:
    """The ids of the organisation's records by kind: what editors offer for owners, roles and calendars.

    Ids of projects are left out: a schema is for the files of all of them.
    """
    held = (kind for kind in kinds().values() if kind.organisation and not kind.single)
    return {kind.name: tuple(sorted(record.id for record in book.of(kind.model))) for kind in held}


def schema_line(sheet: Sheet, projects: str) -> str:
    """The line that tells editors the schema of a YAML file of records in the folder ``projects``."""
    inside = sheet.file.removeprefix(f"{projects}/")
    kind = kinds()[sheet.kinds[0]]
    stem = inside.rpartition("/")[2].removesuffix(".yml")
    name = f"{kind.name}.record" if sheet.id and not kind.single else stem
    return f"{_MARK}{'../' * inside.count('/')}{FOLDER}/{name}.json"


def with_schema_line(text: str, line: str) -> str:
    """The text of a file with the line at its top, in the place of one that names another schema."""
    if _LINE.search(text):
        return _LINE.sub(line, text, count=1)
    return f"{line}\n{text}"
