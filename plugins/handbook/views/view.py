"""A view: something that can be shown on any page, with its options."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, NamedTuple

from pydantic import Field

from handbook.analysis.portfolio import Portfolio
from handbook.discovery import modules_in
from handbook.records.book import Book
from handbook.records.kinds.project import Project
from handbook.records.record import Part
from handbook.records.types.text import Line
from handbook.views.block.block import Block
from handbook.views.block.inline import Ref
from handbook.views.state import state
from handbook.views.writers.commonmark import references_in

ROOM = "handbook.views.gallery"

Scope = Literal["project", "portfolio", "any"]
"""What a view shows: one project, all of them, or the one it stands on if it stands on one."""


class Options(Part):
    """What every view can be told."""

    project: Line = Field("", description="The project it shows; the one of the page if none is named.")


@dataclass(frozen=True, slots=True)
class Ground:
    """What a view draws from: the portfolio, and the project of the page it stands on, if of one."""

    portfolio: Portfolio
    project: str | None = None

    @property
    def book(self) -> Book:
        """All records."""
        return self.portfolio.book

    @property
    def status_date(self) -> date:
        """The day the handbook speaks of."""
        return self.portfolio.book.status_date

    def charter(self, options: Options) -> Project | None:
        """The project that a view with ``options`` shows; None if it names none that is there."""
        wanted = options.project or self.project
        return self.book.project(wanted) if wanted else None

    def charters(self, options: Options) -> tuple[Project, ...]:
        """The projects that a view with ``options`` shows: the one it is told, or all of them."""
        if options.project or self.project:
            charter = self.charter(options)
            return (charter,) if charter else ()
        return self.book.projects

    def refs(self, markdown: str, project: str | None = None) -> dict[str, Ref]:
        """What each ``[[address]]`` in a text means that stands in ``project``, or in the one of the page."""
        scope = project or self.project
        return {
            reference.address: Ref(record.address, record.label, state(self.portfolio, record))
            for reference in references_in(markdown)
            if (record := self.book.find(reference.address, scope)) and not record.withheld
        }


class OptionFault(NamedTuple):
    """What is wrong with an option: the path of its value, what was found, what to write instead."""

    path: tuple[str | int, ...]
    message: str
    cure: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """One view of the gallery. ``draw`` yields its blocks, none at all when there is nothing to show."""

    name: str
    options: type[Options]
    draw: Callable[[Ground, Any], Sequence[Block]]
    manual: str
    scope: Scope
    faults: Callable[[Book, str | None, Any], Iterable[OptionFault]] | None = None
    """finds in options, given the book and the project of the page, what no type can tell"""

    def __str__(self) -> str:
        return f"{self.name}: {self.manual.splitlines()[0]}"


@cache
def views() -> dict[str, View]:
    """All views by name: that of the file, with hyphens.

    Modules have ``SCOPE`` and ``draw``, and may have ``Options`` and ``faults``.
    """
    found = {}
    for module in modules_in(ROOM):
        name = module.__name__.rpartition(".")[2].replace("_", "-")
        options = getattr(module, "Options", Options)
        faults = getattr(module, "faults", None)
        found[name] = View(name, options, module.draw, module.__doc__ or "", module.SCOPE, faults)
    return found
