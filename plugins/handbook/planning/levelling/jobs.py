"""Jobs: the open tasks of projects, and the ways in which each of them can be done."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from handbook.planning.draft import Draft
from handbook.planning.horizon import Horizon
from handbook.planning.levelling.pool import Pool, employed
from handbook.planning.settled import Settled
from handbook.planning.staffing import Doers
from handbook.records.kinds.task import Task
from handbook.records.types.duration import Duration
from handbook.schedule.levelling import Choice, Job


@dataclass(frozen=True, slots=True)
class Work:
    """An open task with the ways to staff it, in order of preference; of one that has begun only one.

    ``row`` is the index of its activity in the timetable of its project.
    """

    project: str
    row: int
    task: Task
    ways: tuple[Doers, ...]


def open_work(project: str, found: Settled) -> Iterator[Work]:
    """The tasks of a project, given by its id in lower case, of which something is left to do."""
    draft = found.draft
    summaries = draft.outline.work.summaries
    for row in range(len(found.timetable)):
        task = draft.item(row)
        item = found.timetable.network.activities[row].key
        if not isinstance(task, Task) or item in summaries or found.finished[row]:
            continue
        if found.timetable.finish[row] > found.timetable.start[row]:
            yield Work(project, row, task, _ways(draft, task))


def job(
    work: Work, draft: Draft, pool: Pool, previous: tuple[int | None, int | None], piece: Duration
) -> Job | None:
    """The job of some work; None if it needs nobody who is in the pool.

    ``previous`` is when the last published plan starts it, and which of its ways that plan has; ``piece`` is
    the least that is done of it at a time, if it may be split.
    """
    choices = tuple(_choices(work, draft, pool))
    if not any(one.demands for one in choices):
        return None
    start, choice = previous
    least = max(1, draft.tools.durations.minutes(piece)) if work.task.split else None
    return Job(choices, work.task.priority, least, start, choice)


def _ways(draft: Draft, task: Task) -> tuple[Doers, ...]:
    if task.started or task.progress:
        return (draft.tools.staffing.of(task),)
    return draft.tools.staffing.choices(task)


def _choices(work: Work, draft: Draft, pool: Pool) -> Iterator[Choice]:
    tools = draft.tools
    for doers in work.ways:
        length = tools.durations.length(work.task, doers)
        calendar = tools.presence.calendar(work.task, doers)
        if len(work.ways) > 1:
            people = [one for name in doers for one in tools.presence.parties.people(name) or ()]
            first, last = _years(tools.presence.horizon)
            bound = employed(people, calendar, first, last)
            calendar = calendar if bound.is_empty else bound
        yield Choice(pool.demands(doers), length.minutes if length else 0, calendar)


def _years(around: Horizon) -> tuple[date, date]:
    return date(around.first, 1, 1), date(around.last, 12, 31)


def names_in(work: Sequence[Work]) -> Iterator[str]:
    """All references by which work is assigned to somebody."""
    return (name for one in work for doers in one.ways for name in doers)
