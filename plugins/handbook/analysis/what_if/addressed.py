"""Records by the addresses that people type, with the nearest one for an address that names nothing."""

from collections.abc import Collection, Iterator

from handbook.analysis.what_if.change import BadChange
from handbook.problems.nearest import did_you_mean
from handbook.records.book import Book
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
    raise BadChange(f"unknown {what} {shown(text)}", _cure(book, text, project, kinds))


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
