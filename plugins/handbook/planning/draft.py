"""The draft: the outline of a project in the numbers of the scheduling engine."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from handbook.planning.activities import Tools, milestone_activity, summary_activity, task_activity
from handbook.planning.breakdown import Item
from handbook.planning.outline import Outline
from handbook.planning.plan import PlanFault
from handbook.planning.ties import Tie
from handbook.planning.wording import named
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.task import Task
from handbook.schedule import CONTINUOUS, Activity, Link, LinkType, NoWorkingTime, WorkingCalendar

_TYPES = {type_.value: type_ for type_ in LinkType}

Span = tuple[int, int]
"""Start and finish, as instants."""

Abroad = Callable[[Item], Span | None]
"""Says when an item of another project is planned; None if it is not."""


class Draft(NamedTuple):
    """Activities and links of one project.

    The key of an activity is the index of its item in the work breakdown; those of other projects' items,
    which come last, are negative. ``ties`` are what the links were made of, one for each; those that name
    ``people`` are waits for somebody who is busy, as the levelled schedule says. ``faults`` are those found
    so far.
    """

    outline: Outline
    tools: Tools
    activities: tuple[Activity, ...]
    links: tuple[Link, ...]
    ties: tuple[Tie, ...]
    faults: tuple[PlanFault, ...]

    def item(self, at: int) -> Item | None:
        """The record of the activity with an index; None for one of another project."""
        key = self.activities[at].key
        return self.outline.work.items[key] if isinstance(key, int) and key >= 0 else None


def draft(outline: Outline, tools: Tools, abroad: Abroad) -> Draft:
    """The draft of a project. Milestones of which nothing says when they are reached are not in it."""
    spans = {id(tie): abroad(tie.target) for tie in outline.ties if tie.inside is None}
    ties = [tie for tie in outline.ties if tie.inside is not None or spans[id(tie)]]
    unplaced = _unplaced(outline, ties)
    ties = [tie for tie in ties if tie.inside not in unplaced and tie.successor not in unplaced]
    places = {at: n for n, at in enumerate(at for at in range(len(outline.work.items)) if at not in unplaced)}
    activities = list(_activities(outline, tools, places, {tie.successor for tie in ties}))
    links: list[Link] = []
    known: list[Tie] = []
    for tie in ties:
        successor = places[tie.successor]
        if tie.inside is not None:
            links.append(near_link(tie, places[tie.inside], successor, tools))
        elif not _is_begun(outline.work.items[tie.successor]):
            at = bound(tie, spans[id(tie)] or (0, 0), activities[successor], tools)
            links.append(far_link(tie, len(activities), successor))
            activities.append(Activity(-len(activities), actual_start=at, actual_finish=at))
        else:
            continue
        known.append(tie)
    faults = (*outline.faults, *tools.faults, *_lengthless(outline, tools))
    return Draft(outline, tools, tuple(activities), tuple(links), tuple(known), faults)


def _unplaced(outline: Outline, ties: list[Tie]) -> set[int]:
    """Milestones without a date that wait for nothing that is planned, and summaries of nothing else."""
    items = outline.work.items
    # What gives each of them its date, and what each of them gives a date to.
    sources: dict[int, set[int | None]] = {at: set() for at, item in enumerate(items) if _is_dateless(item)}
    targets: dict[int, list[int]] = {}
    for tie in ties:
        if tie.successor in sources:
            sources[tie.successor].add(tie.inside)
            targets.setdefault(-1 if tie.inside is None else tie.inside, []).append(tie.successor)
    for at, parent in enumerate(outline.parents):
        if parent is not None:
            sources.setdefault(parent, set()).add(at)
            targets.setdefault(at, []).append(parent)
    waiting = [at for at, given in sources.items() if not given]
    found = set(waiting)
    while waiting:
        at = waiting.pop()
        for target in targets.get(at, ()):
            sources[target].discard(at)
            if not sources[target] and target not in found:
                found.add(target)
                waiting.append(target)
    return found


def _is_dateless(item: Item) -> bool:
    return isinstance(item, Milestone) and item.reached is None and item.expected is None


def _is_begun(item: Item) -> bool:
    """Whether an item has begun, so that what it waited for moves it no more."""
    if isinstance(item, Milestone):
        return item.reached is not None
    return bool(item.started or item.finished or item.progress)


def _activities(
    outline: Outline, tools: Tools, places: dict[int, int], waiting: set[int]
) -> Iterator[Activity]:
    for at in places:
        item, around = outline.work.items[at], outline.parents[at]
        parent = None if around is None else places[around]
        if isinstance(item, Milestone):
            yield milestone_activity(at, item, parent, tools, waits=at in waiting)
        elif at in outline.work.summaries:
            yield summary_activity(at, item, parent, tools)
        else:
            yield task_activity(at, item, parent, tools)


def near_link(tie: Tie, predecessor: int, successor: int, tools: Tools) -> Link:
    """The link of a tie inside a project."""
    dependency = tie.dependency
    type_ = _TYPES[dependency.type]
    if dependency.lag is None:
        return Link(predecessor, successor, type_)
    return Link(predecessor, successor, type_, lag(tie, tools), dependency.lag.elapsed)


def far_link(tie: Tie, predecessor: int, successor: int) -> Link:
    """The link from an item of another project, which stands as one instant with the lag already counted."""
    return Link(predecessor, successor, LinkType.FF if _TYPES[tie.dependency.type].to_finish else LinkType.FS)


def bound(tie: Tie, span: Span, successor: Activity, tools: Tools) -> int:
    """The instant before which another project's item does not let a successor start, or finish."""
    start, finish = span
    at = finish if _TYPES[tie.dependency.type].from_finish else start
    try:
        return lag_calendar(tie, successor, tools).shift(at, lag(tie, tools))
    except NoWorkingTime:
        return at


def lag_calendar(tie: Tie, successor: Activity, tools: Tools) -> WorkingCalendar:
    """The calendar in which the lag of a tie to another project counts."""
    is_elapsed = tie.dependency.lag is not None and tie.dependency.lag.elapsed
    return CONTINUOUS if is_elapsed else successor.calendar or tools.calendar


def lag(tie: Tie, tools: Tools) -> int:
    """The lag of a tie in minutes, negative for a lead."""
    if tie.dependency.lag is None:
        return 0
    minutes = tools.durations.minutes(tie.dependency.lag)
    return -minutes if tie.dependency.lead else minutes


def _lengthless(outline: Outline, tools: Tools) -> Iterator[PlanFault]:
    """A fault for each task that does not say how long it takes and is not finished."""
    for at, item in enumerate(outline.work.items):
        if not isinstance(item, Task) or item.duration or item.finished or item.remaining:
            continue
        if at not in outline.work.summaries and tools.durations.length(item, tools.staffing.of(item)) is None:
            text = f"{named(item)} has neither duration, estimate nor effort; planned as if it took no time"
            yield PlanFault("no-duration", text, (item,))
