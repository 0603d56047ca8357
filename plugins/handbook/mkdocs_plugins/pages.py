"""The plugin ``handbook/pages``: generated pages, and what the site's own pages show of the handbook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority

from handbook.mkdocs_plugins.drawn_page import DrawnPage
from handbook.mkdocs_plugins.edition import Edition
from handbook.mkdocs_plugins.head import with_assets
from handbook.mkdocs_plugins.records import opened_in
from handbook.mkdocs_plugins.reference_pages import ReferencePages
from handbook.mkdocs_plugins.site_pages import MARKS, problems_on_pages
from handbook.mkdocs_plugins.telling import stop_if_faulty, tell
from handbook.pages.site import INDEX

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

FIRST, LAST = 100, -100
SECOND_HOME = "portfolio.md"
"""The path of the portfolio's page in a site that has a home page of its own."""


class PagesConfig(base.Config):  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
    """Options of the plugin in ``mkdocs.yml``."""

    nav = c.Type(bool, default=True)
    """Whether the portfolio's pages are added to a navigation that does not name them."""
    nav_title = c.Type(str, default="Projects")
    """The title they are added under; without any they stand side by side with the others."""
    reference = c.Type(str, default="")
    """A folder of the site for the reference of records and rules; there is none if not given."""


class PagesPlugin(BasePlugin[PagesConfig]):  # type: ignore[no-untyped-call]  # as above
    """Hands the events of a build to its edition."""

    edition: Edition
    reference: ReferencePages | None = None

    @event_priority(LAST)
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Plan all pages, and look at the site's own, before anything is written."""
        opened = opened_in(config)
        problems = tuple(problems_on_pages(opened.loaded.book, config, opened.wanted.root))
        tell(problems)
        stop_if_faulty(problems, strict=config.strict)
        home = SECOND_HOME if _has_home(Path(config.docs_dir)) else INDEX
        self.reference = ReferencePages(self.config.reference) if self.config.reference else None
        self.edition = Edition(opened, opened.site(home), config, in_nav=self.config.nav)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """Add the pages, with all that they need."""
        self.edition.move_in(files)
        if self.reference:
            self.reference.move_in(files, config)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Add the portfolio's pages to the navigation."""
        if self.reference:
            self.reference.settle(files, config)
        return self.edition.with_portfolio(nav, self.config.nav_title) if self.config.nav else nav

    @event_priority(LAST)
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Make room for views, and links of references, on a page of the site's own."""
        if isinstance(page, DrawnPage) or not any(mark in markdown for mark in MARKS):
            return markdown
        return self.edition.expand(markdown, page)

    @event_priority(LAST)
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put the views in their places."""
        return self.edition.fill(html, page)

    @event_priority(FIRST)
    def _draw(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        if isinstance(page, DrawnPage):
            page.draw(config, self.edition.files)
            context["nav"] = self.edition.navigation(page, nav)
        elif self.reference:
            context["nav"] = self.reference.navigation(page, nav)
        return context

    @event_priority(LAST)
    def _finish(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        if isinstance(page, DrawnPage):
            page.finish()
        return context

    on_page_context = CombinedEvent(_draw, _finish)

    @event_priority(LAST)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Link style sheet and script on pages that show something of ours, and let go of what was drawn."""
        if isinstance(page, DrawnPage):
            page.forget()
        if not self.edition.shows(page):
            return output
        return with_assets(output, page, self.edition.styles, self.edition.scripts)


def _has_home(docs: Path) -> bool:
    return any((docs / name).is_file() for name in (INDEX, "README.md"))
