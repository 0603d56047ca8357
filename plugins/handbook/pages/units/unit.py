"""A unit: one project, or the records of the organisation, and all that a check has found of it."""

from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from handbook.loading.history import History

ORGANISATION = ""


class Wanted(NamedTuple):
    """The handbook to be checked, the day it speaks of, and the rules that are chosen.

    ``history`` is that of its records, up to a ``commit``.
    """

    root: Path
    projects: str
    day: date
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    history: History | None = None
    commit: str = ""


class Edge(NamedTuple):
    """A record of one project that names a record of another.

    ``citing`` and ``target`` are the projects, ``address`` is that of the record named. ``file``, ``kind``,
    ``id`` and ``path`` say where the reference stands, ``digest`` what else is in that file.
    """

    citing: str
    target: str
    address: str
    file: str
    kind: str
    id: str
    path: list[str | int]
    digest: str


class Unit(NamedTuple):
    """What a check has found of one unit, in plain data: lists, texts and numbers.

    ``folder`` is that of the project, '' for the organisation. ``reached`` are the projects that it looked
    into, ``cited`` the references from others that it was checked with, ``citing`` its own to others;
    ``around`` is what was asked of the folder beside the projects. ``problems`` are those that rules find in
    the unit alone, ``gathered`` what rules need that look farther, by code. ``kept`` are records as they were
    written; ``broken`` and ``impaired`` are as in a book, ``records`` is how many there are. ``commit`` is
    the last one, if the history was asked.
    """

    folder: str
    reached: list[str]
    cited: list[list[Any]]
    citing: list[list[Any]]
    around: list[list[Any]]
    problems: list[list[Any]]
    allowances: list[list[Any]]
    gathered: dict[str, Any]
    kept: list[list[Any]]
    broken: list[str]
    impaired: list[str]
    records: int
    commit: str


def unit_in(data: Any) -> Unit | None:
    """The unit that plain data tells of; None for anything else."""
    types = (str, *(list,) * 6, dict, *(list,) * 3, int, str)
    if not isinstance(data, list) or len(data) != len(types):
        return None
    return Unit(*data) if all(map(isinstance, data, types)) else None


def owner(file: str, projects: str, folders: Collection[str]) -> str:
    """The unit that a file belongs to: the project whose folder it is in, or the organisation."""
    top, _, rest = file.partition("/")
    name = rest.partition("/")[0]
    return name if top == projects and name in folders else ORGANISATION


def inbound(units: Iterable[Unit]) -> dict[str, list[list[Any]]]:
    """The references from others to each unit, in order."""
    found: dict[str, list[list[Any]]] = {}
    for unit in units:
        for edge in unit.citing:
            found.setdefault(Edge(*edge).target, []).append(edge)
    return {target: sorted(edges, key=str) for target, edges in found.items()}
