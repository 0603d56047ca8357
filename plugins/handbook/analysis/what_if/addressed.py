"""Records by the addresses that people type, with the nearest one for an address that names nothing."""

from collections.abc import Collection, Iterator

from handbook.analysis.what_if.change import BadChange
from handbook.planning.parties import Parties
from handbook.problems.nearest import did_you_mean
from handbook.records.book import Book
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.role import Role
from handbook.records.kinds.team import Team
from handbook.records.record import Record
from handbook.records.types.fault import shown

_ORGANISATION = {"person", "team", "role"}
_MOST = 4


def addressed(book: Book, text: str, project: str | None, kinds: Collection[str]) -> Record:
    """The one record of some kinds that ``text`` names where it stands in a project.

    Raises:
        BadChange: there is none that the audience may see, or there are several.
    """
    found = [one for one in book.resolve(text, project, kinds) if not one.withheld]
    if len(found) == 1:
        return found[0]
    what = " or ".join(kinds)
    if found:
        cure = f"write {' or '.join(one.address for one in found)}"
        raise BadChange(f"ambiguous {what} {shown(text)}", cure)
    scope, slash, _ = text.partition("/")
    if slash and scope not in _ORGANISATION and book.project(scope) is None:
        ids = [one.id for one in book.projects]
        cure = did_you_mean(scope, ids) or f"the projects are {', '.join(ids)}"
        raise BadChange(f"unknown project {shown(scope)}", cure)
    if other := [one for one in book.resolve(text, project) if not one.withheld]:
        message = f"expected a {what}, found the {other[0].kind} {shown(text)}"
        raise BadChange(message, _instead(book, other[0], kinds))
    raise BadChange(f"unknown {what} {shown(text)}", _cure(book, text, project, kinds))


def _instead(book: Book, found: Record, kinds: Collection[str]) -> str:
    """What to name instead of a record of another kind."""
    if isinstance(found, Milestone) and "task" in kinds:
        return "of a milestone say 'delay', 'finish', 'link' or 'drop'"
    if isinstance(found, Team | Role) and "person" in kinds:
        people = [one for one in Parties(book).people(found.address) or () if book.find(one.address) is one]
        named = [one.address for one in people[:_MOST]]
        return f"name somebody: {' or '.join(named)}" if named else ""
    return ""


def _cure(book: Book, text: str, project: str | None, kinds: Collection[str]) -> str:
    """The nearest address; where a project is missing, those that have what is named."""
    if "/" not in text and project is None:
        named = (one.id for one in book.projects)
        found = [one for at in named for one in book.resolve(f"{at}/{text}", None, kinds) if not one.withheld]
        if found:
            return f"write it with its project: {' or '.join(one.address for one in found[:_MOST])}"
    return did_you_mean(text, _known(book, text, project, kinds))


def _known(book: Book, text: str, project: str | None, kinds: Collection[str]) -> Iterator[str]:
    """What might have been meant: ids where the address has no project, else full addresses."""
    scope, slash, _ = text.rpartition("/")
    wanted = (scope or project or "").casefold()
    for record in book.records:
        if record.kind not in kinds or record.withheld:
            continue
        if record.project is None:
            yield record.address
        elif slash and record.project.casefold() == wanted:
            yield from (record.address, f"{record.project}/{record.id}")
        elif not slash and project and record.project.casefold() == wanted:
            yield record.id
        elif not slash and not project:
            yield record.address
