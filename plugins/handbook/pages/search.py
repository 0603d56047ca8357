"""What a search should find on a page: its words once, without the drawings."""

from collections.abc import Callable, Iterable
from typing import Any

from markupsafe import Markup, escape

from handbook.pages.page import Drawn
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
from handbook.views.block.inline import Inline


def searched(sections: Iterable[Drawn]) -> Markup:
    """The page as the little HTML that search plugins cut into entries: headings with their ids, and words.

    Pictures are left out, for what they show stands elsewhere in words; so is what is missing.
    """
    return Markup("\n".join(map(_section, sections)))  # noqa: S704  (all words are escaped)


def _section(section: Drawn) -> str:
    words = escape(" ".join(_all(section.blocks)))
    head = (
        f'<h{section.level} id="{section.anchor}">{escape(section.title)}</h{section.level}>\n'
        if section.level
        else ""
    )
    return f"{head}<p>{words}</p>"


def _all(blocks: Iterable[Block]) -> list[str]:
    return [word for block in blocks for word in _WORDS[type(block)](block) if word]


def _phrase(phrase: Iterable[Inline]) -> str:
    return "".join([piece if isinstance(piece, str) else getattr(piece, "text", "") for piece in phrase])


def _outline(points: Iterable[Outline]) -> list[str]:
    return [word for point in points for word in (_phrase(point.phrase), *_outline(point.children))]


def _card(card: Card) -> list[str]:
    return [_phrase(card.title), *map(_phrase, card.lines)]


def _nothing(block: Picture | Missing) -> list[str]:
    return []


_WORDS: dict[type, Callable[[Any], list[str]]] = {
    Paragraph: lambda block: [_phrase(block.phrase)],
    Items: lambda block: [_phrase(phrase) for phrase in block.phrases],
    Pairs: lambda block: [word for term, phrase in block.pairs for word in (term, _phrase(phrase))],
    Table: lambda block: [_phrase(cell) for row in block.rows for cell in row.cells],
    Picture: _nothing,
    Diagram: lambda block: _outline(block.outline),
    Cards: lambda block: [word for card in block.cards for word in _card(card)],
    Prose: lambda block: [block.markdown],
    Heading: lambda block: [_phrase(block.text)],
    Fold: lambda block: [_phrase(block.title), *_all(block.blocks)],
    Missing: _nothing,
    Group: lambda block: _all(block.blocks),
}
