"""Blocks as HTML."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from handbook.views.block.block import (
    Block,
    Card,
    Cards,
    Diagram,
    Fold,
    Group,
    Heading,
    Items,
    Missing,
    Outline,
    Pairs,
    Paragraph,
    Picture,
    Prose,
    Table,
)
from handbook.views.links import Links, anchor
from handbook.views.writers.html_line import light, line
from handbook.views.writers.html_prose import prose
from handbook.views.writers.html_table import table


@dataclass(frozen=True, slots=True)
class _Page:
    """What the blocks are written for."""

    links: Links
    internal: bool


def html(blocks: Iterable[Block], links: Links, internal: bool = False) -> Markup:
    """Blocks as HTML that is safe whatever the records say.

    ``links`` knows where records are shown, seen from the page; a link that leads nowhere becomes its text.
    ``internal`` pages also say what is missing and where to add it. The classes are those of
    ``assets/handbook.css``.
    """
    return Markup(_all(blocks, _Page(links, internal)))  # noqa: S704  (every writer escapes what it is given)


def _all(blocks: Iterable[Block], page: _Page) -> str:
    return "\n".join(filter(None, [_WRITERS[type(block)](block, page) for block in blocks]))


def _paragraph(block: Paragraph, page: _Page) -> str:
    class_ = ' class="hb-lead"' if block.lead else ' class="hb-quiet"' if block.quiet else ""
    return f"<p{class_}>{line(block.phrase, page.links)}</p>"


def _items(block: Items, page: _Page) -> str:
    points = "".join([f"<li>{line(phrase, page.links)}</li>" for phrase in block.phrases])
    return f'<ul class="hb-items">{points}</ul>'


def _pairs(block: Pairs, page: _Page) -> str:
    pairs = [f"<dt>{escape(term)}</dt><dd>{line(phrase, page.links)}</dd>" for term, phrase in block.pairs]
    return f'<dl class="hb-pairs">{"".join(pairs)}</dl>'


def _picture(block: Picture, page: _Page) -> str:
    forms = f'<div class="hb-wide">{block.svg}</div><div class="hb-narrow">{block.narrow}</div>'
    legend = f"<figcaption>{line(block.legend, page.links)}</figcaption>" if block.legend else ""
    twin = table(block.twin, page.links)
    if block.folded:
        twin = f'<details class="hb-twin"><summary>{escape(block.title)} as a table</summary>{twin}</details>'
    drawing = forms if block.narrow else f"<div>{block.svg}</div>"
    return f'<figure class="hb-picture hb-{block.name}">{drawing}{legend}</figure>{twin}'


def _diagram(block: Diagram, page: _Page) -> str:
    return (
        '<figure class="hb-diagram"><pre>'
        f'<code class="language-mermaid">{escape(block.mermaid)}</code></pre></figure>'
        f'<details class="hb-twin"><summary>{escape(block.title)} as a list</summary>'
        f"{_outline(block.outline, page)}</details>"
    )


def _outline(points: Iterable[Outline], page: _Page) -> str:
    written = [
        f"<li>{line(point.phrase, page.links)}{_outline(point.children, page) if point.children else ''}</li>"
        for point in points
    ]
    return f'<ul class="hb-outline">{"".join(written)}</ul>'


def _cards(block: Cards, page: _Page) -> str:
    cards = "".join([_card(card, page) for card in block.cards])
    return f'<div class="hb-cards hb-{block.size}">{cards}</div>'


def _card(card: Card, page: _Page) -> str:
    id_ = f' id="{anchor(card.anchor)}"' if card.anchor else ""
    edge = f" hb-edge-{card.colour}" if card.colour else ""
    mark = light(card.colour) if card.colour else ""
    title = f'<p class="hb-card-title">{mark}{line(card.title, page.links)}</p>'
    lines = "".join([f"<p>{line(phrase, page.links)}</p>" for phrase in card.lines])
    return f'<div class="hb-card{edge}"{id_}>{title}{lines}</div>'


def _prose(block: Prose, page: _Page) -> str:
    return f'<div class="hb-prose">{prose(block, page.links)}</div>'


def _heading(block: Heading, page: _Page) -> str:
    id_ = f' id="{anchor(block.anchor)}"' if block.anchor else ""
    return f"<h{block.level}{id_}>{line(block.text, page.links)}</h{block.level}>"


def _fold(block: Fold, page: _Page) -> str:
    id_ = f' id="{anchor(block.anchor)}"' if block.anchor else ""
    summary = f"<summary>{line(block.title, page.links)}</summary>"
    # A link to what lies inside a closed fold opens it; a link to the fold itself would not.
    return f'<details class="hb-fold">{summary}<div{id_}>{_all(block.blocks, page)}</div></details>'


def _missing(block: Missing, page: _Page) -> str:
    file = f" <code>{escape(block.file)}</code>" if block.file else ""
    return f'<p class="hb-missing">{escape(block.text)}{file}</p>' if page.internal else ""


def _group(block: Group, page: _Page) -> str:
    inside = _all(block.blocks, page)
    name = f" hb-{block.name}" if block.name else ""
    return f'<div class="hb-group{name}">{inside}</div>' if inside else ""


_WRITERS: dict[type, Callable[[Any, _Page], str]] = {
    Paragraph: _paragraph,
    Items: _items,
    Pairs: _pairs,
    Table: lambda block, page: table(block, page.links),
    Picture: _picture,
    Diagram: _diagram,
    Cards: _cards,
    Prose: _prose,
    Heading: _heading,
    Fold: _fold,
    Missing: _missing,
    Group: _group,
}
