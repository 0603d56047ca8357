"""The skills that open work asks for, who holds them, and which are missing or hang on one person.

```handbook
view: skills-matrix
show: gaps
```
"""

from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from handbook.analysis.staffing import Need, needs
from handbook.analysis.words import capital, figure
from handbook.records.kinds.person import Person
from handbook.views import view
from handbook.views.block.block import Block, Column, Paragraph, Row, Table
from handbook.views.block.inline import Light, Muted, Note, Phrase
from handbook.views.naming import joined, label, ref
from handbook.views.view import Ground

SCOPE: view.Scope = "any"

_MOST_PEOPLE = 12
_MOST_TASKS = 2


class Options(view.Options):
    """Which skills are shown."""

    show: Literal["all", "gaps"] = Field(
        "all", description="All that are asked for, or only those that nobody or one person holds."
    )


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """One row for each skill; a column for each of few people, the names of many in one column."""
    found = needs(ground.portfolio, ground.charters(options))
    if options.show == "gaps":
        found = [need for need in found if len(need.holders) < 2]
    if not found:
        return ()
    people = _people(found)
    is_matrix = 0 < len(people) <= _MOST_PEOPLE
    columns: list[Column] = [Column("Skill"), Column("Asked for by"), Column("Cover")]
    if is_matrix:
        columns += [Column(label(person), letters=True) for person in people]
    else:
        columns.append(Column("Held by"))
    rows = [_row(ground, need, people if is_matrix else None) for need in found]
    caption = "Skills that open work asks for"
    table = Table(columns, rows, caption, sortable=not is_matrix, narrow="scroll" if is_matrix else "cards")
    legend = (Paragraph(("Number: level from 1 to 5",), quiet=True),) if people else ()
    return (Paragraph(_sentence(found)), table, *legend)


def _people(found: Sequence[Need]) -> list[Person]:
    """All who hold any of the skills, by name."""
    people = {person.id: person for need in found for person, _ in need.holders}
    return sorted(people.values(), key=lambda person: person.name.casefold())


def _sentence(found: Sequence[Need]) -> Phrase:
    missing = sum(not need.holders for need in found)
    single = sum(len(need.holders) == 1 for need in found)
    parts = [
        *([f"nobody holds {figure(missing, 'skill')} that open work asks for"] if missing else []),
        *(
            [f"{figure(single, 'skill')} {'hangs' if single == 1 else 'hang'} on one person"]
            if single
            else []
        ),
    ]
    if not parts:
        return ("At least two people hold every skill that open work asks for.",)
    return (f"{capital('; '.join(parts))}.",)


def _row(ground: Ground, need: Need, people: Sequence[Person] | None) -> Row:
    levels = {person.id: level for person, level in need.holders}
    tasks = (ref(ground, task) for task in need.tasks[:_MOST_TASKS])
    more = len(need.tasks) - _MOST_TASKS
    asked: Phrase = (
        *joined(((task,) for task in tasks), ", "),
        *((Note(f"and {more} more"),) if more > 0 else ()),
    )
    if people is None:
        held = joined(((ref(ground, person), Muted(f" {level}")) for person, level in need.holders), ", ")
        return Row(((need.skill,), asked, _cover(need), held))
    cells: list[Phrase] = [(f"{levels[one.id]}",) if one.id in levels else () for one in people]
    return Row(((need.skill,), asked, _cover(need), *cells))


def _cover(need: Need) -> Phrase:
    number = len(need.holders)
    if not number:
        return (Light("red", "nobody"),)
    return (
        (Light("amber", "one\N{NO-BREAK SPACE}person"),)
        if number == 1
        else (Light("green", f"{number}\N{NO-BREAK SPACE}people"),)
    )
