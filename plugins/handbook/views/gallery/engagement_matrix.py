"""How engaged each stakeholder is now (C) and is wanted to be (D), from unaware to leading.

```handbook
view: engagement-matrix
```
"""

from collections.abc import Sequence

from handbook.analysis.words import capital
from handbook.records.kinds.stakeholder import ENGAGEMENTS, Stakeholder
from handbook.views import view
from handbook.views.block.block import Block, Column, Paragraph, Row, Table
from handbook.views.block.inline import Light, Phrase, Strong
from handbook.views.detail.stakeholder import is_short, weight
from handbook.views.naming import titled
from handbook.views.view import Ground, Options

SCOPE: view.Scope = "project"

_COLUMNS = (Column("Stakeholder"), *(Column(capital(level), letters=True) for level in ENGAGEMENTS))


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """One table and its legend; nothing without stakeholders whose engagement is known."""
    charter = ground.charter(options)
    found = ground.book.of(Stakeholder, charter.id) if charter else ()
    shown = sorted((one for one in found if one.engagement and not one.withheld), key=weight)
    if not shown:
        return ()
    rows = [_row(ground, one) for one in shown]
    legend = "C current · D desired (engagement assessment matrix) · ▲ less engaged than needed"
    return (
        Table(_COLUMNS, rows, "Engagement of stakeholders"),
        Paragraph((legend,), quiet=True),
    )


def _row(ground: Ground, one: Stakeholder) -> Row:
    return Row((titled(ground, one), *(_cell(one, level) for level in ENGAGEMENTS)))


def _cell(one: Stakeholder, level: str) -> Phrase:
    if one.engagement is None or level not in {one.engagement.current, one.engagement.desired}:
        return ()
    if one.engagement.current == one.engagement.desired:
        return (Strong("C\u00a0D"),)
    if level == one.engagement.desired:
        return (Strong("D"),)
    return (Light("amber", "C"),) if is_short(one.engagement) else (Strong("C"),)
