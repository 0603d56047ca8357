"""Which projects have to be levelled together: those that share people, or wait for each other."""

from collections.abc import Iterable, Mapping, Sequence

from handbook.planning.levelling.jobs import names_in, open_work
from handbook.planning.parties import Parties
from handbook.planning.plans import Plans
from handbook.records.book import Book
from handbook.records.kinds.person import Person
from handbook.records.kinds.team import Team

ENDED = frozenset({"completed", "cancelled"})


def groups(book: Book, free: Plans, asked: Sequence[str] = ()) -> list[list[str]]:
    """The ids of open projects in groups that share people; those with a project that was asked for.

    ``free`` are the plans that are not levelled. Groups, and projects in them, stand in order of their ids.
    """
    projects = [one.id for one in book.projects if one.status not in ENDED]
    parties = Parties(book)
    shared = {project: set(_draws_on(parties, free, project)) for project in projects}
    whole = _joined(projects, shared)
    wanted = {project.casefold() for project in asked}
    return [one for one in whole if not wanted or not wanted.isdisjoint(map(str.casefold, one))]


def _draws_on(parties: Parties, free: Plans, project: str) -> Iterable[str]:
    """What ties a project to others: itself, those it waits for, and the people and teams it needs."""
    found = free.settled(project)
    yield f"project {project.casefold()}"
    yield from (f"project {other}" for other in found.draft.outline.needs)
    for name in names_in(list(open_work(project.casefold(), found))):
        party = parties.find(name)
        people = [party] if isinstance(party, Person) else parties.people(name) or []
        yield from (f"person {one.id}" for one in people)
        if isinstance(party, Team):
            yield f"team {party.id}"


def _joined(projects: Sequence[str], shared: Mapping[str, set[str]]) -> list[list[str]]:
    """Projects that have something in common, directly or through others, in one group."""
    found: list[tuple[list[str], set[str]]] = []
    for project in projects:
        mine, own = [project], set(shared[project])
        for other in [one for one in found if not own.isdisjoint(one[1])]:
            found.remove(other)
            mine, own = [*other[0], *mine], own | other[1]
        found.append((mine, own))
    return sorted(sorted(mine) for mine, _ in found)
