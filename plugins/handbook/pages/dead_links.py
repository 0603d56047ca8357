"""Links in texts that lead to a file that is not there."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from posixpath import dirname, join, normpath, relpath
from typing import NamedTuple
from urllib.parse import unquote

from handbook.loading.evidence import is_kept_back
from handbook.loading.files import FILE, FOLDER, Files, way_out
from handbook.loading.tree import Tree
from handbook.pages.draw import anchors
from handbook.pages.page import Page
from handbook.pages.references import outside_code
from handbook.pages.template import Shown
from handbook.pages.texts import MOST_TOLD, Passage, passages
from handbook.problems import Problem, Severity
from handbook.problems.nearest import did_you_mean
from handbook.records.book import Book
from handbook.records.types.fault import shown

DEAD = "TEXT002"

_TARGET = r"<?([^()<>\s]+)"
_INLINE = re.compile(rf"(?<!\\)\]\(\s*{_TARGET}")
_DEFINED = re.compile(rf"^ {{0,3}}\[(?!\^)[^\]\n]+\]:[ \t]*{_TARGET}>?[ \t]*(?:$|[\"'(])", re.MULTILINE)
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|/")


class _Seen(NamedTuple):
    """What is known of the tree: its files, the headings of pages by their files, and who is told."""

    files: Files
    heads: Mapping[str, frozenset[str]]
    book: Book
    projects: str


def dead_links(book: Book, pages: Sequence[Page], tree: Tree, projects: str) -> Iterator[Problem]:
    """The relative links and pictures of records and pages at which there is no file, or no such heading.

    They are seen from the folder of the file they are in, as code hosts and sites see them.
    """
    heads = {page.source: ids for page in pages if (ids := _heads(page))}
    seen = _Seen(Files(tree), heads, book, projects)
    for passage in passages(book, pages):
        yield from islice(_dead_in(passage, seen), MOST_TOLD)


def _dead_in(passage: Passage, seen: _Seen) -> Iterator[Problem]:
    for found in _links(passage.markdown):
        path, head = _path(found[1], passage.start.file), found[1].partition("#")[2]
        kind = seen.files.kind(path)
        if is_kept_back(path, seen.book, seen.projects):
            continue
        if kind not in (FILE, FOLDER):
            expected = f"a file at {shown(found[1])}, found {way_out(path) or kind or 'none'}"
            yield _dead(passage, found, expected, _cure(path, passage, seen))
        elif head and head not in _heads_at(path, passage, seen, head):
            expected = f"a heading {shown(head)} in {path}, found none"
            yield _dead(passage, found, expected, did_you_mean(head, seen.heads[path]) or "leave it out")


def _heads_at(path: str, passage: Passage, seen: _Seen, head: str) -> Collection[str]:
    """The headings of the page at a path; the one that is looked for if nothing is known of the page."""
    folder, _, rest = path.removeprefix(f"{seen.projects}/").partition("/")
    if rest:  # a page of another project is known once that project is asked for
        seen.book.resolve(folder, passage.project, ("project",))
    return seen.heads.get(path, (head,))


def _links(markdown: str) -> Iterator[re.Match[str]]:
    """The relative links of a text, in code none."""
    for mark, pattern in (("](", _INLINE), ("]:", _DEFINED)):
        if mark in markdown:
            yield from (one for one in outside_code(pattern, markdown) if not _ELSEWHERE.match(one[1]))


def _path(target: str, file: str) -> str:
    """The path that a link in ``file`` leads to; that of the file for a heading of its own."""
    path = unquote(target.partition("#")[0].partition("?")[0])
    return normpath(join(dirname(file), path)) if path else file


def _heads(page: Page) -> frozenset[str]:
    """The ids of the headings of a page; none if views stand on it, which bring ids of their own."""
    sections = page.template.sections
    has_views = any(isinstance(part, Shown) for section in sections for part in section.parts)
    return frozenset() if has_views else frozenset(anchors(section.title for section in sections))


def _cure(path: str, passage: Passage, seen: _Seen) -> str:
    """The file that may have been meant, unless its name may be one that the reader must not know."""
    near = "" if seen.book.audience else seen.files.near(path)
    if not near:
        return "put the file there, or lead elsewhere"
    return f"did you mean '{relpath(near, dirname(passage.start.file))}'?"


def _dead(passage: Passage, found: re.Match[str], expected: str, cure: str) -> Problem:
    place = passage.place(found)
    message = f"expected {expected}"
    return Problem(DEAD, message, place, Severity.WARNING, cure, passage.project, record=passage.record)
