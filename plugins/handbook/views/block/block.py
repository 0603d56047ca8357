"""The blocks that views are made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from handbook.records.parts import Colour
from handbook.views.block.inline import Phrase, Ref

Align = Literal["left", "right", "center"]
Tint = Colour | Literal["none", ""]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; ``lead`` is set larger, as the sentence that answers first, ``quiet`` smaller."""

    phrase: Phrase
    lead: bool = False
    quiet: bool = False


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
    """One row of a table.

    ``anchor`` is the address of the record it is the home of; ``keys`` are the words it is filtered by,
    beside those a reader sees; ``depth`` indents the first cell.
    """

    cells: Sequence[Phrase]
    anchor: str = ""
    keys: str = ""
    depth: int = 0
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    ``minor`` columns are left out where a table has little room, but not from a phone's card; ``letters``
    ones hold no more than a sign.
    """

    title: str
    align: Align = "left"
    minor: bool = False
    letters: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head; ``caption`` says what it lists.

    On a phone each row becomes a card; with ``narrow='scroll'`` the table keeps its form in a box of its own.
    The first column names the row.
    """

    columns: Sequence[Column]
    rows: Sequence[Row]
    caption: str = ""
    sortable: bool = False
    filterable: bool = False
    narrow: Literal["cards", "scroll"] = "cards"

    def filled(self) -> "Table":
        """The same table without columns in which no row says anything; the first stays."""
        kept = [
            at
            for at, column in enumerate(self.columns)
            if at == 0 or column.letters or any(row.cells[at] for row in self.rows)
        ]
        if len(kept) == len(self.columns):
            return self
        rows = [replace(row, cells=[row.cells[at] for at in kept]) for row in self.rows]
        return replace(self, columns=[self.columns[at] for at in kept], rows=rows)


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing (finished, escaped SVG) with title, description and the same facts as a table.

    ``narrow`` is another form of the drawing for a phone; ``legend`` explains its signs. ``folded`` hides the
    table behind a disclosure line. ``name`` is that of its CSS class, and of its file where pictures are
    files.
    """

    svg: str
    title: str
    description: str
    twin: Table
    narrow: str = ""
    legend: Phrase = ()
    folded: bool = True
    name: str = "picture"


@dataclass(frozen=True, slots=True)
class Outline:
    """A point with points beneath it."""

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
    colour: Tint = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Cards:
    """Boxes side by side, as many as the width takes."""

    cards: Sequence[Card]
    size: Literal["small", "large"] = "small"


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown written by people (CommonMark with tables): sanitised when it is written.

    Its highest heading is written at ``heading_level``. ``refs`` says what each ``[[address]]`` in it means;
    one that is not there stays text. ``file`` is the one it was read from, to which its links to files are
    relative.
    """

    markdown: str
    heading_level: int = 3
    refs: Mapping[str, Ref] = field(default_factory=dict)
    file: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a view."""

    text: Phrase
    level: int = 3
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Fold:
    """Blocks behind a disclosure line, for those who want to know more; a link to ``anchor`` opens it."""

    title: Phrase
    blocks: "Sequence[Block]"
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """What is not there and how to add it; written only for those who keep the records."""

    text: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that belong together, with a class for layout."""

    blocks: "Sequence[Block]" = ()
    name: str = ""


Block = (
    Paragraph | Items | Pairs | Table | Picture | Diagram | Cards | Prose | Heading | Fold | Missing | Group
)
