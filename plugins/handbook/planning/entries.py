"""Entries of a plan, from a timetable."""

from collections.abc import Iterator, Sequence

from handbook.planning.against import against
from handbook.planning.drivers import driver
from handbook.planning.moments import LAST, Moments
from handbook.planning.plan import Entry, PlanFault, State
from handbook.planning.settled import Settled
from handbook.planning.wording import MANNERS, day, named
from handbook.records.book import Book
from handbook.records.kinds.task import Task
from handbook.schedule import Activity, Conflict, Timetable
from handbook.schedule.bounds import ON_FINISH


def entries(book: Book, settled: Settled) -> Iterator[Entry]:
    """The entries of all items that have dates, in the order of the work breakdown."""
    outline, table, staffing = settled.draft.outline, settled.timetable, settled.draft.tools.staffing
    states, critical = _states(settled), _critical(settled)
    moments = Moments()
    for at, item in enumerate(outline.work.items):
        row = settled.row(at)
        if row is None:
            continue
        start, finish = moments.span(table.start[row], table.finish[row])
        early = moments.span(table.early_start[row], table.early_finish[row])
        late = moments.span(table.late_start[row], table.late_finish[row])
        work, total, free = lengths(table, row)
        yield Entry(
            record=item,
            start=start,
            finish=finish,
            early_start=early[0],
            early_finish=early[1],
            late_start=late[0],
            late_finish=late[1],
            total_float=total,
            free_float=free,
            critical=critical[row],
            summary=at in outline.work.summaries,
            depth=outline.work.depths[at],
            state=states[row],
            progress=min(table.percent[row], 100.0) / 100,
            work=work,
            driver=driver(book, settled, row),
            doers=staffing.of(item) if isinstance(item, Task) else {},
        )


def conflicts(settled: Settled) -> Iterator[PlanFault]:
    """A fault for each constraint that cannot be kept, and for work that would outlast the calendar."""
    moments = Moments()
    for one in settled.timetable.conflicts:
        item = settled.draft.item(settled.timetable.network.index[one.activity])
        if isinstance(item, Task) and item.constraint and item.constraint.date:
            bound = f"{MANNERS[item.constraint.type]} {day(item.constraint.date)}"
            waits, why = against(settled, one)
            text = f"{named(item)}: {bound}, but {_possible(one, moments)} is the earliest possible: {why}"
            yield PlanFault("conflict", text, (item,), waits)
    for at, finish in enumerate(settled.timetable.finish):
        item = settled.draft.item(at)
        if finish > LAST and item is not None:
            yield PlanFault(
                "no-working-time", f"{named(item)} would not be finished before the year 10000", (item,)
            )
            return


def _possible(conflict: Conflict, moments: Moments) -> str:
    at = conflict.possible
    found = moments.span(at - 1, at)[1] if conflict.constraint in ON_FINISH else moments.at(at)
    return day(found.date())


def lengths(table: Timetable, row: int) -> tuple[int, int, int]:
    """Work, total and free float; of what runs by the clock, the project's working time that they span."""
    work, total, free = table.duration[row], table.total_float[row], table.free_float[row]
    if not table.network.activities[row].elapsed:
        return work, total, free
    calendar, finish = table.network.calendar, table.finish[row]
    spans = (calendar.between(table.start[row], finish), calendar.between(finish, finish + total))
    return (*spans, calendar.between(finish, finish + free))


def _states(settled: Settled) -> Sequence[State]:
    """How far each activity is; a summary is done when all of it is, and started when any of it is."""
    activities = settled.timetable.network.activities
    states: list[State] = [
        "done" if finished else "started" if one.actual_start is not None or one.percent else "open"
        for one, finished in zip(activities, settled.finished, strict=True)
    ]
    for summary, inside in _parts(activities):
        found = {states[at] for at in inside}
        states[summary] = found.pop() if len(found) == 1 else "started"
    return states


def _critical(settled: Settled) -> Sequence[bool]:
    """Whether each activity is critical: nothing of it may slip by any working time.

    The engine lets what runs by the clock slip into the night that follows; nobody works then.
    """
    table = settled.timetable
    activities = table.network.activities
    critical = list(table.critical)
    for at, one in enumerate(activities):
        if one.elapsed and not critical[at]:
            critical[at] = not settled.finished[at] and lengths(table, at)[1] <= 0
    for summary, inside in _parts(activities):
        critical[summary] = any(critical[at] for at in inside)
    return critical


def _parts(activities: Sequence[Activity]) -> Iterator[tuple[int, list[int]]]:
    """Each summary with its parts, the inner ones first: a summary stands before its parts."""
    parts: dict[int, list[int]] = {}
    for at, one in enumerate(activities):
        if one.parent is not None:
            parts.setdefault(one.parent, []).append(at)
    return ((summary, parts[summary]) for summary in sorted(parts, reverse=True))
