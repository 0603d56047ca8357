"""Prose read as CommonMark with tables, task lists and references to records.

markdown-it reads in time that grows with the text, whatever brackets are nested in it, and by the standard
that code hosts preview records with.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from handbook.records.types.text import PROSE_LIMIT

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_REFERENCE = re.compile(r"\[\[([^\[\]|\n]{1,200})(?:\|([^\[\]|\n]{1,200}))?\]\]")
_TASK = re.compile(r"\[([ xX])\]\s+")


class Reference(NamedTuple):
    """A reference in prose: the address and the words for it, empty if none are given."""

    address: str
    text: str


def references_in(markdown: str) -> Iterator[Reference]:
    """What prose refers to as ``[[R-7]]`` or ``[[apollo/M-2|go-live]]``, in order."""
    return (Reference(m[1].strip(), (m[2] or "").strip()) for m in _REFERENCE.finditer(markdown))


@lru_cache(maxsize=512)
def tokens_of(markdown: str) -> "tuple[Token, ...]":
    """The tokens of a text, to be read only: they are shared. Text beyond the limit of prose is not read."""
    return tuple(_parser().parse(markdown[:PROSE_LIMIT], {}))


def top_level(tokens: "tuple[Token, ...]") -> int:
    """The level of the highest heading; 1 without any."""
    return min((int(token.tag[1]) for token in tokens if token.type == "heading_open"), default=1)


def _reference(state: "StateInline", silent: bool) -> bool:
    """``[[address|words]]`` as a token of its own."""
    match = _REFERENCE.match(state.src, state.pos) if state.src.startswith("[[", state.pos) else None
    if not match:
        return False
    if not silent:
        token = state.push("reference", "", 0)
        token.content = match[0]
        token.meta = {"reference": Reference(match[1].strip(), (match[2] or "").strip())}
    state.pos = match.end()
    return True


def _tasks(state: "StateCore") -> None:
    """``[x]`` at the start of a list item as a token of its own."""
    from markdown_it.token import Token

    for item, paragraph, inline in zip(state.tokens, state.tokens[1:], state.tokens[2:], strict=False):
        first = inline.children[0] if inline.children else None
        if (
            (item.type, paragraph.type) == ("list_item_open", "paragraph_open")
            and first
            and first.type == "text"
        ):
            match = _TASK.match(first.content)
            if match and inline.children:
                first.content = first.content[match.end() :]
                inline.children.insert(0, Token("task", "", 0, meta={"done": match[1] != " "}))


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # the writers decide where links lead
    parser.inline.ruler.before("link", "reference", _reference)
    parser.core.ruler.push("tasks", _tasks)
    return parser
