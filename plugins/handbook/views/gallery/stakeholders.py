"""The stakeholders: who they are, what they want, how far they are with the project, who keeps in touch.

```handbook
view: stakeholders
```
"""

from collections.abc import Sequence

from pydantic import Field

from handbook.records.kinds.stakeholder import Stakeholder
from handbook.views import view
from handbook.views.block.block import Block, Column, Fold, Row, Table
from handbook.views.block.inline import Note, Phrase
from handbook.views.detail.record import has_page, in_full
from handbook.views.detail.stakeholder import standing, weight
from handbook.views.naming import heading, label, named, titled
from handbook.views.view import Ground

SCOPE: view.Scope = "project"

_COLUMNS = (
    Column("Stakeholder"),
    Column("Influence"),
    Column("Interest"),
    Column("Engagement"),
    Column("In touch"),
    Column("Needs", minor=True),
)


class Options(view.Options):
    """How much of each stakeholder is told."""

    details: bool = Field(
        False, description="Whether each stakeholder is told beneath the table, if it is no page of its own."
    )


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """One table, those with the most influence and interest first; nothing without stakeholders."""
    charter = ground.charter(options)
    found = ground.book.of(Stakeholder, charter.id) if charter else ()
    shown = sorted((one for one in found if not one.withheld), key=weight)
    if not shown:
        return ()
    rows = [_row(ground, one, at_home=not options.details) for one in shown]
    table = Table(_COLUMNS, rows, "Stakeholders", sortable=True, filterable=len(rows) > 12)
    told = [one for one in shown if options.details and not has_page(one)]
    return (table, *(Fold(heading(one), in_full(ground, one, 4), one.address) for one in told))


def _row(ground: Ground, one: Stakeholder, at_home: bool) -> Row:
    keeper: Phrase = (named(ground, one.relationship_owner, one.project),) if one.relationship_owner else ()
    cells = (
        (*titled(ground, one), *_beside(ground, one)),
        (str(one.influence),) if one.influence else (),
        (str(one.interest_level),) if one.interest_level else (),
        standing(one.engagement) if one.engagement else (),
        keeper,
        tuple(Note(f"– {line}") for line in one.needs),
    )
    return Row(cells, anchor=one.address if at_home else "")


def _beside(ground: Ground, one: Stakeholder) -> Phrase:
    """Role, organisation and person, as far as the label does not say them already."""
    person = ground.book.find(one.person, one.project, ("person", "team", "role")) if one.person else None
    told = [one.role, one.organisation, label(person) if person else ""]
    said = ", ".join(part for part in told if part and part != one.label)
    return (Note(said),) if said else ()
