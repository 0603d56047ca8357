"""Standing: whether a project runs, whether a person is there, what still lies ahead."""

from collections.abc import Iterator
from datetime import date
from typing import TypeVar

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import has_sound_plan
from handbook.planning.plan import Entry
from handbook.records.book import Book
from handbook.records.kinds.person import Person
from handbook.records.kinds.project import Project
from handbook.records.kinds.role import Role
from handbook.records.kinds.task import Task
from handbook.records.kinds.team import Team
from handbook.records.record import Record

R = TypeVar("R", bound=Record)

ENDED = ("completed", "cancelled")


def open_projects(book: Book, project: str | None = None) -> Iterator[Project]:
    """The projects that have not ended: what is asked of work to come is asked of them only.

    Only one, if it is named.
    """
    named = () if project is None else filter(None, (book.project(project),))
    return (one for one in (book.projects if project is None else named) if one.status not in ENDED)


def planned_projects(book: Book, project: str | None = None) -> Iterator[Project]:
    """The projects that have not ended and whose plan lacks nothing that could not be read."""
    return (one for one in open_projects(book, project) if has_sound_plan(book, one.id))


def open_records(book: Book, model: type[R]) -> Iterator[R]:
    """The records of a kind in projects that have not ended, without blanks of what may not be shown."""
    for project in open_projects(book):
        yield from (record for record in book.of(model, project.id) if not record.withheld)


def open_entries(portfolio: Portfolio, project: str | None = None) -> Iterator[Entry]:
    """The entries of the plans of projects that have not ended, if they lack nothing; without blanks.

    Of one project only, if it is named.
    """
    for one in planned_projects(portfolio.book, project):
        yield from (entry for entry in portfolio.plan(one.id) if not entry.record.withheld)


def assignments(task: Task) -> Iterator[tuple[str, str, float]]:
    """Who is named to do a task, for certain or perhaps: the field, the reference and the share."""
    yield from (("assigned", party, units) for party, units in task.assigned.items())
    yield from (("one_of", party, units) for party, units in task.one_of.items())


def has_left(person: Person, day: date) -> bool:
    """Whether a person was with the organisation no longer on a day."""
    return person.to is not None and person.to < day


def is_absent(person: Person, day: date) -> bool:
    """Whether a person was not yet, or no longer, with the organisation on a day."""
    return has_left(person, day) or (person.from_ is not None and person.from_ > day)


def people_of(book: Book, text: str, project: str | None) -> tuple[Person, ...]:
    """The people whom a reference to a person, a role (its holder) or a team (its members) stands for."""
    party = book.find(text, project, ("person", "role", "team"))
    if isinstance(party, Person):
        return (party,)
    if isinstance(party, Role):
        holder = party.holder and book.find(party.holder, None, ("person",))
        return (holder,) if isinstance(holder, Person) else ()
    return members_of(book, party.id) if party else ()


def members_of(book: Book, team: str) -> tuple[Person, ...]:
    """The members of a team: those it lists, and those whose own record names it."""
    found = book.find(team, None, ("team",))
    listed = {name.removeprefix("@").casefold() for name in getattr(found, "members", ())}
    return tuple(
        person
        for person in book.of(Person)
        if person.id.casefold() in listed or (person.team or "").casefold() == team.casefold()
    )


def capacity(book: Book, text: str, project: str | None) -> float | None:
    """Full times that a person, role or team can give; None if that is not known."""
    team = book.find(text, project, ("person", "role", "team"))
    if isinstance(team, Team) and team.capacity is not None:
        return team.capacity
    people = people_of(book, text, project)
    return sum(person.capacity for person in people) if people else None
