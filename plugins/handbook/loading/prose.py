"""Raw HTML in prose, which pages drop, found where it is written."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9-]*)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


class Dropped(NamedTuple):
    """A tag that pages drop: where its ``<`` stands in the prose, and its name."""

    at: int
    tag: str


def dropped_html(markdown: str) -> Iterator[tuple[int, str]]:
    """The raw HTML tags in ``markdown`` that pages drop, each with its line, counted from 0."""
    for at, tag in dropped(markdown):
        yield markdown.count("\n", 0, at), tag


def dropped(markdown: str) -> Iterator[Dropped]:
    """The raw HTML tags in ``markdown`` that pages drop, in order.

    Read as pages read it: what stands in code, or is no tag, is text. Closing tags and comments are passed
    over.
    """
    if not _TAG.search(markdown):
        return
    starts = [0, *(match.end() for match in re.finditer("\n", markdown)), len(markdown)]
    first = walked = 0
    for token in _parser().parse(markdown):
        first = token.map[0] if token.map else first
        for line, opening in _tags(token):
            start = max(walked, starts[min(first + line, len(starts) - 1)])
            at = markdown.find(opening, start)
            walked = at + 1 if at >= 0 else start
            yield Dropped(at if at >= 0 else start, opening[1:].lower())


def _tags(token: "Token") -> Iterator[tuple[int, str]]:
    """The tags of one block: the line inside the block, and the tag as far as its name."""
    if token.type == "html_block":
        for found in _TAG.finditer(_COMMENT.sub(_blank, token.content)):
            yield token.content.count("\n", 0, found.start()), found[0]
    walked = 0
    for child in token.children or ():
        if child.content and (at := token.content.find(child.content, walked)) >= 0:
            walked = at
            if child.type == "html_inline" and (tag := _TAG.match(child.content)):
                yield token.content.count("\n", 0, at), tag[0]
            walked += len(child.content)


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
