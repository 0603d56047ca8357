"""Where a new record is written: a register, a record around it, or a file of its own."""

from collections.abc import Mapping
from functools import cache
from posixpath import dirname
from typing import NamedTuple

from handbook.exchange.editing.editable import CannotEdit
from handbook.problems.nearest import did_you_mean
from handbook.records.book import Book
from handbook.records.kind import Kind, Nest, kinds
from handbook.records.record import Record
from handbook.records.types.fault import shown

PROSE = ("decision", "report")
"""Kinds that are kept as Markdown where nothing says otherwise."""


class Site(NamedTuple):
    """The file of a new record, and the path of the mapping it goes into.

    ``prefix`` is what its id begins with and its key does not. ``is_own`` says that the file holds nothing
    else: then the id is its name.
    """

    file: str
    under: tuple[str, ...] = ()
    prefix: str = ""
    is_own: bool = False


def site(
    book: Book,
    kind: Kind,
    project: str | None,
    *,
    parent: str = "",
    form: str = "",
    projects: str = "projects",
) -> Site:
    """Where a record of a kind goes in a project, or beside the projects. Of a file of its own, the folder.

    ``parent`` is the id of the record around it, ``form`` is ``md``, ``yml`` or '' for what is usual. Raises
    `CannotEdit` if it cannot go there.
    """
    folder = f"{projects}/{project}" if project else projects
    if parent or kind.name in _holders():
        if form == "md" or (parent and kind.name not in _inner()):
            what = "as a file of its own" if form == "md" else f"inside '{parent}'"
            if not (form == "md" and kind.folder and not parent):
                raise CannotEdit(f"a {kind.name} cannot be written {what}")
        elif parent or not kind.file:
            return _inside(book, kind, project, parent, folder)
    if kind.single:
        return Site(f"{folder}/{kind.file}", is_own=True)
    if _form(book, kind, project, form) == "md":
        return Site(f"{folder}/{kind.folder}", is_own=True)
    return Site(f"{folder}/{kind.file}", (kind.under,) if kind.under else ())


def _form(book: Book, kind: Kind, project: str | None, form: str) -> str:
    """Markdown or YAML: what is asked for, else what most records of the kind are in this project."""
    if form == "md" and not kind.folder:
        raise CannotEdit(f"a {kind.name} has no file of its own: it is written in {kind.file}")
    if not kind.file or form:
        return form or "md"
    files = [record.origin.file for record in book.of(kind.model, project)]
    prose = sum(file.endswith(".md") for file in files)
    return "md" if prose * 2 > len(files) or (not files and kind.name in PROSE) else "yml"


def _inside(book: Book, kind: Kind, project: str | None, parent: str, folder: str) -> Site:
    """Inside another record: the one called ``parent``, or the one that its project has of the kind."""
    outer, nest = _inner()[kind.name]
    if not parent and not outer.single:
        raise CannotEdit(f"a {kind.name} stands inside a {outer.name} – add --in and its id")
    holder = _holder(book, outer, project, parent)
    if holder is None:
        return Site(f"{folder}/{outer.file}", (nest.key,))
    path = tuple(str(step) for step in holder.origin.path)
    return Site(holder.origin.file, (*path, nest.key), f"{holder.id}." if nest.dotted else "")


def _holder(book: Book, outer: Kind, project: str | None, parent: str) -> Record | None:
    if not parent:
        return next(iter(book.of(outer.model, project)), None)
    if found := book.get(outer.model, parent.removeprefix("plan."), project):
        return found
    cure = did_you_mean(parent, [record.id for record in book.of(outer.model, project)])
    raise CannotEdit(f"unknown {outer.name} {shown(parent)}{f' – {cure}' if cure else ''}")


@cache
def _inner() -> Mapping[str, tuple[Kind, Nest]]:
    """The kinds that stand inside others, with the kind around them; of several the one of the same kind."""
    found: dict[str, tuple[Kind, Nest]] = {}
    for kind in kinds().values():
        for nest in kind.nests:
            if nest.kind not in found or nest.kind == kind.name:
                found[nest.kind] = kind, nest
    return found


@cache
def _holders() -> frozenset[str]:
    """The kinds that stand only inside others."""
    return frozenset(name for name in _inner() if not kinds()[name].file)


def heading(file: str, book: Book, project: str | None) -> str:
    """The comment on the first line of a new file: what its records are, and of which project."""
    stem = file.rpartition("/")[2].removesuffix(".yml")
    name = _NAMES.get(stem, stem.capitalize())
    charter = book.project(project) if project else None
    return f"# {name} of {charter.title}." if charter else f"# {name}."


_NAMES = {"raci": "Responsibilities", "quality": "Quality gates"}


def schema_line(file: str, siblings: Mapping[str, str]) -> str:
    """The line that names the schema of a new file, as those beside it have one; '' if none has.

    ``siblings`` are the texts of files by their paths.
    """
    stem = file.rpartition("/")[2].removesuffix(".yml")
    for path, text in siblings.items():
        own = path.rpartition("/")[2].removesuffix(".yml")
        line = next(
            (line for line in text.splitlines()[:10] if line.startswith("# yaml-language-server:")), ""
        )
        if dirname(path) == dirname(file) and f"/{own}." in line:
            head, _, tail = line.rpartition(f"/{own}.")
            return f"{head}/{stem}.{tail}"
    return ""
