"""Pages of the site's own: what on them cannot be shown is told before anything is written."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.utils import is_markdown_file, meta

from handbook.pages.expand import expand
from handbook.pages.fences import WORD
from handbook.pages.reader import Reader
from handbook.problems import Place, Problem

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from handbook.records.book import Book

MARKS = (f"```{WORD}", f"~~~{WORD}", "[[")


def problems_on_pages(book: Book, config: MkDocsConfig, root: Path) -> Iterator[Problem]:
    """The problems of all Markdown files of the site."""
    for path in _markdown(config):
        text = path.read_text("utf-8-sig", errors="replace")
        if any(mark in text for mark in MARKS):
            yield from problems_in(text, _shown(path, root), book)


def problems_in(text: str, file: str, book: Book) -> Iterator[Problem]:
    """The problems of one page with its front matter."""
    body, _ = meta.get_data(text)
    start = Place(file, 1 + text.count("\n") - body.count("\n"))
    reader = Reader(book)
    expand(body, start, reader.fence)
    reader.references(body, start)
    yield from reader.problems


def _markdown(config: MkDocsConfig) -> Iterator[Path]:
    """The Markdown files that the site is built from, without those that its configuration leaves out."""
    docs = Path(config.docs_dir)
    left_out = [spec for spec in (config.exclude_docs, config.draft_docs) if spec]
    for top, folders, names in os.walk(docs, followlinks=True):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(top, name) for name in sorted(names) if is_markdown_file(name)):
            name = path.relative_to(docs).as_posix()
            if not any(spec.match_file(name) for spec in left_out):
                yield path


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
