"""Stakeholders by influence and interest: whom to work with closely, and whom to watch.

```handbook
view: stakeholder-grid
```
"""

from collections.abc import Sequence

from handbook.analysis.words import capital, count
from handbook.records.kinds.stakeholder import Stakeholder
from handbook.views import view
from handbook.views.block.block import Block, Column, Picture, Row, Table
from handbook.views.block.inline import Phrase
from handbook.views.detail.stakeholder import is_short, standing, weight
from handbook.views.drawings.quadrants import Quadrants, Spot, quadrants
from handbook.views.naming import label, titled
from handbook.views.view import Ground, Options

SCOPE: view.Scope = "project"

_COLUMNS = (
    *(Column("Stakeholder"), Column("Influence"), Column("Interest")),
    *(Column("What to do"), Column("Engagement")),
)
_CORNERS = ("keep satisfied", "manage closely", "watch", "keep informed")
"""The four ways of dealing with stakeholders (Mendelow's matrix)."""
_HIGH = 4
"""From which step on influence or interest is high."""


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """The grid with its stakeholders as a table; nothing without any whose place is known."""
    charter = ground.charter(options)
    found = ground.book.of(Stakeholder, charter.id) if charter else ()
    placed = [one for one in found if one.influence and one.interest_level and not one.withheld]
    if not placed:
        return ()
    placed.sort(key=weight)
    title = "Stakeholders by influence and interest"
    close = sum(1 for one in placed if _corner(one) == _CORNERS[1])
    said = f"{capital(count(len(placed), 'stakeholder'))}, {close} of them to be managed closely."
    grid = Quadrants(title, said, [_spot(one) for one in placed], "influence", "interest", _CORNERS)
    twin = Table(_COLUMNS, [_row(ground, one) for one in placed], title, narrow="scroll")
    wanting = any(one.engagement and is_short(one.engagement) for one in placed)
    legend: Phrase = ("▲ less engaged than the project needs",) if wanting else ()
    return (Picture(quadrants(grid), title, said, twin, legend=legend, name="quadrants"),)


def _corner(one: Stakeholder) -> str:
    low, small = (one.influence or 0) < _HIGH, (one.interest_level or 0) < _HIGH
    return _CORNERS[2 * low + (not small)]


def _spot(one: Stakeholder) -> Spot:
    short = one.engagement is not None and is_short(one.engagement)
    return Spot(one.id, one.influence or 1, one.interest_level or 1, short, label(one))


def _row(ground: Ground, one: Stakeholder) -> Row:
    engagement = standing(one.engagement) if one.engagement else ()
    cells = (
        titled(ground, one),
        (str(one.influence),),
        (str(one.interest_level),),
        (capital(_corner(one)),),
        engagement,
    )
    return Row(cells)
