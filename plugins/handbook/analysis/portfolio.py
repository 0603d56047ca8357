"""The portfolio: a book with everything that is computed from it, each thing once and only when it is asked for."""

from collections.abc import Callable, Hashable
from datetime import date
from typing import TypeVar, cast

from handbook.analysis.health import Health
from handbook.analysis.headline import Headline
from handbook.analysis.promise import Promise
from handbook.analysis.rated import RatedRisk
from handbook.planning.plan import Plan
from handbook.records.book import Book

T = TypeVar("T")


class Portfolio:
    """A book and its plans, health, promises and risks, by project id."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._known: dict[Hashable, object] = {}

    @property
    def status_date(self) -> date:
        """The day the handbook speaks of."""
        return self.book.status_date

    def plan(self, project: str) -> Plan: ...

    def promises(self, project: str) -> tuple[Promise, ...]: ...

    def risks(self, project: str) -> tuple[RatedRisk, ...]: ...

    def health(self, project: str) -> Health: ...

    def headline(self, project: str) -> Headline: ...

    def _once(self, key: Hashable, make: Callable[[], T]) -> T:
        if key not in self._known:
            self._known[key] = make()
        return cast(T, self._known[key])
