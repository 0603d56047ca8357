"""All templates: ours, and those that a site has of its own."""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

from pydantic import Field

from handbook.loading.flaw import Flaw, Unreadable
from handbook.loading.front_matter import split
from handbook.loading.text import text_of
from handbook.pages.fields import BAD_OPTION, UNREADABLE, fitted, read_fields
from handbook.pages.reader import Reader
from handbook.pages.sections import sections
from handbook.pages.template import Template
from handbook.problems import Place, Problem
from handbook.problems.nearest import did_you_mean
from handbook.records.kind import kinds
from handbook.records.record import Part
from handbook.records.types.many import Many
from handbook.records.types.text import Line


class Front(Part):
    """What the front matter of a template says."""

    title: Line = Field("", description="The title of the page; that of the record for pages of records.")
    order: int = Field(100, ge=0, le=10_000, description="Its place among the others, the lowest first.")
    when: Many[Line] = Field((), description="Kinds of record: the page is made where there is one of them.")
    home: Many[Line] = Field((), description="Kinds of record that are at home on it.")
    wide: Literal["true", "false"] = Field("false", description="Whether it needs all the room there is.")


@cache
def ours() -> tuple[Template, ...]:
    """The templates that come with the package. Raises `ValueError` if one of them is faulty."""
    found, problems = _read(files("handbook.pages") / "templates", "templates")
    if problems:
        raise ValueError("\n".join(map(str, problems)))
    return found


@cache
def our_names() -> frozenset[str]:
    """The names of the templates that come with the package, without reading them."""
    return frozenset(name for name, _ in _markdown(files("handbook.pages") / "templates", ""))


def templates(folder: Path | None) -> tuple[tuple[Template, ...], list[Problem]]:
    """Our templates and those in ``folder``, which go before ours of the same name."""
    if folder is None:
        return ours(), []
    own, problems = _read(folder, folder.name)
    by_name = {template.name: template for template in (*ours(), *own)}
    return tuple(by_name.values()), problems


def _read(folder: Traversable, shown: str) -> tuple[tuple[Template, ...], list[Problem]]:
    found: list[Template] = []
    problems: list[Problem] = []
    for name, file in _markdown(folder, ""):
        template, faults = read_template(file.read_bytes(), name, f"{shown}/{name}.md")
        found += [template] if template else []
        problems += faults
    return tuple(found), problems


def _markdown(folder: Traversable, above: str) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _markdown(entry, f"{above}{entry.name}/")
        elif entry.name.endswith(".md"):
            yield f"{above}{entry.name.removesuffix('.md')}", entry


def read_template(raw: bytes, name: str, file: str) -> tuple[Template | None, list[Problem]]:
    """The template in the bytes of a file, and what is wrong with it."""
    flaws: list[Flaw] = []
    try:
        front, body, line = split(text_of(raw, flaws))
    except Unreadable as end:
        place = Place(file, end.flaw.line, end.flaw.column)
        return None, [Problem(UNREADABLE, end.flaw.message, place, cure=end.flaw.cure)]
    fields, problems = read_fields(front, Place(file))
    if fields is None:
        return None, problems
    said, faults = fitted(fields, Front)
    reader = Reader()
    parts = sections(body, Place(file, line), reader.fence)
    problems += [*faults, *reader.problems, *_unknown_kinds(said, file)]
    if said is None:
        return None, problems
    return Template(
        name, parts, said.title, said.order, said.when, said.home, said.wide == "true", file
    ), problems


def _unknown_kinds(front: Front | None, file: str) -> Iterator[Problem]:
    named: Sequence[str] = (*front.when, *front.home) if front else ()
    for name in named:
        if name not in kinds():
            cure = did_you_mean(name, kinds()) or f"the kinds are {', '.join(kinds())}"
            yield Problem(BAD_OPTION, f"unknown kind of record '{name}'", Place(file), cure=cure)
