"""The files of a new handbook, from templates beside this module."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from importlib.resources import files as resources
from importlib.resources.abc import Traversable
from string import Template

from handbook.exchange.schemas.folder import FOLDER, schema_line, schema_texts, with_schema_line
from handbook.loading.layout import Sheet, shelf

PROJECTS = "projects"
_DOT = "dot."


def starter(title: str, manager: str, today: date) -> dict[str, str]:
    """The texts of all files of a new handbook by their paths, with one small project.

    ``title`` is what the handbook is called, ``manager`` the name of the person who leads the first project,
    which begins on the next Monday after ``today``.
    """
    start = today + timedelta(7 - today.weekday())
    facts = {
        "title": _quoted(title),
        "manager": id_of(manager),
        "name": _quoted(manager),
        "today": today.isoformat(),
        "start": start.isoformat(),
        "due": (start + timedelta(weeks=4)).isoformat(),
        "finish": (start + timedelta(weeks=5)).isoformat(),
    }
    found = {path: Template(text).substitute(facts) for path, text in _templates()}
    named = {path: _with_line(path, text) for path, text in found.items()}
    schemas = {f"{PROJECTS}/{FOLDER}/{name}": text for name, text in schema_texts().items()}
    return dict(sorted({**named, **schemas}.items()))


def id_of(name: str) -> str:
    """An id for a person: the first of the names in lower case; ``manager`` if it has no Latin letters."""
    first = re.sub(r"[^a-z0-9]", "", name.partition(" ")[0].casefold())
    return first if first[:1].isalpha() and first != "sponsor" else "manager"


def _quoted(text: str) -> str:
    """Text as a YAML scalar: as it is where that is safe, otherwise in double quotes."""
    if re.fullmatch(r"[A-Za-z][\w .'-]*", text, re.ASCII) and not text.endswith(" "):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _with_line(path: str, text: str) -> str:
    """A file of records with the line that names its schema."""
    if not path.startswith(f"{PROJECTS}/"):
        return text
    _, *inside, name = path.split("/")
    project = inside[0] if inside else None
    held = shelf(organisation=project is None).files[name]
    sheet = Sheet(path, project, tuple(kind.name for kind in held), name if held[0].single else "")
    return with_schema_line(text, schema_line(sheet, PROJECTS))


def _templates() -> Iterator[tuple[str, str]]:
    """The templates by their paths in the new repository."""
    yield from _below(resources("handbook.exchange.starter") / "files", "")


def _below(folder: Traversable, path: str) -> Iterator[tuple[str, str]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = f".{entry.name.removeprefix(_DOT)}" if entry.name.startswith(_DOT) else entry.name
        if entry.is_dir():
            yield from _below(entry, f"{path}{name}/")
        else:
            yield f"{path}{name}", entry.read_text("utf-8")
