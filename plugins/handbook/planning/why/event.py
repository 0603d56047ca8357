"""Events: the start or the finish of an activity, in the plan of its project."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from handbook.planning.breakdown import Item
from handbook.planning.moments import Moments
from handbook.planning.settled import Dated
from handbook.planning.why.step import End
from handbook.schedule import Activity, WorkingCalendar
from handbook.schedule.dates import Dates

SettledOf = Callable[[str], Dated | None]
"""Gives the settled plan of a project; None if it has none."""

_MOMENTS = Moments()


@dataclass(frozen=True, slots=True)
class Event:
    """The start or finish of an activity, by its index in the timetable of its project."""

    settled: Dated
    row: int
    end: End

    @property
    def table(self) -> Dates:
        """The timetable."""
        return self.settled.timetable

    @property
    def activity(self) -> Activity:
        """The activity."""
        return self.table.network.activities[self.row]

    @property
    def item(self) -> Item:
        """The record; events of other projects are told in the plan of theirs, where it is known."""
        key = self.activity.key
        return self.settled.draft.outline.work.items[key if isinstance(key, int) else 0]

    @property
    def calendar(self) -> WorkingCalendar:
        """The calendar that the activity is worked in."""
        return self.table.logic.nodes.calendars[self.row]

    @property
    def key(self) -> tuple[str, int, End]:
        """What tells it from all others."""
        return self.settled.draft.outline.project.id, self.row, self.end

    @property
    def at(self) -> int:
        """Its instant."""
        return (self.table.start if self.end == "start" else self.table.finish)[self.row]

    @property
    def is_point(self) -> bool:
        """Whether the activity takes no time."""
        return self.table.start[self.row] == self.table.finish[self.row]

    @property
    def is_group(self) -> bool:
        """Whether it is that of a summary."""
        return self.row in self.table.logic.tree.children

    @property
    def edge(self) -> date:
        """The last day that belongs to what leads to it: its own for a finish, the one before for a start."""
        if self.end == "start" and not self.is_point:
            return self.start - timedelta(days=1)
        return _MOMENTS.span(self.table.start[self.row], self.table.finish[self.row])[1].date()

    @property
    def start(self) -> date:
        """The day on which the activity starts."""
        return day_of(self.table.start[self.row])


def day_of(instant: int) -> date:
    """The day of an instant."""
    return _MOMENTS.at(instant).date()


def event_of(settled_of: SettledOf, item: Item, end: End) -> Event | None:
    """The event of an item; None if it has no dates."""
    settled = settled_of(item.project or "")
    at = None if settled is None else settled.draft.outline.work.index.get(item.id.casefold())
    row = None if settled is None or at is None else settled.row(at)
    return None if settled is None or row is None else leaf(Event(settled, row, end))


def predecessor(settled_of: SettledOf, event: Event, number: int) -> Event | None:
    """The event that a link to an activity comes from; None for one in a project without a plan."""
    link = event.table.network.links[number]
    if event.settled.draft.item(link.pred) is not None:
        return leaf(Event(event.settled, link.pred, "finish" if link.type.from_finish else "start"))
    tie = event.settled.draft.ties[number]
    return event_of(settled_of, tie.target, "finish" if tie.dependency.type in {"FS", "FF"} else "start")


def leaf(event: Event) -> Event:
    """The event of a summary as that of the part that gives it its date, rather a task than a milestone.

    A summary whose finish is held beyond that of its parts stays what it is.
    """
    table, row = event.table, event.row
    while inside := table.logic.tree.children.get(row):
        if event.end == "finish":
            last = max(inside, key=lambda one: (table.finish[one], table.start[one] < table.finish[one]))
            if table.finish[last] < table.finish[row]:
                break
            row = last
        else:
            row = min(inside, key=table.start.__getitem__)
    return replace(event, row=row)


def holding(event: Event) -> int | None:
    """The number of the link that holds the finish of a summary; None if its own constraint does."""
    table = event.table
    reached: dict[int, int] = {}
    for number, link in enumerate(table.network.links):
        if link.succ == event.row and link.type.to_finish:
            at = (table.finish if link.type.from_finish else table.start)[link.pred]
            reached[number] = table.logic.lag_calendar(link).shift(at, link.lag)
    best = max(reached, key=lambda number: reached[number], default=None)
    return best if best is not None and reached[best] >= event.at else None
