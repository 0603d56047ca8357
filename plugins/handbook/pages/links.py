"""Where records and files are shown, seen from one page."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from posixpath import dirname, relpath, splitext
from typing import NamedTuple, Protocol
from urllib.parse import quote


class Target(NamedTuple):
    """Where a record is shown: the path of the page's Markdown file, and the id on a page that it shares."""

    path: str
    anchor: str = ""


class Targets(Protocol):
    """Knows the page of every record and of every file that is published."""

    def target(self, address: str) -> Target | None:
        """Where the record at ``address`` is shown."""

    def explained(self, address: str) -> Target | None:
        """Where it is told what makes the date of the record at ``address``."""

    def published(self, path: str) -> str | None:
        """The path in the tree of pages of a file of the handbook's folder."""


Shape = Callable[[str], str]
"""Turns the path of a file in the tree of pages into that of the file or folder it is published as."""


@dataclass(frozen=True, slots=True)
class LinksFrom:
    """Links as they stand on the page whose Markdown file is ``path``, in a site of that shape."""

    targets: Targets
    path: str
    shape: Shape

    def href(self, address: str) -> str | None:
        """Where the record at ``address`` is shown, relative to the page; None if it is shown nowhere."""
        target = self.targets.target(address)
        if target is None:
            return None
        return self.to(target.path, target.anchor)

    def why(self, address: str) -> str | None:
        """Where it is told what makes the date of the record at ``address``; None if nowhere."""
        target = self.targets.explained(address)
        return None if target is None else self.to(target.path, target.anchor)

    def file(self, path: str) -> str | None:
        """Where a file of the handbook's folder is published, relative to the page; None if it is not."""
        published = self.targets.published(path)
        return None if published is None else self.to(published)

    def to(self, path: str, anchor: str = "") -> str:
        """The address of a file of the tree of pages, relative to the page."""
        fragment = f"#{anchor}" if anchor else ""
        if path == self.path and anchor:
            return fragment
        return relative(self.shape(path), self.shape(self.path)) + fragment


@lru_cache(maxsize=1024)
def relative(target: str, start: str) -> str:
    """The address of ``target`` as it is written on the page at ``start``; a folder ends in ``/``."""
    path = relpath(target or ".", dirname(start) or ".")
    return quote(f"{path}/" if not target or target.endswith("/") else path)


def as_source(path: str) -> str:
    """Files as they are: a tree of Markdown files that link to each other."""
    return path


def as_folders(path: str) -> str:
    """Each page in a folder of its own: ``apollo/risks.md`` is published as ``apollo/risks/``."""
    stem, ending = splitext(path)
    if ending != ".md":
        return path
    return stem.removesuffix("index") if stem.endswith(("/index",)) or stem == "index" else f"{stem}/"


def as_files(path: str) -> str:
    """Each page as a file: ``apollo/risks.md`` is published as ``apollo/risks.html``."""
    stem, ending = splitext(path)
    return f"{stem}.html" if ending == ".md" else path
