"""Plans of all projects of a book, each computed once and only when it is asked for."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from operator import is_

from handbook.planning.activities import Tools
from handbook.planning.breakdown import Item
from handbook.planning.calendars import NORMAL, Calendars
from handbook.planning.days import DayCount
from handbook.planning.draft import Span, draft
from handbook.planning.durations import Durations
from handbook.planning.entries import conflicts, entries
from handbook.planning.horizon import Horizon, horizon
from handbook.planning.memory import Memory
from handbook.planning.moments import Moments
from handbook.planning.order import planning_order
from handbook.planning.outline import Outline, outline
from handbook.planning.parties import Parties
from handbook.planning.plan import Plan, PlanFault
from handbook.planning.portfolio_float import portfolio_floats
from handbook.planning.presence import Presence
from handbook.planning.settled import Settled, settled
from handbook.planning.staffing import Staffing
from handbook.planning.untangled import untangled
from handbook.planning.week import measure
from handbook.planning.wording import named
from handbook.records.book import Book
from handbook.records.kinds.task import Task
from handbook.schedule import Cycle

_MOST_TURNS = 30
_OVER = {"completed", "cancelled"}
_NEVER = PlanFault(
    "no-working-time",
    "the project's calendar has no working time; planned from Monday to Friday, 8:00 to 17:00",
)


def plan(book: Book, project_id: str) -> Plan:
    """The plan of one project, made after those it waits for. Raises `KeyError` for an unknown project."""
    return Plans(book)[project_id]


class Plans(Mapping[str, Plan]):
    """The plans of a book by project id, without regard to case; each is computed when it is first asked for.

    A project that waits for tasks or milestones of another one is planned after it, with their forecasts as
    fixed dates. Where projects wait for each other, they are planned in turns until no date changes any
    more; a circle of waiting is opened, and is a fault of all that it goes through.
    """

    def __init__(self, book: Book, memory: Memory | None = None, *, levelled: bool = True) -> None:
        """``memory`` gives back the timetables it knows; without one, nothing is remembered.

        Plans follow the levelled schedules that were accepted, unless they are not to be ``levelled``.
        """
        self._book = book
        self._memory = memory
        self._levelled = levelled
        self._parties = Parties(book)
        self._projects = {project.id.casefold(): project for project in book.projects}
        self._calendars: dict[Horizon, Calendars] = {}
        self._presences: dict[tuple[Horizon, int], Presence] = {}
        self._outlines: dict[str, Outline] = {}
        self._settled: dict[str, Settled] = {}
        self._plans: dict[str, Plan] = {}

    def __getitem__(self, project_id: str) -> Plan:
        """The plan of a project. Raises `KeyError` if there is no such project."""
        key = project_id.casefold()
        if key not in self._projects:
            raise KeyError(project_id)
        if key not in self._plans:
            for group in planning_order(key, self._needs):
                self._plan_together([one for one in group if one not in self._plans])
        return self._plans[key]

    def settled(self, project_id: str) -> Settled:
        """What the plan of a project was made of. Raises `KeyError` if there is no such project."""
        return self._settled[self[project_id].project.casefold()]

    def needs(self, project_id: str) -> frozenset[str]:
        """The projects, in lower case, that one itself waits for. Raises `KeyError` if it is unknown."""
        key = project_id.casefold()
        if key not in self._outlines:
            self._outlines[key] = outline(self._book, self._projects[key], levelled=self._levelled)
        return self._outlines[key].needs & self._projects.keys()

    def needed(self, project_id: str) -> frozenset[str]:
        """All projects, in lower case, that the plan of one depends on, itself among them."""
        found: set[str] = set()
        waiting = [project_id.casefold()]
        while waiting:
            key = waiting.pop()
            if key not in found:
                found.add(key)
                waiting += self.needs(key)
        return frozenset(found)

    def portfolio_floats(self, project_id: str) -> Mapping[str, int]:
        """How far work can slip before any project slips, by address in lower case; see `portfolio_float`.

        Empty if no other project waits for this one. Raises `KeyError` if there is no such project.
        """
        own = self[project_id].project.casefold()
        waiters: dict[str, set[str]] = {}
        for key in self._projects:
            for needed in self.needs(key):
                waiters.setdefault(needed, set()).add(key)
        return portfolio_floats(own, lambda key: frozenset(waiters.get(key, ())), self.settled)

    def variant(self, book: Book) -> "Plans":
        """The plans of a book that differs from this one in a few records.

        Calendars are shared where no record of the organisation differs, for they cost most of a plan.
        """
        found = Plans(book, self._memory, levelled=self._levelled)
        own = [record for record in self._book.records if record.project is None]
        other = [record for record in book.records if record.project is None]
        is_same = len(own) == len(other) and all(map(is_, own, other))
        if is_same and self._book.unseen == book.unseen and self._book.settings is book.settings:
            found._calendars = self._calendars
            found._presences = self._presences
            found._parties = self._parties
        return found

    def __iter__(self) -> Iterator[str]:
        return (project.id for project in self._book.projects)

    def __len__(self) -> int:
        return len(self._projects)

    def _needs(self, key: str) -> frozenset[str]:
        """The projects that one waits for; none if they are planned already."""
        return frozenset() if key in self._plans else self.needs(key)

    def _plan_together(self, keys: list[str]) -> None:
        if len(keys) > 1:
            self._outlines.update(zip(keys, untangled([self._outlines[key] for key in keys]), strict=True))
        faults = () if self._settle_in_turns(keys) else (self._unsteady(keys),)
        for key in keys:
            self._plans[key] = self._made(self._settled[key], faults)

    def _settle_in_turns(self, keys: list[str]) -> bool:
        """Settle projects that wait for each other until none is given a new date; whether that came to be.

        Without circles a date is final once all are that it follows from, so that each turn settles one more
        link on any way through the projects. Only what is planned as late as possible may never come to
        rest: the later its project ends the later it is, and the end may wait for it through another project.
        """
        given: dict[str, list[Span | None]] = {}
        for _ in range(self._most_turns(keys)):
            is_steady = True
            for key in keys:
                dates = [self._abroad(tie.target) for tie in self._outlines[key].far_ties]
                if given.get(key) != dates:
                    given[key], is_steady = dates, False
                    self._settled[key] = self._settle(key)
            if is_steady:
                return True
        return False

    def _most_turns(self, keys: list[str]) -> int:
        items = (item for key in keys for item in self._outlines[key].work.items)
        bounds = (item.constraint for item in items if isinstance(item, Task))
        if any(bound and bound.type == "ALAP" for bound in bounds):
            return _MOST_TURNS
        return sum(len(self._outlines[key].far_ties) for key in keys) + 2

    def _settle(self, key: str) -> Settled:
        """The timetable of one project, with holidays as far as its work reaches."""
        dates = list(_dates(self._outlines[key]))
        while True:
            around = horizon(self._book.status_date, dates)
            try:
                found = self._try(self._outlines[key], around)
            except Cycle:
                tangled = self._outlines[key]
                (self._outlines[key],) = untangled([tangled])
                if len(self._outlines[key].ties) == len(tangled.ties):
                    raise
                continue
            finish = Moments().at(found.timetable.project_finish).date()
            dates.append(finish)
            is_near = not self._calendars[around].is_cut or finish.year <= around.last
            if is_near:
                return found
            if horizon(self._book.status_date, dates) == around:
                return _lost(found, around) if self._calendars[around].is_free_beyond else found

    def _try(self, one: Outline, around: Horizon) -> Settled:
        calendars = self._calendars.setdefault(around, Calendars(self._book, around))
        wanted = calendars.of_project(one.project)
        calendar, faults = (NORMAL, (_NEVER,)) if wanted.is_empty else (wanted, ())
        key = (around, id(calendar))
        if key not in self._presences:
            self._presences[key] = Presence(calendars, calendar, self._parties)
        presence = self._presences[key]
        durations = Durations(measure(calendar), self._parties)
        staffing = Staffing(self._parties, one.entries, self._book.status_date)
        first = max(one.project.start, self._book.status_date)
        tools = Tools(calendar, presence, durations, staffing, first, faults)
        is_over = one.project.status in _OVER
        status = None if is_over else self._book.status_date
        return settled(draft(one, tools, self._abroad), status, self._memory)

    def _abroad(self, item: Item) -> Span | None:
        """When an item of another project is planned."""
        found = self._settled.get((item.project or "").casefold())
        at = None if found is None else found.draft.outline.work.index.get(item.id.casefold())
        row = None if found is None or at is None else found.row(at)
        return (
            None
            if found is None or row is None
            else (found.timetable.start[row], found.timetable.finish[row])
        )

    def _unsteady(self, keys: list[str]) -> PlanFault:
        """The fault of projects that push each other on and on, with the links between them."""
        ties = [(self._outlines[key], tie) for key in keys for tie in self._outlines[key].far_ties]
        waits = [
            tie.wait(one.work.items[tie.successor])
            for one, tie in ties
            if (tie.target.project or "").casefold() in keys
        ]
        names = ", ".join(self._projects[key].id for key in keys)
        text = f"the projects {names} push each other on without end, through work as late as possible"
        return PlanFault("cycle", text, tuple(wait.successor for wait in waits), tuple(waits))

    def _made(self, found: Settled, faults: tuple[PlanFault, ...]) -> Plan:
        calendar = found.timetable.network.calendar
        return Plan(
            project=found.draft.outline.project.id,
            status_date=self._book.status_date,
            entries=tuple(entries(self._book, found)),
            faults=(*found.draft.faults, *found.faults, *conflicts(found), *faults),
            day_minutes=measure(calendar).day,
            week_minutes=measure(calendar).week,
            _working_days=DayCount(calendar),
        )


def _lost(found: Settled, around: Horizon) -> Settled:
    """The timetable with a fault for the work that free days without end push beyond all years looked at."""
    last = max(range(len(found.timetable)), key=found.timetable.finish.__getitem__)
    item = found.draft.item(last)
    text = f"{named(item) if item else 'the work'} finds no time before the end of {around.last}"
    fault = PlanFault("no-working-time", text, (item,) if item else ())
    return replace(found, faults=(*found.faults, fault))


def _dates(one: Outline) -> Iterator[date]:
    """The dates that the records of a project name."""
    found: list[date | None] = [one.project.start, one.project.finish]
    for item in one.work.items:
        if isinstance(item, Task):
            found += [item.started, item.finished, item.constraint.date if item.constraint else None]
        else:
            found += [item.due, item.expected, item.reached]
    return (day for day in found if day is not None)
