"""A kind of record: its name, its model, and the files it lives in."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from handbook.discovery import modules_in
from handbook.records.record import Record

ROOM = "handbook.records.kinds"

Naming = Literal["id", "date", "period"]
"""What the records of a kind are called: by an id, by a date, or by an id, a month or a date (a period)."""


@dataclass(frozen=True, slots=True)
class Nest:
    """Records inside a record: ``key`` holds a mapping of records of ``kind``.

    ``dotted`` ids continue the id of the record around them: ``build`` holds ``build.api``. ``after`` is the
    field behind which they are written; they stand last if none is named.
    """

    key: str
    kind: str
    dotted: bool = False
    after: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """How records of one model are kept.

    ``file`` is the keyed YAML file, in the project's folder or, for the ``organisation``, beside the
    projects; empty if the kind has none. ``under`` is the key of that file that holds the mapping, if the
    file holds several. ``folder`` takes one Markdown or YAML file per record. ``single``: the file is one
    record, not a mapping; it is called like its project if the kind is ``project``, and else like its kind.
    ``naming``: what ids look like. ``prefix``: what a new id begins with where ids are counted: ``R`` for
    ``R-7``; without one, ids are words. ``bare``: the field that is meant by a text in the place of all
    fields. ``wrap``: the whole mapping of a record is the value of that field. ``nests``: records inside
    the record. ``blank``: the fields that remain of a record its reader may not see, because the plan of
    others depends on it; of a kind without any, nothing remains. A name with a point (``leave.from``) is
    that of a field of the parts in a list. ``aside``: what remains is kept apart, where only planning and
    forecasts look, and not among the records. ``audience``: the circle of records that name none, where that
    of their project is wider; such a record and those inside it are read as one, by the narrowest of their
    circles, for a sum and all parts but one tell that one.
    """

    model: type[Record]
    file: str = ""
    folder: str = ""
    under: str = ""
    organisation: bool = False
    single: bool = False
    naming: Naming = "id"
    prefix: str = ""
    bare: str = ""
    wrap: str = ""
    nests: tuple[Nest, ...] = ()
    blank: tuple[str, ...] = ()
    aside: bool = False
    audience: str = ""

    @property
    def name(self) -> str:
        """The word for the kind, in the singular: ``risk``."""
        return self.model.kind

    def __str__(self) -> str:
        return f"{self.name} ({', '.join(filter(None, (self.file, self.folder and self.folder + '/')))})"


@cache
def kinds() -> dict[str, Kind]:
    """All kinds by name, in the order of their files in the room."""
    found = [module.KIND for module in modules_in(ROOM) if hasattr(module, "KIND")]
    return {kind.name: kind for kind in found}
