"""Pieces of a line as plain Markdown."""

from collections.abc import Callable, Iterable
from typing import Any

from handbook.views.block.inline import (
    MEANINGS,
    SHAPES,
    Break,
    Id,
    Inline,
    Light,
    Muted,
    Note,
    Out,
    Ref,
    Strong,
    Tag,
    Why,
)
from handbook.views.links import Links, web_address
from handbook.views.writers.plain_text import code, plain, target


def line(phrase: Iterable[Inline], links: Links) -> str:
    """A phrase as one line of Markdown; all of it is escaped."""
    return "".join(
        [
            _spaced(piece) if isinstance(piece, str) else _WRITERS[type(piece)](piece, links)
            for piece in phrase
        ]
    ).strip()


def light(colour: str, text: str = "") -> str:
    """The shape of a colour with a text, or with what it means."""
    return f"{SHAPES[colour]} {plain(text or MEANINGS[colour])}"


def _spaced(text: str) -> str:
    """Escaped text that keeps the blanks at its ends, since it stands between other pieces."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return f"{before}{plain(text)}{after}"


def _ref(ref: Ref, links: Links) -> str:
    href = links.href(ref.address)
    return f"[{plain(ref.text)}]({target(href)})" if href else plain(ref.text)


def _why(why: Why, links: Links) -> str:
    href = links.why(why.address)
    return f"[{plain(why.text)}]({target(href)})" if href else plain(why.text)


def _out(out: Out, links: Links) -> str:
    href = web_address(out.url, out.file, links)
    return f"[{plain(out.text)}]({target(href)})" if href else plain(out.text)


_WRITERS: dict[type, Callable[[Any, Links], str]] = {
    Ref: _ref,
    Id: lambda id_, links: code(id_.text.replace("|", "/")),
    Why: _why,
    Out: _out,
    Strong: lambda strong, links: f"**{plain(strong.text)}**" if strong.text.strip() else "",
    Muted: lambda muted, links: _spaced(muted.text),
    Note: lambda note, links: f" – {plain(note.text)}",
    Break: lambda piece, links: " – ",
    Light: lambda piece, links: light(piece.colour, piece.text),
    Tag: lambda tag, links: plain(tag.text),
}
