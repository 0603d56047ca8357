"""Tables of Markdown pages, each with the heading it stands under; what cells say is taken without its dress."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import TYPE_CHECKING

from handbook.exchange.tables.table import Line, Table, table

if TYPE_CHECKING:
    from markdown_it.token import Token

_TAG = re.compile(r"<[^>]*>")
_IN_CELL = 4  # a cell stands in a row, in a body, in a table
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def tables(raw: bytes) -> list[Table]:
    """The tables of a page, in order; one column is no table."""
    from markdown_it import MarkdownIt

    text = raw.decode("utf-8-sig", "replace").replace("\0", "").replace("\r\n", "\n")
    heading = ""
    found: list[Table | None] = []
    lines: list[Line] = []
    for token in MarkdownIt("commonmark", {"html": True}).enable("table").parse(text):
        if token.type == "table_open":
            lines = []
        elif token.type == "tr_open":
            lines.append(Line((token.map or [0])[0] + 1, ()))
        elif token.type == "inline" and token.level >= _IN_CELL:
            lines[-1] = Line(lines[-1].number, (*lines[-1].cells, _plain(token)))
        elif token.type == "table_close":
            found.append(table(heading, lines))
        elif token.type in ("inline", "html_block") and token.level <= 1:
            heading = _bare(token.content) or heading
    return [one for one in found if one and len(one.header) > 1]


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
    """The last line of a heading without tags and marks."""
    words = [" ".join(_TAG.sub("", unescape(line)).strip("#*_- :").split()) for line in text.splitlines()]
    return next((line for line in reversed(words) if line), "")
