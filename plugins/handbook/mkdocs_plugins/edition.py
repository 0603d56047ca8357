"""An edition: the pages of one build, and what the site's own pages show of the handbook."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from importlib.resources import files as resources
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, Files, InclusionLevel

from handbook.mkdocs_plugins.drawn_page import DrawnPage, links_from
from handbook.mkdocs_plugins.navigation import chain, scoped, section, with_portfolio
from handbook.pages.expand import Expanded, expand, filled, linked
from handbook.pages.links import as_source
from handbook.pages.reader import Reader
from handbook.problems import Place
from handbook.views.view import Ground
from handbook.views.writers.html import html

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.resources.abc import Traversable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation, Section
    from mkdocs.structure.pages import Page

    from handbook.pages.opening import Opened
    from handbook.pages.references import Reference
    from handbook.pages.site import Site
    from handbook.views.block.inline import Ref

ASSETS = "assets/handbook"
"""Where style sheets and scripts stand in the site."""


class Edition:
    """The pages that a build adds to the site; those of a project are in no navigation but their own."""

    def __init__(self, opened: Opened, site: Site, config: MkDocsConfig, *, in_nav: bool) -> None:
        self.opened = opened
        self.site = site
        self.config = config
        listed = InclusionLevel.UNDEFINED if in_nav and config.nav is None else InclusionLevel.NOT_IN_NAV
        self.pages = [
            DrawnPage(page, site, config, InclusionLevel.NOT_IN_NAV if page.project else listed)
            for page in site.pages
        ]
        self.portfolio_pages = [page for page in self.pages if page.planned.project is None]
        self.files = Files([])
        self.sections = _sections(self.pages, site)
        self._expanded: dict[str, Expanded] = {}
        self._showing: set[str] = set()

    def move_in(self, files: Files) -> None:
        """Add pages, pictures, style sheets and scripts; a file that the site has already stays."""
        self.files = files
        taken = {file.dest_uri for file in files}
        own = [page.file for page in self.pages]
        own += [_picture(source, target, self) for source, target in self.opened.written.files.items()]
        own += [_asset(asset, self.config) for asset in _assets()]
        for file in own:
            if file.dest_uri not in taken:
                files.append(file)

    def with_portfolio(self, nav: Navigation, title: str) -> Navigation:
        """The navigation with those of the portfolio's pages that it does not name."""
        return with_portfolio(nav, self.portfolio_pages, title)

    def navigation(self, page: DrawnPage, nav: Navigation) -> Navigation:
        """The navigation of a page: the site's own, and on a page of a project that project's."""
        project = page.planned.project
        home = next(iter(self.portfolio_pages), None)
        return nav if project is None else scoped(nav, self.sections[project], home)

    def expand(self, markdown: str, page: Page) -> str:
        """The text of one of the site's own pages, with room for its views and links for its references."""
        reader = Reader(self.opened.loaded.book)
        ground = Ground(self.site.portfolio)
        expanded = expand(markdown, Place(page.file.src_uri), reader.fence)
        if expanded.views:
            self._expanded[page.file.src_uri] = expanded
        links = links_from(page.file, self.site, self.config)

        def named(reference: Reference) -> Ref | None:
            return next(iter(ground.refs(f"[[{reference.address}]]").values()), None)

        return linked(expanded.markdown, named, replace(links, shape=as_source).href)

    def fill(self, content: str, page: Page) -> str:
        """The rendered page with its views in their places."""
        expanded = self._expanded.pop(page.file.src_uri, None)
        if expanded is None:
            return content
        self._showing.add(page.file.src_uri)
        links = links_from(page.file, self.site, self.config)
        ground = Ground(self.site.portfolio)
        drawn = [
            (word, str(html(shown.view.draw(ground, shown.options), links, self.site.internal)))
            for word, shown in expanded.views.items()
        ]
        return filled(content, drawn)

    def shows(self, page: Page) -> bool:
        """Whether something of ours stands on a page."""
        return isinstance(page, DrawnPage) or page.file.src_uri in self._showing

    @cached_property
    def styles(self) -> Sequence[str]:
        """The style sheets, by their paths in the site."""
        return [f"{ASSETS}/{asset.name}" for asset in _assets() if asset.name.endswith(".css")]

    @cached_property
    def scripts(self) -> Sequence[str]:
        """The scripts, by their paths in the site."""
        return [f"{ASSETS}/{asset.name}" for asset in _assets() if asset.name.endswith(".js")]


def _sections(pages: Sequence[DrawnPage], site: Site) -> dict[str, Section]:
    """A section of the navigation for each project, whose pages lead to each other in order."""
    own: dict[str, list[DrawnPage]] = {}
    for page in pages:
        if page.planned.project:
            own.setdefault(page.planned.project, []).append(page)
    return {
        project.id: _section(project.title, own[project.id])
        for project in site.portfolio.book.projects
        if project.id in own
    }


def _section(title: str, pages: Sequence[DrawnPage]) -> Section:
    """The section of a project. Pages of single records are not listed: they lead to those of their kind."""
    registers = [page for page in pages if page.planned.record is None]
    made = section(title, registers)
    chain(registers)
    by_kind: dict[str, list[Page]] = {}
    for page in pages:
        if page.planned.record is not None:
            page.parent = made
            by_kind.setdefault(page.planned.record.kind, []).append(page)
    for records in by_kind.values():
        chain(records)
    return made


def _assets() -> list[Traversable]:
    folder = resources("handbook.views.assets")
    return sorted(
        (file for file in folder.iterdir() if file.name.endswith((".css", ".js"))), key=lambda file: file.name
    )


def _asset(asset: Traversable, config: MkDocsConfig) -> File:
    level = InclusionLevel.INCLUDED
    return File.generated(config, f"{ASSETS}/{asset.name}", content=asset.read_text("utf-8"), inclusion=level)


def _picture(source: str, target: str, edition: Edition) -> File:
    path = str(edition.opened.wanted.root / source)
    return File.generated(edition.config, target, abs_src_path=path, inclusion=InclusionLevel.INCLUDED)
