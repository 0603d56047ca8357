"""What is renamed: the record, those whose ids continue its id, and what each is called afterwards."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from handbook.exchange.editing.editable import CannotEdit
from handbook.problems.nearest import did_you_mean
from handbook.records.book import Book
from handbook.records.kind import kinds
from handbook.records.kinds.project import Project
from handbook.records.record import Record, address_of
from handbook.records.types.fault import shown
from handbook.records.types.identifier import id_cure, is_id, is_month_id

Key = tuple[str, str, str]
"""Kind, project ('' for the organisation) and id of a record, in lower case."""


def key_of(record: Record) -> Key:
    """The key of a record."""
    return record.kind, (record.project or "").casefold(), record.id.casefold()


@dataclass(frozen=True, slots=True)
class Target:
    """A record with its new id, and the new ids of all that are called after it.

    ``names`` maps keys of records to their new ids. ``project`` is the new id of a project that is renamed,
    '' otherwise.
    """

    record: Record
    new: str
    names: Mapping[Key, str] = field(default_factory=dict)
    project: str = ""

    def name(self, record: Record) -> str:
        """What a record is called afterwards."""
        return self.names.get(key_of(record), record.id)

    def project_of(self, record: Record) -> str | None:
        """The id of the project of a record afterwards."""
        return self.renamed_project(record.project) if record.project else record.project

    def renamed_project(self, project: str) -> str:
        """What a project is called afterwards."""
        return self.project if self.project and project.casefold() == self.record.id.casefold() else project

    def address(self, record: Record) -> str:
        """The address of a record afterwards."""
        return address_of(record.kind, self.name(record), self.project_of(record))


def target(book: Book, old: str, new: str, project: str | None = None) -> Target:
    """The record that ``old`` means, seen from ``project`` if one is named, to be called ``new``.

    Raises `CannotEdit` if it means none or several, or if the new name is no id, taken, or in another task.
    """
    record = _meant(book, old, project)
    new = new.rpartition("/")[2].removeprefix("@")
    new = new.removeprefix("plan.") if record.kind == "task" else new
    if new == record.id:
        raise CannotEdit(f"{record.address} has that id")
    _allow(record, new)
    names = dict(_names(book, record, new))
    _refuse_taken(book, record, names)
    return Target(record, new, names, new if isinstance(record, Project) else "")


def _meant(book: Book, old: str, project: str | None) -> Record:
    if project and not book.project(project):
        cure = did_you_mean(project, [one.id for one in book.projects])
        raise CannotEdit(f"unknown project {shown(project)}{f' – {cure}' if cure else ''}")
    found = _distinct(book.resolve(old, project)) or ([] if project else _anywhere(book, old))
    if not found:
        ids = (record.id for record in book.records if not project or record.project == project)
        cure = did_you_mean(old.rpartition("/")[2], ids)
        raise CannotEdit(f"unknown record {shown(old)}{f' – {cure}' if cure else ''}")
    if len(found) > 1:
        listed = ", ".join(f"{record.address} ({record.kind})" for record in found)
        raise CannotEdit(f"{shown(old)} is the name of several records: {listed} – name one of them")
    return found[0]


def _anywhere(book: Book, old: str) -> list[Record]:
    """The records with an id in whatever project."""
    name = old.casefold().removeprefix("plan.")
    return _distinct(record for record in book.records if record.id.casefold() == name)


def _distinct(records: Iterable[Record]) -> list[Record]:
    return [record for record in records if record.kind != "raci"]


def _allow(record: Record, new: str) -> None:
    """Refuse a name that a record of its kind cannot have."""
    kind = kinds()[record.kind]
    if kind.single and not isinstance(record, Project):
        raise CannotEdit(f"the {record.kind} has no id of its own: it is called after its file")
    is_date = kind.naming != "id" and _is_date(new)
    is_month = kind.naming == "period" and is_month_id(new)
    if not (is_date or is_month or (kind.naming != "date" and is_id(new))):
        expected = "a date like 2026-03-31" if kind.naming == "date" else "an id like R-7 or build.api"
        raise CannotEdit(f"expected {expected}, found {shown(new)} – {id_cure(new)}")
    outer = _outer(record)
    if outer and (not new.casefold().startswith(outer.casefold()) or "." in new[len(outer) :]):
        raise CannotEdit(
            f"expected an id that continues '{outer}', found {shown(new)} – to move it, edit the file"
        )


def _outer(record: Record) -> str:
    """What the id of a record that stands inside another must begin with."""
    key = str(record.origin.path[-1]) if record.origin.path else record.id
    return record.id[: len(record.id) - len(key)]


def _is_date(text: str) -> bool:
    try:
        return bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII)) and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _names(book: Book, record: Record, new: str) -> Iterator[tuple[Key, str]]:
    """The new ids of the record, of those inside it that continue its id, and of rows that bear it."""
    yield key_of(record), new
    old = record.id.casefold()
    dotted = {nest.kind for nest in kinds()[record.kind].nests if nest.dotted}
    family = {record.kind, *dotted} if dotted else {record.kind}
    for other in book.records:
        if (other.project or "").casefold() != (record.project or "").casefold():
            continue
        is_inside = dotted and other.kind in family and other.id.casefold().startswith(f"{old}.")
        if is_inside or (other.kind == "raci" and _is_about(book, other, record, bool(dotted))):
            yield key_of(other), new + other.id[len(record.id) :]


def _is_about(book: Book, row: Record, record: Record, has_inner: bool) -> bool:
    """Whether a row of the responsibility matrix is about a record, or about one whose id continues its."""
    name, old = row.id.casefold(), record.id.casefold()
    if name != old and not (has_inner and name.startswith(f"{old}.")):
        return False
    meant = _distinct(book.resolve(row.id, row.project))
    return any(one.kind == record.kind and one.project == record.project for one in meant)


def _refuse_taken(book: Book, record: Record, names: Mapping[Key, str]) -> None:
    renamed = set(names)
    for (kind, scope, _), new in names.items():
        files = kinds()[kind].file or kind
        for other in book.records:
            if (
                other.id.casefold() == new.casefold()
                and ((other.project or "").casefold() == scope or isinstance(record, Project))
                and (kinds()[other.kind].file or other.kind) == files
                and key_of(other) not in renamed
            ):
                raise CannotEdit(f"the id '{new}' is taken by {other.address} in {other.place()}")
        if f"{scope}/{new}".casefold() in book.broken:
            raise CannotEdit(f"the id '{new}' is taken by a record that cannot be read")
