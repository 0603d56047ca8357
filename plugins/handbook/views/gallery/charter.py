"""The charter: why the project is done, what it is to achieve, what belongs to it and what does not.

```handbook
view: charter
```
"""

from collections.abc import Iterable, Iterator, Sequence

from handbook.analysis.words import capital
from handbook.records.kinds.approval import Approval
from handbook.records.kinds.objective import Objective
from handbook.records.kinds.project import Project
from handbook.views import view
from handbook.views.block.block import Block, Card, Cards, Column, Heading, Items, Pairs, Row, Table
from handbook.views.block.inline import Light, Out, Phrase, Tag
from handbook.views.dates import dated, lasting
from handbook.views.detail.common import ending
from handbook.views.naming import all_named, missing, named, prose, worded
from handbook.views.view import Ground, Options

SCOPE: view.Scope = "project"

_OBJECTIVES = (Column("Objective"), Column("Measure"), Column("Target"), Column("By"))
_APPROVALS = (Column("Role"), Column("Approved"))


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """The charter in the order in which it is read."""
    charter = ground.charter(options)
    return tuple(_parts(ground, charter)) if charter else ()


def _parts(ground: Ground, charter: Project) -> Iterator[Block]:
    yield Pairs(tuple(pair for pair in _facts(ground, charter) if pair[1]))
    if charter.purpose.strip():
        yield from (Heading(("Purpose",)), prose(ground, charter, charter.purpose))
    yield from ending(ground, charter, 4)
    yield from _objectives(ground, charter)
    yield from _listed("Success criteria", charter.success_criteria)
    yield from _scope(charter)
    yield from _listed("Assumptions", charter.assumptions)
    yield from _listed("Constraints", charter.constraints)
    yield from _listed("Exit criteria", charter.exit_criteria)
    yield from _tolerances(charter)
    yield from _approvals(ground, charter)


def _facts(ground: Ground, charter: Project) -> Iterator[tuple[str, Phrase]]:
    on = ground.status_date
    yield "Manager", (named(ground, charter.manager, charter.id),)
    yield "Sponsor", (named(ground, charter.sponsor, charter.id),)
    yield "Status", (Tag(worded(charter.status)),)
    yield "Approach", (capital(charter.approach),) if charter.approach else ()
    yield "Programme", (charter.programme,) if charter.programme else ()
    yield "Start", dated(charter.start, on)
    yield "Promised finish", dated(charter.finish, on)
    yield "Depends on", all_named(ground, charter.depends_on, charter.id)
    yield "Repository", (Out(charter.repository, charter.repository),) if charter.repository else ()


def _objectives(ground: Ground, charter: Project) -> Iterator[Block]:
    objectives = ground.book.of(Objective, charter.id)
    if not objectives:
        yield missing(charter, "the project has no objectives: add them under 'objectives' in", "project.yml")
        return
    rows = [
        Row(
            ((one.text,), (one.measure,), (one.target,), dated(one.by, ground.status_date)),
            anchor=one.address,
        )
        for one in objectives
    ]
    yield from (Heading(("Objectives",)), Table(_OBJECTIVES, rows, "Objectives"))


def _listed(title: str, lines: Iterable[str]) -> Iterator[Block]:
    phrases = [(line,) for line in lines]
    if phrases:
        yield from (Heading((title,)), Items(phrases))


def _scope(charter: Project) -> Iterator[Block]:
    scope = charter.scope
    parts = (("In scope", scope.in_), ("Out of scope", scope.out)) if scope else ()
    cards = [Card((title,), [(f"– {line}",) for line in lines]) for title, lines in parts if lines]
    if cards:
        yield from (Heading(("Scope",)), Cards(cards, "large"))


def _tolerances(charter: Project) -> Iterator[Block]:
    found = charter.tolerances
    if found is None:
        return
    told = (
        ("Time", lasting(found.time) if found.time else ""),
        ("Cost", f"{found.cost:.0%}" if found.cost is not None else ""),
        ("Quality", found.quality),
        ("Scope", found.scope),
        ("Risk", found.risk),
        ("Benefits", found.benefits),
    )
    pairs: list[tuple[str, Phrase]] = [(term, (words,)) for term, words in told if words]
    if pairs:
        yield from (Heading(("Tolerances",)), Pairs(pairs))


def _approvals(ground: Ground, charter: Project) -> Iterator[Block]:
    if approvals := ground.book.of(Approval, charter.id):
        rows = [
            Row(
                (
                    (named(ground, one.role, charter.id),),
                    dated(one.on, ground.status_date) or (Light("amber", "not yet"),),
                ),
                anchor=one.address,
            )
            for one in approvals
        ]
        yield from (Heading(("Approvals",)), Table(_APPROVALS, rows, "Approvals"))
