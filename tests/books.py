"""Books from a few lines of YAML, for tests of the floors above reading."""

from __future__ import annotations

from datetime import date
from typing import Any

import yaml
from handbook.records.book import Book
from handbook.records.kind import Kind, kinds
from handbook.records.kinds.settings import Settings
from handbook.records.record import Record

STATUS = date(2026, 6, 1)
CHARTER = {"manager": "ana", "sponsor": "tom", "status": "active", "start": "2026-06-01"}


def book(text: str, status_date: date = STATUS) -> Book:
    """The book that ``text`` describes.

    Its keys are `settings`, the organisation's files (`people`, `teams`, `roles`, `calendars`), and projects;
    under a project stand `project` (a charter whose missing fields are made up), `tasks`, `milestones`,
    `reports` and all files of records by name. Every scalar is text, as it is for the reader of files.
    """
    data: dict[str, Any] = yaml.load(text, yaml.BaseLoader) or {}
    records: list[Record] = []
    settings = Settings.model_validate(data.pop("settings", {}))
    for kind in kinds().values():
        if kind.organisation and not kind.single:
            records += _keyed(kind, data.pop(kind.file.removesuffix(".yml"), {}), None)
    for project, files in data.items():
        records += _project(project, files or {})
    return Book(tuple(records), settings, status_date)


def _project(project: str, files: dict[str, Any]) -> list[Record]:
    charter = {**CHARTER, "title": project.capitalize(), **files.pop("project", {})}
    records: list[Record] = _record(kinds()["project"], project, charter, project, "")
    for name in ("backlog", "budget", "levelled"):
        if name in files:
            records += _record(kinds()[name], name, files.pop(name) or {}, project, "")
    for kind in kinds().values():
        if not kind.organisation and not kind.single:
            name = kind.under or kind.file.removesuffix(".yml") or kind.folder
            records += _keyed(kind, files.pop(name, {}) if name else {}, project)
    assert not files, f"unknown keys: {list(files)}"
    return records


def _keyed(kind: Kind, found: dict[str, Any], project: str | None, parent: str = "") -> list[Record]:
    return [
        record
        for id_, fields in (found or {}).items()
        for record in _record(kind, id_, fields or {}, project, parent)
    ]


def _record(kind: Kind, id_: str, fields: dict[str, Any], project: str | None, parent: str) -> list[Record]:
    if isinstance(fields, str):
        fields = {kind.bare: fields}
    fields = {kind.wrap: fields} if kind.wrap else dict(fields)
    if kind.model.model_fields["title"].is_required():
        fields.setdefault("title", id_)
    inside: list[Record] = []
    for nest in kind.nests:
        for key, inner in (fields.pop(nest.key, None) or {}).items():
            below = f"{id_}.{key}" if nest.dotted else key
            inside += _record(kinds()[nest.kind], below, inner or {}, project, "" if kind.single else id_)
    own = {"id": id_, "project": project, "parent": parent}
    return [kind.model.model_validate({**fields, **own}), *inside]
