"""Who is responsible, accountable, supporting, consulted and informed, for each activity.

```handbook
view: raci-matrix
kind: milestone
```
"""

from collections.abc import Iterator, Mapping, Sequence

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

_PARTIES = ("person", "role", "team")


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
    letters = [_by_party(ground, row) for row in rows]
    parties = list(dict.fromkeys(party for by_party in letters for party in by_party))
    columns = (Column("Activity"), *(Column(_name(ground, party), letters=True) for party in parties))
    body = [_row(ground, row, parties, by_party) for row, by_party in zip(rows, letters, strict=True)]
    legend = " · ".join(f"{letter} {meaning}" for letter, meaning in LETTERS.items())
    holders = tuple(_holders(ground, parties))
    fold = (Fold(("Who holds these roles",), (Pairs(holders),)),) if holders else ()
    return (Table(columns, body, "Responsibilities"), Paragraph((legend,), quiet=True), *fold)


def _by_party(ground: Ground, row: Responsibility) -> Mapping[str, Sequence[str]]:
    """The letters of a row by the address of who has them, however that is written."""
    found: dict[str, list[str]] = {}
    for party, letters in row.roles.items():
        record = ground.book.find(party, row.project, _PARTIES)
        found.setdefault(record.address if record else party, []).extend(letters)
    return found


def _is_shown(ground: Ground, row: Responsibility, options: Options) -> bool:
    target = ground.book.find(row.id, row.project)
    kind = target.kind if target else ""
    return not options.kind or kind == options.kind.casefold().removesuffix("s")


def _row(
    ground: Ground, row: Responsibility, parties: Sequence[str], letters: Mapping[str, Sequence[str]]
) -> Row:
    target = ground.book.find(row.id, row.project)
    activity: Phrase = titled(ground, target) if target else (named(ground, row.id, row.project),)
    return Row((activity, *(_letters(letters.get(party, ())) for party in parties)))


def _letters(letters: Sequence[str]) -> Phrase:
    """The letters of one cell; who is accountable stands out."""
    text = "/".join(letters)
    return () if not text else (Strong(text),) if "A" in letters else (text,)


def _name(ground: Ground, party: str) -> str:
    found = ground.book.find(party, None, _PARTIES)
    return label(found) if found else party


def _holders(ground: Ground, parties: Sequence[str]) -> Iterator[tuple[str, Phrase]]:
    for party in parties:
        role = ground.book.find(party, None, ("role",))
        if isinstance(role, Role):
            deputy: Phrase = (", deputy ", named(ground, role.deputy, None)) if role.deputy else ()
            yield role.label, ((named(ground, role.holder, None), *deputy) if role.holder else ("vacant",))
