"""Pieces of a line as HTML."""

from collections.abc import Callable, Iterable
from typing import Any

from markupsafe import escape

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
    Phrase,
    Ref,
    Strong,
    Tag,
    Why,
)
from handbook.views.links import Links, web_address


def line(phrase: Iterable[Inline], links: Links) -> str:
    """A phrase as HTML; everything in it is escaped."""
    return "".join(
        [
            str(escape(piece)) if isinstance(piece, str) else _WRITERS[type(piece)](piece, links)
            for piece in phrase
        ]
    )


def at_home(phrase: Phrase, home: str, links: Links) -> Phrase:
    """A phrase at the home of a record, if it is there: its title is no link to itself."""
    if not (links.href(home) or "").startswith("#"):
        return phrase
    return tuple(
        piece.text if isinstance(piece, Ref) and piece.address == home else piece for piece in phrase
    )


def light(colour: str, text: str = "") -> str:
    """The shape of a colour, what it means for those who do not see it, and a text beside it."""
    meaning = "" if text.lower() == MEANINGS[colour] else f"{MEANINGS[colour]}{': ' if text else ''}"
    spoken = f'<span class="hb-sr">{meaning}</span>' if meaning else ""
    return (
        f'<span class="hb-light hb-{colour}"><span aria-hidden="true">{SHAPES[colour]}</span>{spoken}'
        f"{'&nbsp;' if text else ''}{escape(text)}</span>"
    )


def _ref(ref: Ref, links: Links) -> str:
    title = f' title="{escape(ref.state)}"' if ref.state else ""
    href = links.href(ref.address)
    if href is None:
        return f"<span{title}>{escape(ref.text)}</span>" if title else str(escape(ref.text))
    return f'<a href="{escape(href)}"{title}>{escape(ref.text)}</a>'


def _id(id_: Id, links: Links) -> str:
    href = links.href(id_.address)
    if href is None:
        return f'<span class="hb-id">{escape(id_.text)}</span>'
    return f'<a class="hb-id" href="{escape(href)}">{escape(id_.text)}</a>'


def _why(why: Why, links: Links) -> str:
    href = links.why(why.address)
    text = escape(why.text)
    return f'<a class="hb-why" href="{escape(href)}" title="why then">{text}</a>' if href else str(text)


def _out(out: Out, links: Links) -> str:
    href = web_address(out.url, out.file, links)
    text = escape(out.text)
    return f'<a href="{escape(href)}" rel="noopener">{text}</a>' if href else str(text)


_WRITERS: dict[type, Callable[[Any, Links], str]] = {
    Ref: _ref,
    Id: _id,
    Why: _why,
    Out: _out,
    Strong: lambda strong, links: f"<strong>{escape(strong.text)}</strong>",
    Muted: lambda muted, links: f'<span class="hb-muted">{escape(muted.text)}</span>',
    Note: lambda note, links: f'<span class="hb-note">{escape(note.text)}</span>',
    Break: lambda piece, links: "<br>",
    Light: lambda piece, links: light(piece.colour, piece.text),
    Tag: lambda tag, links: f'<span class="hb-tag hb-{tag.tone}">{escape(tag.text)}</span>',
}
