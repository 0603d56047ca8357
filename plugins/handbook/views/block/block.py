"""The blocks that views are made of."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from handbook.views.block.inline import Phrase

Align = Literal["left", "right", "center"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; ``lead`` is set larger, as the sentence that answers first."""

    phrase: Phrase
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list of points."""

    phrases: Sequence[Phrase]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Terms with what holds for them: a definition list."""

    pairs: Sequence[tuple[str, Phrase]]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table. ``anchor`` is the record it is the home of; ``keys`` are the words it can be filtered by."""

    cells: Sequence[Phrase]
    anchor: str = ""
    keys: str = ""
    depth: int = 0
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table. ``minor`` columns are left out on a phone's card."""

    title: str
    align: Align = "left"
    minor: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head; ``caption`` says what it lists. On a phone each row becomes a card."""

    columns: Sequence[Column]
    rows: Sequence[Row]
    caption: str = ""
    sortable: bool = False
    filterable: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing (finished, escaped SVG) with title, description and the same facts as a table.

    ``narrow`` is another form of the drawing for a phone; ``legend`` explains its signs. ``folded`` hides the table
    behind a disclosure line.
    """

    svg: str
    title: str
    description: str
    twin: "Table"
    narrow: str = ""
    legend: Phrase = ()
    folded: bool = True


@dataclass(frozen=True, slots=True)
class Outline:
    """Points with points beneath them."""

    phrase: Phrase
    children: "Sequence[Outline]" = ()


@dataclass(frozen=True, slots=True)
class Diagram:
    """A graph as Mermaid text, with the outline that is read where no diagram is drawn."""

    mermaid: str
    title: str
    outline: Sequence[Outline]


@dataclass(frozen=True, slots=True)
class Card:
    """A box with a head line, a few lines, and a colour at its edge."""

    title: Phrase
    lines: Sequence[Phrase]
    colour: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Cards:
    """Boxes side by side, as many as the width takes."""

    cards: Sequence[Card]
    size: Literal["small", "large"] = "small"


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown written by people: sanitised when it is written as HTML."""

    markdown: str
    heading_level: int = 3


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a view."""

    text: Phrase
    level: int = 3
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """What is not there and how to add it; written only for those who keep the records."""

    text: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that belong together, with a class for layout."""

    blocks: "Sequence[Block]" = field(default=())
    name: str = ""


Block = (
    Paragraph | Items | Pairs | Table | Picture | Diagram | Cards | Prose | Heading | Missing | Group
)
