"""Names of people, roles and records as cells give them, to addresses."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cached_property

from handbook.records.book import Book
from handbook.records.kinds.person import Person

_NUMBERED = re.compile(r"(?:[A-Za-z][A-Za-z0-9_-]*/)?[A-Za-z]{1,4}-\d+", re.ASCII)
_PARTY = {"person", "role", "team"}


class Unknown(Exception):
    """A name that nobody and nothing has; the message says so."""


class Names:
    """Finds records by address, by name or title, and people also by mail address."""

    def __init__(self, book: Book, project: str | None, coming: Iterable[str] = ()) -> None:
        """``coming`` are ids of records that are not in the book yet: those of the table itself."""
        self._coming = {id_.casefold(): id_ for id_ in coming if id_}
        self._book = book
        self._project = project

    def address(self, text: str, kinds: Iterable[str]) -> str:
        """How the record that ``text`` names is written in the project. Raises `Unknown`."""
        wanted = tuple(kinds)
        name = text.strip()
        if len(self._book.resolve(name, self._project, wanted)) == 1:
            return name
        if name.casefold() in self._coming:
            return self._coming[name.casefold()]
        found = {id_ for kind, id_ in self._named.get(_plain(name), ()) if not wanted or kind in wanted}
        if len(found) == 1:
            return found.pop()
        if not found and _NUMBERED.fullmatch(name) and not set(wanted) & _PARTY:
            return name  # an id of this form is meant as one; 'handbook check' tells if nothing has it
        raise Unknown(f"{'several are' if found else 'nobody is'} called '{name}'")

    @cached_property
    def _named(self) -> dict[str, set[tuple[str, str]]]:
        """Kinds and ids by all that a record of the project or the organisation may be called."""
        named: dict[str, set[tuple[str, str]]] = {}
        for record in self._book.records:
            if record.project in (None, self._project) and record.kind != "raci":
                called = {record.label, record.title}
                if isinstance(record, Person):
                    called |= {record.email or "", record.name}
                for name in called:
                    if name:
                        named.setdefault(_plain(name), set()).add((record.kind, record.id))
        return named


def _plain(name: str) -> str:
    """A name without case, accents and marks."""
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() or name
    return " ".join(re.findall(r"[\w@.]+", folded.casefold()))
