"""Views and references on a page that somebody else renders: room for the ones, links for the others."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from zlib import crc32

from handbook.pages.fences import WORD, fences
from handbook.pages.references import Reference, replaced
from handbook.pages.sections import ReadFence
from handbook.pages.template import Shown
from handbook.problems import Place
from handbook.views.block.inline import Ref

_PLAIN = re.compile(r"[^\w\s]")


@dataclass(frozen=True, slots=True)
class Expanded:
    """Markdown in which a word that nobody writes holds the place of each view."""

    markdown: str
    views: Mapping[str, Shown]


def expand(markdown: str, start: Place, read: ReadFence) -> Expanded:
    """The text with its fences replaced; one that ``read`` gives None for stays code."""
    lines = markdown.split("\n")
    views: dict[str, Shown] = {}
    for fence in reversed([fence for fence in fences(lines) if fence.word == WORD]):
        shown = read(fence, Place(start.file, start.line + fence.first))
        if shown is not None:
            word = f"handbookview{crc32(markdown.encode()):08x}n{fence.first}"
            views[word] = shown
            lines[fence.first : fence.last + 1] = [fence.indent + word]
    return Expanded("\n".join(lines), views)


def filled(html: str, views: Iterable[tuple[str, str]]) -> str:
    """Rendered HTML with each word replaced by the view whose place it holds."""
    for word, view in views:
        paragraph = f"<p>{word}</p>"
        html = html.replace(paragraph if paragraph in html else word, view, 1)
    return html


def linked(markdown: str, named: Callable[[Reference], Ref | None], href: Callable[[str], str | None]) -> str:
    """The text with each reference made a link, or mere words where the record is shown nowhere."""

    def link(reference: Reference) -> str | None:
        ref = named(reference)
        if ref is None:
            return None
        words = _meant(reference.text or ref.text)
        target = href(ref.address)
        state = f' "{_meant(ref.state)}"' if ref.state else ""
        return words if target is None else f"[{words}](<{target}>{state})"

    return replaced(markdown, link)


def _meant(text: str) -> str:
    """Text that no extension of Markdown takes for markup: all signs as character references."""
    return _PLAIN.sub(lambda sign: f"&#{ord(sign[0])};", " ".join(text.split()))
