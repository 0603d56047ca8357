"""The site as a tree of plain Markdown files, for any generator and for reading as it is."""

from pathlib import Path

from handbook.pages.by_hand import PICTURE_BYTES
from handbook.pages.folder import replaced
from handbook.pages.links import LinksFrom, as_source
from handbook.pages.opening import Opened
from handbook.pages.page import Page
from handbook.pages.plain import plain
from handbook.pages.site import Site


def render(handbook: Opened, place: Path) -> int:
    """Write all pages, and pictures as files, into the folder ``place``; returns the number of pages.

    The folder is replaced whole; `replaced` tells when it is refused. The same handbook gives the same bytes.
    """
    site = handbook.site()
    with replaced(place) as folder:
        for page in site.pages:
            _write(page, site, folder)
        for source, target in site.files.items():
            _put(folder, target, handbook.tree.read(source, PICTURE_BYTES))
    return len(site.pages)


def _write(page: Page, site: Site, folder: Path) -> None:
    links = LinksFrom(site, page.path, as_source)
    written = plain(page, site.draw(page), links, internal=site.internal)
    _put(folder, page.path, written.text.encode())
    for name, picture in written.files.items():
        _put(folder, f"{page.path.rpartition('/')[0]}/{name}".lstrip("/"), picture.encode())


def _put(folder: Path, path: str, content: bytes) -> None:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
