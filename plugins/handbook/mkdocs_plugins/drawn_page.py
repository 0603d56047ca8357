"""A generated page: MkDocs is handed finished HTML, drawn when the page is written and let go afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup, escape
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from handbook.pages.html import Head, heads, html
from handbook.pages.links import LinksFrom, as_files, as_folders
from handbook.pages.search import searched

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from handbook.pages.page import Page as PlannedPage
    from handbook.pages.site import Site

# Themes write titles into text, attributes and <title> without escaping them, some after undoing an escape.
_HARMLESS = str.maketrans({"<": "\u2039", ">": "\u203a", '"': "\u201d", "'": "\u2019"})


class DrawnPage(Page):
    """A page whose content comes from a site, not from Markdown that MkDocs has to render."""

    def __init__(self, planned: PlannedPage, site: Site, config: MkDocsConfig, level: InclusionLevel) -> None:
        file = File.generated(config, planned.path, content="", inclusion=level)
        super().__init__(harmless(planned.title), file, config)
        self.planned = planned
        self.site = site
        self.meta = {"title": harmless(planned.full_title)}
        if planned.template.wide:
            self.meta["hide"] = _left_out(planned, config)
        self.finished = ""
        repository = site.portfolio.book.settings.repository
        if repository and planned.source:
            self.edit_url = f"{str(repository).rstrip('/')}/{quote(planned.source)}"

    def read_source(self, config: MkDocsConfig) -> None:
        """Nothing is read: the page has no Markdown."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing is rendered yet: `draw` does so when the page is about to be written."""
        self.content = ""

    def draw(self, config: MkDocsConfig, files: Files) -> None:
        """Draw the page; until `finish` puts it in place, its content is what a search should find of it."""
        sections = self.site.draw(self.planned)
        links = links_from(self.file, self.site, config)
        self.toc = table_of_contents(heads(sections))
        whole = str(html(self.planned, sections, links, internal=self.site.internal))
        self.finished = config.plugins.on_page_content(whole, page=self, config=config, files=files)
        self.content = str(searched(sections))

    def finish(self) -> None:
        """Put the whole page in place."""
        self.content, self.finished = self.finished, ""

    def forget(self) -> None:
        """Let go of all that was drawn; the page is written."""
        self.content = ""
        self.toc = TableOfContents([])


def _left_out(planned: PlannedPage, config: MkDocsConfig) -> list[str]:
    """What Material leaves out at the sides of a wide page; the navigation only where tabs stand for it."""
    has_tabs = "navigation.tabs" in (config.theme.get("features") or ())
    return ["toc"] if planned.project or not has_tabs else ["navigation", "toc"]


def links_from(file: File, site: Site, config: MkDocsConfig) -> LinksFrom:
    """Links as they stand on the page of a file."""
    path = f"{file.src_uri.removesuffix(file.src_uri.rpartition('/')[2])}{file.name}.md"
    return LinksFrom(site, path, as_folders if config.use_directory_urls else as_files)


def harmless(title: str) -> Markup:
    """A title that can do no harm wherever a theme puts it, even unescaped."""
    return escape(title.translate(_HARMLESS))


def table_of_contents(entries: Iterable[Head]) -> TableOfContents:
    """Headings as MkDocs keeps them: each beneath the nearest one before it of a higher rank."""
    top: list[AnchorLink] = []
    above: list[AnchorLink] = []
    for title, anchor, level in entries:
        link = AnchorLink(harmless(title), anchor, level - 1)
        while above and above[-1].level >= link.level:
            above.pop()
        (above[-1].children if above else top).append(link)
        above.append(link)
    return TableOfContents(top)
