"""What levelling comes to: the schedule to be kept, whose dates move, and who waits for whom."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from handbook.planning.breakdown import Item
from handbook.planning.levelling.behind import behind
from handbook.planning.levelling.problem import Problem
from handbook.planning.moments import Moments
from handbook.planning.plan import Entry, Plan
from handbook.planning.plans import Plans
from handbook.planning.staffing import Doers, same
from handbook.records.book import Book
from handbook.records.kinds.levelled import Levelled, LevelledEntry, Piece
from handbook.records.kinds.task import Task
from handbook.schedule.instants import DAY
from handbook.schedule.levelling import Levelled as Answer


@dataclass(frozen=True, slots=True)
class Move:
    """A task that starts another day than in the plan that holds, or is done by others.

    ``days`` are working days, negative if it starts earlier.
    """

    task: Task
    before: date
    after: date
    days: int
    doers: Doers
    instead_of: Doers


@dataclass(frozen=True, slots=True)
class Finish:
    """When a project is finished: as its links alone say, in the plan that holds, and levelled."""

    project: str
    unlevelled: date | None
    before: date | None
    after: date | None
    days: int
    """Working days by which the plan that holds moves, negative if it is finished earlier."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The levelled schedule of projects that share people.

    ``schedules`` are the records to be kept, by project. ``book`` is the book with them in it, and ``plans``
    are its plans. ``proven`` tells whether no schedule is better, ``bound`` the day before which none of them
    all can be finished. ``short`` and ``overloaded`` say, in words, where people cannot be had.
    """

    projects: tuple[str, ...]
    schedules: Mapping[str, Levelled]
    book: Book
    plans: Plans
    finishes: tuple[Finish, ...]
    moves: tuple[Move, ...]
    waits: tuple[Entry, ...]
    proven: bool
    bound: date
    notes: tuple[str, ...] = ()


def outcome(
    book: Book, projects: Sequence[str], asked: Problem, answer: Answer, plans: tuple[Plans, Plans], seed: int
) -> Outcome:
    """The outcome of an answer to a problem; ``plans`` are those not levelled, and those that hold."""
    schedules = {project: _schedule(book, project, asked, answer, seed) for project in projects}
    levelled = with_schedules(book, schedules)
    after, (free, now) = Plans(levelled), plans
    return Outcome(
        tuple(projects),
        schedules,
        levelled,
        after,
        tuple(_finish(project, free[project], now[project], after[project]) for project in projects),
        tuple(move for project in projects for move in _moves(now[project], after[project])),
        tuple(
            entry
            for project in projects
            for entry in after[project]
            if entry.driver and entry.driver.kind == "resource"
        ),
        answer.proven,
        Moments().span(answer.bound - 1, answer.bound)[1].date(),
        tuple(_notes(asked, answer)),
    )


def _schedule(book: Book, project: str, asked: Problem, answer: Answer, seed: int) -> Levelled:
    entries = {
        one.task.id: _entry(project, at, asked, answer, links)
        for links in [behind(asked.levelling, answer)]
        for at, one in sorted(asked.work.items())
        if one.project == project.casefold()
    }
    return Levelled(
        id="levelled",
        project=project,
        date=book.status_date,
        seed=seed,
        proven=answer.proven,
        entries=entries,
    )


def _entry(
    project: str,
    at: int,
    asked: Problem,
    answer: Answer,
    links: Mapping[int, Mapping[int, Sequence[int]]],
) -> LevelledEntry:
    work, choice, moments = asked.work[at], answer.choice.get(at), Moments()
    start, finish = moments.span(answer.start[at], answer.finish[at])
    is_open = not (work.task.started or work.task.progress)
    pieces = answer.pieces.get(at, ()) if is_open else ()
    spans = [moments.span(*piece) for piece in pieces] if len(pieces) > 1 else []
    return LevelledEntry(
        start=start if _is_within(asked, at, choice or 0, answer.start[at]) else _day(start),
        finish=finish.date(),
        by=work.ways[choice or 0],
        behind={
            _name(project, asked.work[giver].task): tuple(_party(asked, one) for one in resources)
            for giver, resources in (links.get(at, {}) if is_open else {}).items()
        },
        pieces=tuple(Piece.model_validate({"from": first, "to": last}) for first, last in spans),
    )


def _is_within(asked: Problem, at: int, choice: int, start: int) -> bool:
    """Whether a task starts within a day of its calendar, not with it."""
    calendar = asked.levelling.jobs[at].choices[choice].calendar or asked.levelling.network.calendar
    return calendar.position(start) > calendar.position(start - start % DAY)


def _day(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0)


def _name(project: str, task: Task) -> str:
    return task.id if task.project == project else task.address


def _party(asked: Problem, resource: int) -> str:
    member = asked.members[resource]
    return member.id if member.kind == "person" else member.address


def with_schedules(book: Book, schedules: Mapping[str, Levelled]) -> Book:
    """A book with these levelled schedules instead of those it has."""
    others = [one for one in book.records if not (isinstance(one, Levelled) and one.project in schedules)]
    return replace(book, records=(*others, *schedules.values()))


def _finish(project: str, free: Plan, before: Plan, after: Plan) -> Finish:
    days = before.working_days(before.finish, after.finish) if before.finish and after.finish else 0
    return Finish(project, free.finish, before.finish, after.finish, days)


def _moves(before: Plan, after: Plan) -> Iterator[Move]:
    for new in after:
        task, old = new.record, before.entry(new.record)
        if old is None or not isinstance(task, Task) or new.summary:
            continue
        first, last = old.start.date(), new.start.date()
        if first != last or not same(old.doers, new.doers):
            yield Move(task, first, last, before.working_days(first, last), new.doers, old.doers)


def _notes(asked: Problem, answer: Answer) -> Iterator[str]:
    """Where people cannot be had, in words."""
    for short in answer.shortages:
        for task in _tasks(asked, (short.activity,)):
            yield f"{task.address}: nobody who may do it has the time it asks for; planned as if somebody had"
    members = {(one.kind, one.id): at for at, one in enumerate(asked.members)}
    for over in answer.overloads:
        start, finish = Moments().span(over.start, over.finish)
        who = next((_party(asked, at) for key, at in members.items() if key == over.resource), "")
        tasks = ", ".join(task.address for task in _tasks(asked, over.activities))
        when = f"from {start.date()} to {finish.date()}"
        yield f"{who} has {over.units}% of work and {over.capacity}% of time {when}, all of it fixed: {tasks}"


def _tasks(asked: Problem, keys: Iterable[Hashable]) -> Iterator[Item]:
    for key in keys:
        row = asked.merged.rows[asked.levelling.network.index[key]]
        item = asked.found[row[0]].draft.item(row[1]) if row else None
        if item is not None:
            yield item
