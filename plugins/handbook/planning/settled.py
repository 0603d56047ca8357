"""The timetable of a draft, made in spite of what its records leave open or get wrong."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Protocol

from handbook.planning.calendars import NORMAL
from handbook.planning.draft import Draft
from handbook.planning.memory import Memory, key_of
from handbook.planning.plan import PlanFault
from handbook.planning.week import opening
from handbook.planning.wording import named
from handbook.schedule import Activity, Network, NoWorkingTime, Timetable, WorkingCalendar, timetable
from handbook.schedule.dates import Dates
from handbook.schedule.digest import digest
from handbook.schedule.progress import progress


class Dated(Protocol):
    """A draft with the dates of its activities."""

    @property
    def draft(self) -> Draft:
        """What the dates were made from."""

    @property
    def timetable(self) -> Dates:
        """The dates."""

    @property
    def finished(self) -> tuple[bool, ...]:
        """By activity, whether nothing of it is left to do."""

    def row(self, item: int) -> int | None:
        """The index in the timetable of an item of the work breakdown; None if it has no dates."""


@dataclass(frozen=True)
class Settled:
    """A draft with its timetable; ``finished`` tells by activity whether nothing of it is left to do."""

    draft: Draft
    timetable: Timetable
    finished: tuple[bool, ...]
    faults: tuple[PlanFault, ...] = ()

    @cached_property
    def digest(self) -> str:
        """The same for two plans with the same numbers: activities, links, calendars, start and status date.

        Dates of other projects are among them. Whatever is computed from the numbers alone can be remembered
        under it.
        """
        return digest(self.timetable.network, self.timetable.project_start, self.timetable.status)

    def row(self, item: int) -> int | None:
        """The index in the timetable of an item of the work breakdown; None if it has no dates."""
        return self.timetable.network.index.get(item)


def settled(draft: Draft, status: date | None, memory: Memory | None = None) -> Settled:
    """The timetable of a draft; ``status`` is the day before which nothing open can be worked on.

    ``memory`` gives back a timetable it knows.

    Raises:
        Cycle: activities wait for each other.
    """
    faults: list[PlanFault] = []
    activities = draft.activities
    found = _timetable(draft, activities, status, faults, memory)
    if dated := dict(_done_by(found)):
        activities = tuple(dated.get(at, one) for at, one in enumerate(found.network.activities))
        found = _timetable(draft, activities, status, faults, memory)
    return Settled(draft, found, finished(found.network), tuple(faults))


def finished(network: Network) -> tuple[bool, ...]:
    """By activity, whether nothing of it is left to do."""
    return tuple((far := progress(one)) is not None and far.finished for one in network.activities)


def _timetable(
    draft: Draft,
    activities: tuple[Activity, ...],
    status: date | None,
    faults: list[PlanFault],
    memory: Memory | None,
) -> Timetable:
    """The timetable; calendars that have no time for their work are replaced, with a fault for each."""
    calendar = draft.tools.calendar
    while True:
        network = Network(activities, draft.links, calendar)
        try:
            start = first_opening(network, draft.outline.project.start)
            return _remembered(network, start, first_opening(network, status) if status else None, memory)
        except NoWorkingTime as fault:
            spent = _spent(network, fault)
            faults.append(_fault(draft, network.index.get(fault.activity), is_own=spent is not calendar))
            if spent is not calendar or calendar is NORMAL:
                activities = tuple(_without(one, None if spent is calendar else spent) for one in activities)
            else:
                calendar = NORMAL


def _remembered(network: Network, start: int, status: int | None, memory: Memory | None) -> Timetable:
    if memory is None:
        return timetable(network, start, status)
    key = key_of("timetable", digest(network, start, status))
    return memory.once(key, lambda: timetable(network, start, status))


def first_opening(network: Network, day: date) -> int:
    """The instant at which the first of all calendars in use opens on a day."""
    own = {id(one.calendar): one.calendar for one in network.activities if one.calendar}
    return min(opening(calendar, day) for calendar in (network.calendar, *own.values()))


def _without(activity: Activity, spent: WorkingCalendar | None) -> Activity:
    """The activity in the project's calendar if its own is ``spent``; in any case if None is named."""
    return replace(activity, calendar=None) if spent in {None, activity.calendar} else activity


def _spent(network: Network, fault: NoWorkingTime) -> WorkingCalendar:
    """The calendar that ran out: of the activity that the engine names, else the one it describes."""
    at = network.index.get(fault.activity)
    if at is not None:
        return network.activities[at].calendar or network.calendar
    own = (one.calendar for one in network.activities if one.calendar is not None)
    return next((calendar for calendar in own if str(calendar) == fault.calendar), network.calendar)


def _fault(draft: Draft, at: int | None, *, is_own: bool) -> PlanFault:
    item = None if at is None else draft.item(at)
    work = "the work" if item is None else named(item)
    instead = "in the project's calendar" if is_own else "from Monday to Friday, 8:00 to 17:00"
    text = f"the calendar of {work} has no working time left for it; all work in it is planned {instead}"
    return PlanFault("no-working-time", text, () if item is None else (item,))


def _done_by(found: Timetable) -> Iterator[tuple[int, Activity]]:
    """Done activities that do not say when and would be planned later: they were done by the status date."""
    status = found.status
    if status is None:
        return
    for at, activity in enumerate(found.network.activities):
        is_done = activity.percent >= 100 and not activity.remaining
        if is_done and activity.actual_finish is None and found.finish[at] > status:
            done = _working_day_before(activity.calendar or found.network.calendar, status)
            begun = found.start[at] if activity.actual_start is None else activity.actual_start
            yield at, replace(activity, actual_start=min(begun, done), actual_finish=done)


def _working_day_before(calendar: WorkingCalendar, instant: int) -> int:
    try:
        return calendar.previous_working(instant)
    except NoWorkingTime:
        return instant
