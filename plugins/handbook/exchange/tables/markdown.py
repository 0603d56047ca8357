"""Tables of Markdown pages, each with the heading it stands under; cells are taken without their dress."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from handbook.exchange.tables.table import Line, Table, table

if TYPE_CHECKING:
    from markdown_it.token import Token

_TAG = re.compile(r"<[^>]*>")
_HEADING = re.compile(r"<h[1-6]\b", re.IGNORECASE)
_PROSE = ("inline", "html_block", "fence", "code_block")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


class Page(NamedTuple):
    """What a page holds: its tables, and the lines of all else but headings, each with what stands there."""

    tables: list[Table]
    others: list[tuple[int, str]]


def tables(raw: bytes) -> list[Table]:
    """The tables of a page, in order."""
    return page(raw).tables


def page(raw: bytes) -> Page:
    """The tables of a page, and what is no table; one column is none."""
    from markdown_it import MarkdownIt

    text = raw.decode("utf-8-sig", "replace").replace("\0", "").replace("\r\n", "\n")
    found = Page([], [])
    lines: list[Line] = []
    heading, before = "", ""
    for token in MarkdownIt("commonmark", {"html": True}).enable("table").parse(text):
        number = (token.map or [0])[0] + 1
        if token.type == "tr_open":
            lines.append(Line(number, ()))
        elif token.type == "inline" and lines:
            lines[-1] = Line(lines[-1].number, (*lines[-1].cells, _plain(token)))
        elif token.type == "table_close":
            _close(found, heading, lines)
            lines = []
        elif token.type in _PROSE:
            heading = _read(found, token, heading, is_heading=before == "heading_open")
        before = token.type
    return found


def _read(found: Page, token: "Token", heading: str, *, is_heading: bool) -> str:
    """Add the lines of a block that is no table; the heading that holds after it."""
    for number, line in enumerate(token.content.splitlines(), (token.map or [0])[0] + 1):
        if said := _bare(line):
            if is_heading or _HEADING.search(line):
                heading = said
            else:
                found.others.append((number, said))
    return heading


def _close(found: Page, heading: str, lines: list[Line]) -> None:
    """Add the table of some lines to what was found; one with a single column to what is no table."""
    one = table(heading, lines)
    if one and len(one.header) > 1:
        found.tables.append(one)
    else:
        found.others.extend((line.number, " ".join(line.cells)) for line in lines if any(line.cells))


def _plain(token: "Token") -> str:
    """The words of a cell: no emphasis, no tags, of links and pictures the text."""
    return " ".join("".join(_words(token.children or ())).split())


def _words(tokens: Iterable["Token"]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline"):
            yield token.content
        elif token.type == "html_inline":
            yield "; " if _BREAK.match(token.content) else ""
        elif token.type in ("softbreak", "hardbreak"):
            yield " "


def _bare(text: str) -> str:
    """A line without tags and marks."""
    return " ".join(_TAG.sub("", unescape(text)).strip("#*_- :|").split())
