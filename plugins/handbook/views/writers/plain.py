"""Blocks as plain Markdown, for any generator and for code hosts."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from handbook.views.block.block import (
    Block,
    Card,
    Cards,
    Column,
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
    Row,
    Table,
)
from handbook.views.links import Links, anchor
from handbook.views.writers.plain_line import light, line
from handbook.views.writers.plain_prose import prose
from handbook.views.writers.plain_text import at_start, code, fenced, plain, target
from handbook.views.writers.standalone import standalone

_RULES = {"left": "---", "right": "--:", "center": ":-:"}
_INDENT = "\u2003"


class Written(NamedTuple):
    """A text with the pictures it shows, by the names of their files beside it."""

    text: str
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Page:
    """What the blocks are written for; ``files`` gathers the pictures."""

    links: Links
    internal: bool
    stem: str
    files: dict[str, str] = field(default_factory=dict)


def markdown(blocks: Iterable[Block], links: Links, internal: bool = False, stem: str = "picture") -> Written:
    """Blocks as Markdown in which record text means nothing but itself.

    ``links`` and ``internal`` are as for HTML. Pictures become SVG files beside the text, called
    ``<stem>-timeline.svg`` and so on; give each part of a page a stem of its own.
    """
    page = _Page(links, internal, stem)
    text = _all(blocks, page)
    return Written(f"{text}\n" if text else "", page.files)


def _all(blocks: Iterable[Block], page: _Page) -> str:
    return "\n\n".join(filter(None, [_WRITERS[type(block)](block, page) for block in blocks]))


def _points(phrases: Iterable[str]) -> str:
    return "\n".join([f"-   {at_start(written)}" for written in phrases])


def _pairs(block: Pairs, page: _Page) -> str:
    return _points(f"**{plain(term)}**: {line(phrase, page.links)}" for term, phrase in block.pairs)


def _table(table: Table, page: _Page) -> str:
    block = table.filled()
    head = " | ".join(plain(column.title) for column in block.columns)
    rule = " | ".join(_RULES[column.align] for column in block.columns)
    rows = [_row(row, block.columns, page) for row in block.rows]
    return "\n".join([f"| {head} |", f"| {rule} |", *rows])


def _row(row: Row, columns: Iterable[Column], page: _Page) -> str:
    cells = [line(cell, page.links) for cell, _ in zip(row.cells, columns, strict=True)]
    if row.strong and cells[0]:
        cells[0] = f"**{cells[0]}**"
    home = f'<a id="{anchor(row.anchor)}"></a>' if row.anchor else ""
    return f"| {home}{_INDENT * row.depth}{' | '.join(cells)} |"


def _picture(block: Picture, page: _Page) -> str:
    name = _free(f"{page.stem}-{block.name}", page.files)
    page.files[name] = standalone(block.svg)
    picture = f"![{plain(block.title)}: {plain(block.description)}]({target(name)})"
    return "\n\n".join(
        filter(None, (picture, at_start(line(block.legend, page.links)), _table(block.twin, page)))
    )


def _free(stem: str, files: Mapping[str, str]) -> str:
    """The first name of an SVG file that is not taken."""
    number = 1
    name = f"{stem}.svg"
    while name in files:
        number += 1
        name = f"{stem}-{number}.svg"
    return name


def _diagram(block: Diagram, page: _Page) -> str:
    return f"{fenced(block.mermaid, 'mermaid')}\n\n{_outline(block.outline, page)}"


def _outline(points: Iterable[Outline], page: _Page, depth: int = 0) -> str:
    return "\n".join(
        [
            f"{'    ' * depth}-   {at_start(line(point.phrase, page.links))}"
            + (f"\n{_outline(point.children, page, depth + 1)}" if point.children else "")
            for point in points
        ]
    )


def _cards(block: Cards, page: _Page) -> str:
    return _points(_card(card, page) for card in block.cards)


def _card(card: Card, page: _Page) -> str:
    title = line(card.title, page.links)
    mark = f"{light(card.colour)} – " if card.colour else ""
    lines = [line(phrase, page.links) for phrase in card.lines]
    home = f'<a id="{anchor(card.anchor)}"></a>' if card.anchor else ""
    written = "; ".join(filter(None, (f"{mark}**{title}**" if title else mark, *lines)))
    return home + written.replace("; – ", " – ")


def _heading(block: Heading, page: _Page) -> str:
    home = f'<a id="{anchor(block.anchor)}"></a>' if block.anchor else ""
    return f"{'#' * block.level} {home}{line(block.text, page.links)}"


def _fold(block: Fold, page: _Page) -> str:
    home = f'<a id="{anchor(block.anchor)}"></a>' if block.anchor else ""
    return f"{home}**{line(block.title, page.links)}**\n\n{_all(block.blocks, page)}"


def _missing(block: Missing, page: _Page) -> str:
    file = f" {code(block.file)}" if block.file else ""
    return f"> {plain(block.text)}{file}" if page.internal else ""


_WRITERS: dict[type, Callable[[Any, _Page], str]] = {
    Paragraph: lambda block, page: at_start(line(block.phrase, page.links)),
    Items: lambda block, page: _points(line(phrase, page.links) for phrase in block.phrases),
    Pairs: _pairs,
    Table: _table,
    Picture: _picture,
    Diagram: _diagram,
    Cards: _cards,
    Prose: lambda block, page: prose(block, page.links),
    Heading: _heading,
    Fold: _fold,
    Missing: _missing,
    Group: lambda block, page: _all(block.blocks, page),
}
