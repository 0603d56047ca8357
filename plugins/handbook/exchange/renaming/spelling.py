"""How a reference is written once what it names has another id."""

from handbook.exchange.renaming.target import Target
from handbook.records.book import Book
from handbook.records.kind import kinds
from handbook.records.record import Record

_ORGANISATION = frozenset(name for name, kind in kinds().items() if kind.organisation)


def respelt(text: str, book: Book, target: Target, project: str | None, wanted: tuple[str, ...] = ()) -> str:
    """The reference ``text`` to a record of ``wanted`` kinds, standing in ``project``, as it is to be.

    Its form stays: the ``@`` of a person, a project before a slash, ``plan.`` before a task. Only where the
    new id alone would mean another record, the whole address is written.
    """
    scope, slash, name = text.rpartition("/")
    meant = book.resolve(text, project, wanted)
    if slash and scope.casefold() not in _ORGANISATION:
        scope = target.renamed_project(scope)
    if len(meant) == 1 and (new := target.name(meant[0])) != meant[0].id:
        if not slash and not name.startswith("@") and _means_another(new, book, meant[0], project, wanted):
            return target.address(meant[0])
        name = name[: len(name) - len(meant[0].id)] + new
    return f"{scope}{slash}{name}"


def _means_another(
    new: str, book: Book, record: Record, project: str | None, wanted: tuple[str, ...]
) -> bool:
    """Whether an id alone already means another record where it is to be written."""
    return any(other is not record for other in book.resolve(new, project, wanted))
