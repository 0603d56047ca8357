"""The problem: open work of projects that share people, as the levelling engine is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handbook.planning.levelling.jobs import Work, job, names_in, open_work
from handbook.planning.levelling.merged import Merged, merged
from handbook.planning.levelling.pool import Party, Pool
from handbook.planning.parties import Parties
from handbook.planning.plans import Plans
from handbook.planning.settled import Settled
from handbook.planning.staffing import same
from handbook.records.book import Book
from handbook.schedule.levelling import Job, Levelling


@dataclass(frozen=True, slots=True)
class Problem:
    """What is to be levelled, and what its numbers mean.

    ``found`` are the timetables of the projects, not levelled, by their ids in lower case; ``work`` gives the
    task of each job by the index of its activity; ``members`` are the resources.
    """

    levelling: Levelling
    merged: Merged
    found: Mapping[str, Settled]
    work: Mapping[int, Work]
    members: Sequence[Party]


def problem(book: Book, projects: Sequence[str], free: Plans, now: Plans) -> Problem | None:
    """The problem of some projects; None if nobody in it has anything to do.

    ``free`` are the plans that are not levelled, ``now`` those that hold: their starts are kept where they
    can be.
    """
    found = {project.casefold(): free.settled(project) for project in projects}
    work = [one for project, settled in found.items() for one in open_work(project, settled)]
    pool = Pool(Parties(book), names_in(work))
    if not work or not pool.members:
        return None
    whole = merged(found)
    jobs: dict[int, Job] = {}
    by_index: dict[int, Work] = {}
    for one in work:
        draft = found[one.project].draft
        piece = book.settings.schedule.levelling.shortest_piece
        made = job(one, draft, pool, _previous(one, found[one.project], now), piece)
        if made is not None:
            at = whole.at[one.project, one.row]
            jobs[at], by_index[at] = made, one
    presence = next(iter(found.values())).draft.tools.presence
    resources = pool.resources(presence, _largest(jobs), book.status_date)
    weights = {whole.groups[key]: max(1, found[key].draft.outline.project.priority) for key in whole.groups}
    levelling = Levelling(whole.network, whole.project_start, whole.status, resources, jobs, weights)
    return Problem(levelling, whole, found, by_index, pool.members) if jobs else None


def _previous(one: Work, free: Settled, now: Plans) -> tuple[int | None, int | None]:
    """When the plan that holds starts some work, and which of the ways it has."""
    settled = now.settled(free.draft.outline.project.id)
    item = settled.draft.outline.work.index.get(one.task.id.casefold())
    row = None if item is None else settled.row(item)
    doers = settled.draft.tools.staffing.of(one.task)
    choice = next((at for at, way in enumerate(one.ways) if same(way, doers)), None)
    return None if row is None else settled.timetable.start[row], choice


def _largest(jobs: Mapping[int, Job]) -> dict[int, int]:
    """The most that one job asks of each resource."""
    found: dict[int, int] = {}
    for one in jobs.values():
        for choice in one.choices:
            for resource, units in choice.demands:
                found[resource] = max(units, found.get(resource, 0))
    return found
