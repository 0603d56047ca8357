"""Who is responsible, accountable, supporting, consulted and informed, for each activity.

```handbook
view: raci-matrix
kind: milestone
```
"""

from collections.abc import Iterator, Sequence

from pydantic import Field

from handbook.records.kinds.raci import LETTERS, Responsibility
from handbook.records.kinds.role import Role
from handbook.records.types.text import Line
from handbook.views import view
from handbook.views.block.block import Block, Column, Fold, Pairs, Paragraph, Row, Table
from handbook.views.block.inline import Phrase, Strong
from handbook.views.naming import label, missing, named, titled
from handbook.views.view import Ground

SCOPE: view.Scope = "project"


class Options(view.Options):
    """Which activities the matrix shows."""

    kind: Line = Field("", description="Only milestones, tasks, deliverables or decisions; all if not given.")


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """The matrix with its legend, and who holds the roles."""
    charter = ground.charter(options)
    if charter is None:
        return ()
    rows = [row for row in ground.book.of(Responsibility, charter.id) if _is_shown(ground, row, options)]
    if not rows:
        no = "no responsibilities are assigned: add them in"
        return () if options.kind else (missing(charter, no, "raci.yml"),)
    parties = list(dict.fromkeys(party for row in rows for party in row.roles))
    columns = [Column(_name(ground, party, charter.id), letters=True) for party in parties]
    table = Table(
        (Column("Activity"), *columns), [_row(ground, row, parties) for row in rows], "Responsibilities"
    )
    legend = " · ".join(f"{letter} {meaning}" for letter, meaning in LETTERS.items())
    holders = tuple(_holders(ground, parties, charter.id))
    fold = (Fold(("Who holds these roles",), (Pairs(holders),)),) if holders else ()
    return (table, Paragraph((legend,), quiet=True), *fold)


def _is_shown(ground: Ground, row: Responsibility, options: Options) -> bool:
    target = ground.book.find(row.id, row.project)
    kind = target.kind if target else ""
    return not options.kind or kind == options.kind.casefold().removesuffix("s")


def _row(ground: Ground, row: Responsibility, parties: Sequence[str]) -> Row:
    target = ground.book.find(row.id, row.project)
    activity: Phrase = titled(ground, target) if target else (named(ground, row.id, row.project),)
    return Row((activity, *(_letters(row.roles.get(party, ())) for party in parties)))


def _letters(letters: Sequence[str]) -> Phrase:
    """The letters of one cell; who is accountable stands out."""
    text = "/".join(letters)
    return () if not text else (Strong(text),) if "A" in letters else (text,)


def _name(ground: Ground, party: str, project: str) -> str:
    found = ground.book.find(party, project, ("person", "role", "team"))
    return label(found) if found else party


def _holders(ground: Ground, parties: Sequence[str], project: str) -> Iterator[tuple[str, Phrase]]:
    for party in parties:
        role = ground.book.find(party, project, ("role",))
        if isinstance(role, Role):
            deputy: Phrase = (", deputy ", named(ground, role.deputy, None)) if role.deputy else ()
            yield role.label, ((named(ground, role.holder, None), *deputy) if role.holder else ("vacant",))
