"""Who works on the project: roles, tasks with shares, and absences where the reader may see them.

```handbook
view: team
```
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from handbook.analysis.words import capital, figure
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.person import Person
from handbook.records.kinds.project import Project
from handbook.records.kinds.raci import Responsibility
from handbook.records.kinds.role import Role
from handbook.records.kinds.task import Task
from handbook.records.record import Record
from handbook.views import view
from handbook.views.block.block import Block, Column, Row, Table
from handbook.views.block.inline import Break, Note, Out, Phrase
from handbook.views.dates import day
from handbook.views.naming import joined, label, named, ref
from handbook.views.view import Ground, Options

SCOPE: view.Scope = "project"

_COLUMNS = (
    Column("Who"),
    Column("Role here"),
    Column("Open tasks"),
    Column("Team", minor=True),
    Column("Away"),
)


@dataclass(slots=True)
class _Part:
    """What somebody does in the project."""

    record: Record
    roles: list[str] = field(default_factory=list)
    tasks: int = 0
    most: float = 0.0


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """One table: who leads first, then the others by name."""
    charter = ground.charter(options)
    if charter is None:
        return ()
    parts = sorted(_parts(ground, charter), key=_rank)
    rows = [_row(ground, part) for part in parts]
    columns = list(_COLUMNS)
    for number in range(len(columns) - 1, 0, -1):
        if not any(row.cells[number] for row in rows):
            columns.pop(number)
            rows = [Row([*row.cells[:number], *row.cells[number + 1 :]]) for row in rows]
    return (Table(columns, rows, f"Team of {label(charter)}", sortable=True),) if rows else ()


def _rank(part: _Part) -> tuple[int, str]:
    leads = {"manager": 0, "sponsor": 1}
    return min((leads.get(role, 2) for role in part.roles), default=3), label(part.record).casefold()


def _parts(ground: Ground, charter: Project) -> Sequence[_Part]:
    parts: dict[str, _Part] = {}

    def part(address: str) -> _Part | None:
        found = ground.book.find(address, charter.id, ("person", "role", "team"))
        holder = (
            ground.book.find(found.holder, None, ("person",))
            if isinstance(found, Role) and found.holder
            else None
        )
        who = holder or found
        return parts.setdefault(who.address, _Part(who)) if who else None

    for address, role in _roles(ground, charter):
        found = part(address)
        if found and role and role.casefold() not in map(str.casefold, found.roles):
            found.roles.append(role)
    for entry in ground.portfolio.plan(charter.id):
        task = entry.record
        is_open = isinstance(task, Task) and not (task.finished or task.withheld)
        for address, share in entry.doers.items() if is_open else ():
            if found := part(address):
                found.tasks += 1
                found.most = max(found.most, share)
    return list(parts.values())


def _roles(ground: Ground, charter: Project) -> Iterator[tuple[str, str]]:
    """Everybody the project names, with the role in which it does."""
    yield charter.manager, "manager"
    yield charter.sponsor, "sponsor"
    for row in ground.book.of(Responsibility, charter.id):
        for address in row.roles:
            found = ground.book.find(address, charter.id, ("role",))
            yield address, label(found) if found else ""
    for entry in ground.portfolio.plan(charter.id):
        yield from ((address, "") for address in entry.doers if not entry.record.withheld)
    for milestone in ground.book.of(Milestone, charter.id):
        if milestone.owner and not milestone.withheld:
            yield milestone.owner, ""


def _row(ground: Ground, part: _Part) -> Row:
    who = part.record
    mail: Phrase = (
        (Break(), Out(f"mailto:{who.email}", who.email)) if isinstance(who, Person) and who.email else ()
    )
    share = (Note(f"up to {part.most:.0%} of full time"),) if part.most else ()
    team = named(ground, who.team, None) if isinstance(who, Person) and who.team else None
    cells: tuple[Phrase, ...] = (
        (ref(ground, who), *mail),
        (capital(", ".join(part.roles)),) if part.roles else (),
        (figure(part.tasks, "task"), *share) if part.tasks else (),
        (team,) if team else (),
        _away(ground, who),
    )
    return Row(cells)


def _away(ground: Ground, who: Record) -> Phrase:
    """Absences that are not over."""
    on = ground.status_date
    leave = [one for one in who.leave if one.to >= on] if isinstance(who, Person) else []
    spans = (
        day(one.from_, on) if one.from_ == one.to else f"{day(one.from_, on)} to {day(one.to, on)}"
        for one in sorted(leave, key=lambda one: one.from_)[:3]
    )
    return joined(((span,) for span in spans), ", ")
