"""The reference part of the manual in a site: its pages, and the navigation among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from handbook.mkdocs_plugins.navigation import chain, section
from handbook.pages.reference.reference import reference

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure import StructureItem
    from mkdocs.structure.files import Files


class ReferencePages:
    """Pages that a site has below one folder: a list of kinds and one of rules, each with a page for each.

    The navigation names the lists, if its owner wants; single pages stand beside their list while one of
    them is read, so that other pages do not grow by them.
    """

    def __init__(self, folder: str) -> None:
        self._folder = folder.strip("/")
        self._sections: list[Section] = []

    def move_in(self, files: Files, config: MkDocsConfig) -> None:
        """Add the pages; a file that the site has already stays."""
        self._sections = []
        taken = {file.src_uri for file in files}
        for pages in reference().values():
            for path, _, markdown in pages:
                name = f"{self._folder}/{path}"
                if name not in taken:
                    level = InclusionLevel.NOT_IN_NAV
                    files.append(File.generated(config, name, content=markdown, inclusion=level))

    def settle(self, files: Files, config: MkDocsConfig) -> None:
        """Make a section of each list and its pages, once the navigation has its own pages."""
        for pages in reference().values():
            found = [files.get_file_from_path(f"{self._folder}/{path}") for path, _, _ in pages]
            made = [file.page or Page(None, file, config) for file in found if file]
            chain(made)
            self._sections.append(section(pages[0].title, made))

    def navigation(self, page: Page, nav: Navigation) -> Navigation:
        """The navigation of a page: on one of these, with its section in the place of the list."""
        for own in self._sections:
            if page in own.children:
                unfolded = Navigation(_unfolded(nav.items, own), nav.pages)
                own.active = True  # and with it the sections around it, which are new
                return unfolded
        return nav


def _unfolded(items: Iterable[StructureItem], own: Section) -> list[StructureItem]:
    """The items with ``own`` in the place of its first page, however deep that stands; the rest as it is."""
    found: list[StructureItem] = []
    for item in items:
        if item is own.children[0]:
            found.append(own)
        elif isinstance(item, Section) and _holds(item, own.children[0]):
            found.append(_around(item, own))
        else:
            found.append(item)
    return found


def _around(outer: Section, own: Section) -> Section:
    """A section like ``outer`` with ``own`` in the place of its first page."""
    made = Section(outer.title, _unfolded(outer.children, own))
    for item in made.children:
        if isinstance(item, Section):
            item.parent = made
    return made


def _holds(outer: Section, wanted: StructureItem) -> bool:
    return any(
        item is wanted or (isinstance(item, Section) and _holds(item, wanted)) for item in outer.children
    )
