"""Navigation of a page's own: the site's pages, and those of the project at hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from handbook.mkdocs_plugins.drawn_page import DrawnPage, harmless


def with_portfolio(nav: Navigation, pages: Sequence[DrawnPage], title: str) -> Navigation:
    """The site's navigation with the portfolio's pages that it lacks, under a title if there is one."""
    missing = [page for page in pages if page not in nav.pages]
    if not missing:
        return nav
    chain(missing)
    items: list[StructureItem] = [section(title, missing)] if title else list(missing)
    return Navigation([*nav.items, *items], [*nav.pages, *missing])


def section(title: str, pages: Sequence[Page]) -> Section:
    """A section of the navigation that is the parent of its pages."""
    made = Section(harmless(title), list(pages))
    for page in pages:
        page.parent = made
    return made


def pages_of(section: Section) -> list[Page]:
    """The pages that stand directly in a section."""
    return [item for item in section.children if isinstance(item, Page)]


def chain(pages: Iterable[Page]) -> None:
    """Make each page lead to the one before and the one after it."""
    for earlier, later in pairwise(pages):
        earlier.next_page, later.previous_page = later, earlier


def scoped(nav: Navigation, own: Section, home: Page | None) -> Navigation:
    """The site's navigation with one project's section, behind the item that holds the portfolio's page."""
    at = len(nav.items)
    for number, item in enumerate(nav.items):
        if home is not None and (item is home or home in (item.children or ())):
            at = number + 1
    return Navigation([*nav.items[:at], own, *nav.items[at:]], [*nav.pages, *pages_of(own)])
