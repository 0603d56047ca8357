"""Which file is what: the files of a handbook, each with the kinds of record it holds."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from handbook.loading.tree import Entry, Tree
from handbook.problems import Place, Problem, Severity
from handbook.problems.nearest import nearest
from handbook.records.kind import Kind, kinds
from handbook.records.types.identifier import id_cure, is_id

LEFT_ALONE = ("pages",)
"""Folders of a project that hold no records written by hand."""

SETTINGS_ID = "handbook"
_CHARTER_ID = "project"


class Sheet(NamedTuple):
    """A file to be read: its path, its project, the kinds of its records, and the id if it is one record."""

    file: str
    project: str | None
    kinds: tuple[str, ...]
    id: str = ""

    @property
    def is_markdown(self) -> bool:
        """Whether it has front matter and a body."""
        return self.file.endswith(".md")


class Shelf(NamedTuple):
    """The files and folders that are read at one level: file name to kinds, folder name to kind."""

    files: dict[str, tuple[Kind, ...]]
    folders: dict[str, Kind]


@dataclass(slots=True)
class Survey:
    """What stands in a handbook's folder: the sheets to be read, and what is wrong with the rest.

    ``lost`` are the addresses, as the book keeps them, of records in what is no regular file. ``folders`` are
    the names of all folders of projects, whether they were to be read or not.
    """

    sheets: list[Sheet] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)
    folders: list[str] = field(default_factory=list)
    projects: int = 0


@cache
def shelf(organisation: bool) -> Shelf:
    """What is read beside the projects, or inside each of them."""
    files: dict[str, tuple[Kind, ...]] = {}
    folders: dict[str, Kind] = {}
    for kind in kinds().values():
        if kind.organisation != organisation:
            continue
        if kind.file:
            files[kind.file] = (*files.get(kind.file, ()), kind)
        if kind.single and not organisation:
            files[kind.file.replace(".yml", ".md")] = (kind,)
        if kind.folder:
            folders[kind.folder] = kind
    return Shelf(files, folders)


def survey(tree: Tree, top: str, only: Collection[str] | None = None) -> Survey:
    """All sheets below the folder ``top``, the organisation's first, then project by project.

    Of projects ``only`` those in these folders are read, if any are named; the others are not looked into.
    """
    found = Survey()
    try:
        entries = _visible(tree, top)
    except FileNotFoundError:
        cure = f"make the folder '{top}' with a folder for each project in it"
        found.problems.append(
            Problem("READ012", f"expected a folder '{top}', found none", Place(top), cure=cure)
        )
        return found
    except OSError as error:
        found.problems.append(unreadable(top, error, None))
        return found
    folders = shelf(organisation=True).folders
    projects = [entry for entry in entries if entry.kind == "folder" and entry.name not in folders]
    _level(tree, top, None, [entry for entry in entries if entry not in projects], found)
    names: dict[str, str] = {}
    for entry in projects:
        path = f"{top}/{entry.name}"
        if (first := names.setdefault(entry.name.casefold(), entry.name)) == entry.name:
            if is_id(entry.name):
                found.folders.append(entry.name)
            if only is None or entry.name in only or not is_id(entry.name):
                _project(tree, path, entry.name, found)
            else:
                found.projects += 1
        else:
            message = f"the project '{entry.name}' has the id of '{top}/{first}'"
            cure = "choose another name; ids are compared without case"
            found.problems.append(Problem("FIELD008", message, Place(path), cure=cure))
    if not found.projects:
        cure = f"make a folder for a project, with its charter: {top}/<project>/project.yml"
        found.problems.append(Problem("READ012", f"found no project in '{top}'", Place(top), cure=cure))
    return found


def sheet_of(file: str, project: str) -> Sheet | None:
    """The sheet that a file in the folder of a project is; None if nothing reads it."""
    folder, _, name = file.rpartition("/")
    known = shelf(organisation=False)
    if name in known.files and folder.rpartition("/")[2].casefold() == project.casefold():
        held = known.files[name]
        return Sheet(file, project, tuple(kind.name for kind in held), _single(held[0], project))
    kind = known.folders.get(folder.rpartition("/")[2])
    return Sheet(file, project, (kind.name,), name.rpartition(".")[0]) if kind else None


def unreadable(path: str, error: OSError, project: str | None) -> Problem:
    """The problem of a file or folder that the system does not let us read."""
    reason = (error.strerror or type(error).__name__).lower()
    return Problem("READ016", f"'{path}' cannot be read: {reason}", Place(path), project=project, fatal=True)


def _visible(tree: Tree, folder: str) -> list[Entry]:
    return [entry for entry in tree.children(folder) if not _is_ignored(entry)]


def _is_ignored(entry: Entry) -> bool:
    name = entry.name
    hidden = name.startswith(".") or (name.startswith("_") and entry.kind == "folder")
    return hidden or name.casefold() == "readme.md"


def _project(tree: Tree, path: str, name: str, found: Survey) -> None:
    entries = _entries(tree, path, name, found)
    if not any(_holds_files(tree, path, entry) for entry in entries):
        return
    found.projects += 1
    if not is_id(name):
        message = f"expected the id of a project as the name of a folder, found '{name}'"
        found.problems.append(Problem("FIELD007", message, Place(path), cure=id_cure(name)))
        return
    if not any(entry.name in _charters() for entry in entries):
        message, cure = f"the project '{name}' has no charter", f"write '{path}/project.yml'"
        found.problems.append(
            Problem("READ018", message, Place(f"{path}/project.yml"), cure=cure, project=name)
        )
    _level(tree, path, name, entries, found)


def _charters() -> Iterator[str]:
    return (name for name, held in shelf(organisation=False).files.items() if held[0].name == _CHARTER_ID)


def _entries(tree: Tree, path: str, project: str | None, found: Survey) -> list[Entry]:
    try:
        return _visible(tree, path)
    except OSError as error:
        found.problems.append(unreadable(path, error, project))
        return []


def _level(tree: Tree, path: str, project: str | None, entries: list[Entry], found: Survey) -> None:
    """Sort the files and folders of one level: those beside the projects, or those of one project."""
    known = shelf(organisation=project is None)
    for entry in entries:
        here = f"{path}/{entry.name}"
        if entry.name in known.files and entry.kind == "file":
            held = known.files[entry.name]
            found.sheets.append(
                Sheet(here, project, tuple(kind.name for kind in held), _single(held[0], project))
            )
        elif entry.name in known.folders and entry.kind == "folder":
            _folder(tree, here, project, known.folders[entry.name], found)
        elif entry.kind not in ("file", "folder"):
            found.problems.append(_not_regular(here, entry, project))
            if entry.name in known.files or entry.name in known.folders:
                found.lost.add(f"{project or ''}/*".casefold())
        elif entry.name not in LEFT_ALONE and _holds_files(tree, path, entry):
            names = (*known.files, *known.folders)
            found.problems.append(_unread(here, entry, project, _cure(entry, names, project)))


def _single(kind: Kind, project: str | None) -> str:
    """The id of the one record of a file; empty if the file holds a mapping of records."""
    if not kind.single:
        return ""
    return SETTINGS_ID if project is None else project if kind.name == _CHARTER_ID else kind.name


def _folder(tree: Tree, path: str, project: str | None, kind: Kind, found: Survey) -> None:
    """The records of a folder, one in each file."""
    for entry in _entries(tree, path, project, found):
        here = f"{path}/{entry.name}"
        stem, _, ending = entry.name.rpartition(".")
        if entry.kind not in ("file", "folder"):
            found.problems.append(_not_regular(here, entry, project))
            found.lost.add(f"{project or ''}/{stem}".casefold())
        elif entry.kind == "file" and stem and ending in ("md", "yml"):
            found.sheets.append(Sheet(here, project, (kind.name,), stem))
        elif _holds_files(tree, path, entry):
            cure = (
                f"rename it to '{stem}.yml'"
                if ending == "yaml"
                else "records are files that end in .md or .yml"
            )
            found.problems.append(_unread(here, entry, project, cure))


def _holds_files(tree: Tree, path: str, entry: Entry) -> bool:
    """Whether an entry is a file or has one somewhere inside; an empty folder is nothing to git or to us."""
    waiting = [(f"{path}/{entry.name}", entry.kind)]
    while waiting:
        here, kind = waiting.pop()
        if kind != "folder":
            return True
        try:
            waiting += [(f"{here}/{child.name}", child.kind) for child in _visible(tree, here)]
        except OSError:
            return True
    return False


def _not_regular(path: str, entry: Entry, project: str | None) -> Problem:
    message = f"expected a regular file or folder, found {entry.kind}"
    itself = "folder" if entry.kind.endswith("to a folder") else "file"
    cure = f"put the {itself} itself here" if "link" in entry.kind else "remove it"
    return Problem("READ008", message, Place(path), cure=cure, project=project, fatal=True)


def _unread(path: str, entry: Entry, project: str | None, cure: str) -> Problem:
    what = "the folder " if entry.kind == "folder" else ""
    message = f"nothing reads {what}'{entry.name}'"
    return Problem("READ009", message, Place(path), Severity.WARNING, cure, project)


def _cure(entry: Entry, known: tuple[str, ...], project: str | None) -> str:
    elsewhere = shelf(organisation=project is not None)
    if entry.name in elsewhere.files or entry.name in elsewhere.folders:
        return "it is read inside a project's folder" if project is None else "it is read beside the projects"
    stem, _, ending = entry.name.rpartition(".")
    if ending in ("yaml", "YML", "YAML"):
        return f"rename it to '{_nearest_name(stem, 'yml', known) or f'{stem}.yml'}'"
    meant = _nearest_name(stem, ending, known) if stem else nearest(entry.name, known)
    return f"did you mean '{meant}'?" if meant else f"what is read here: {', '.join(sorted(known))}"


def _nearest_name(stem: str, ending: str, known: tuple[str, ...]) -> str | None:
    """The known file that is most like ``stem``; the ending says nothing about what was meant."""
    stems = {name.removesuffix(f".{ending}"): name for name in known if name.endswith(f".{ending}")}
    return stems.get(nearest(stem, stems) or "")
