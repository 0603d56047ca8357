"""Pieces of a line as HTML."""

from collections.abc import Callable, Iterable
from typing import Any

from markupsafe import escape

from handbook.views.block.inline import Id, Inline, Light, Muted, Note, Out, Ref, Strong, Tag
from handbook.views.links import Links, web_address

SHAPES = {"green": "●", "amber": "▲", "red": "■", "none": "○"}
MEANINGS = {"green": "on track", "amber": "at risk", "red": "off track", "none": "nothing to judge by"}


def line(phrase: Iterable[Inline], links: Links) -> str:
    """A phrase as HTML; everything in it is escaped."""
    return "".join(
        [
            str(escape(piece)) if isinstance(piece, str) else _WRITERS[type(piece)](piece, links)
            for piece in phrase
        ]
    )


def light(colour: str, text: str = "") -> str:
    """The shape of a colour, what it means for those who do not see it, and a text beside it."""
    spoken = f'<span class="hb-sr">{MEANINGS[colour]}{": " if text else ""}</span>'
    return (
        f'<span class="hb-light hb-{colour}"><span aria-hidden="true">{SHAPES[colour]}</span>{spoken}'
        f"{' ' if text else ''}{escape(text)}</span>"
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


def _out(out: Out, links: Links) -> str:
    href = web_address(out.url, out.file, links)
    text = escape(out.text)
    return f'<a href="{escape(href)}" rel="noopener">{text}</a>' if href else str(text)


_WRITERS: dict[type, Callable[[Any, Links], str]] = {
    Ref: _ref,
    Id: _id,
    Out: _out,
    Strong: lambda strong, links: f"<strong>{escape(strong.text)}</strong>",
    Muted: lambda muted, links: f'<span class="hb-muted">{escape(muted.text)}</span>',
    Note: lambda note, links: f'<span class="hb-note">{escape(note.text)}</span>',
    Light: lambda piece, links: light(piece.colour, piece.text),
    Tag: lambda tag, links: f'<span class="hb-tag hb-{tag.tone}">{escape(tag.text)}</span>',
}
