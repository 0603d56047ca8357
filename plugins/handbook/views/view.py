"""A view: something that can be shown on any page, with its options."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from pydantic import Field

from handbook.analysis.portfolio import Portfolio
from handbook.discovery import modules_in
from handbook.records.record import Part
from handbook.records.types.text import Line
from handbook.views.block.block import Block

ROOM = "handbook.views.gallery"


class Options(Part):
    """What every view can be told."""

    project: Line = Field("", description="The project it shows; the one of the page if none is named.")


@dataclass(frozen=True, slots=True)
class Ground:
    """What a view draws from: the portfolio, and the project of the page it stands on, if it stands on one."""

    portfolio: Portfolio
    project: str | None = None

    @property
    def status_date(self) -> date:
        """The day the handbook speaks of."""
        return self.portfolio.book.status_date


@dataclass(frozen=True, slots=True)
class View:
    """One view of the gallery. ``draw`` yields its blocks, and nothing at all when there is nothing to show."""

    name: str
    options: type[Options]
    draw: Callable[[Ground, Any], Sequence[Block]]
    manual: str

    def __str__(self) -> str:
        return f"{self.name}: {self.manual.splitlines()[0]}"


@cache
def views() -> dict[str, View]:
    """All views by name. A module's view is called as its file, with hyphens; it has ``draw`` and maybe ``Options``."""
    found = {}
    for module in modules_in(ROOM):
        name = module.__name__.rpartition(".")[2].replace("_", "-")
        found[name] = View(name, getattr(module, "Options", Options), module.draw, module.__doc__ or "")
    return found
