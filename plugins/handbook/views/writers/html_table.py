"""Tables as HTML."""

from collections.abc import Sequence

from markupsafe import escape

from handbook.views.block.block import Column, Row, Table
from handbook.views.links import Links, anchor
from handbook.views.writers.html_line import at_home, line

_DEEPEST = 6


def table(whole: Table, links: Links) -> str:
    """A table in a box of its own; each row that is the home of a record carries its ``id``."""
    block = whole.filled()
    marks = "".join(f" data-{word}" for word in ("sortable", "filterable") if getattr(block, word))
    label = f' aria-label="{escape(block.caption)}"' if block.caption else ""
    head = "".join([_head(column) for column in block.columns])
    cards = block.narrow == "cards"
    body = "".join([_row(row, block.columns, links, cards) for row in block.rows])
    return (
        f'<div class="hb-table hb-as-{block.narrow}"{marks}><table class="hb-rows"{label}>'
        f"<thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody></table></div>"
    )


def _head(column: Column) -> str:
    return f'<th scope="col"{_class(column)}>{escape(column.title)}</th>'


def _row(row: Row, columns: Sequence[Column], links: Links, cards: bool) -> str:
    id_ = f' id="{anchor(row.anchor)}"' if row.anchor else ""
    keys = f' data-keys="{escape(row.keys)}"' if row.keys else ""
    names = [f"hb-d{min(row.depth, _DEEPEST)}"] if row.depth else []
    names += ["hb-strong"] if row.strong else []
    class_ = f' class="{" ".join(names)}"' if names else ""
    pairs = list(zip(columns, row.cells, strict=True))
    title = at_home(pairs[0][1], row.anchor, links) if row.anchor else pairs[0][1]
    first = f'<th scope="row">{line(title, links)}</th>'
    rest = "".join([_cell(column, line(cell, links), cards) for column, cell in pairs[1:]])
    return f"<tr{id_}{class_}{keys}>{first}{rest}</tr>\n"


def _cell(column: Column, written: str, cards: bool) -> str:
    label = f' data-label="{escape(column.title)}"' if cards and written else ""
    return f"<td{_class(column)}{label}>{written}</td>"


def _class(column: Column) -> str:
    names = [f"hb-{column.align}"] if column.align != "left" else []
    names += ["hb-minor"] if column.minor else []
    names += ["hb-letters"] if column.letters else []
    return f' class="{" ".join(names)}"' if names else ""
