"""The scene of a change: the records as they are after the changes before it, and their plans."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from handbook.analysis.what_if.change import BadChange
from handbook.planning.breakdown import Item
from handbook.planning.plan import Entry, Plan
from handbook.planning.settled import Dated
from handbook.planning.wording import named
from handbook.records.book import Book
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.task import Task
from handbook.records.record import Record
from handbook.records.types.duration import Duration
from handbook.schedule import Activity


class Planned(Protocol):
    """Plans as changes look at them."""

    def __getitem__(self, project_id: str) -> Plan:
        """The plan of a project, of which is asked what is a summary and what is done."""

    def settled(self, project_id: str) -> Dated:
        """What the plan of a project was made of."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A book and its plans."""

    book: Book
    plans: Planned

    def entry(self, item: Item) -> Entry:
        """The entry of an item. Raises `BadChange` if its plan gives it no dates."""
        found = self.plans[item.project or ""].entry(item)
        if found is None:
            raise BadChange(f"{named(item)} has no dates in its plan", self._dated(item))
        return found

    def _dated(self, item: Item) -> str:
        """How to give an item dates."""
        if isinstance(item, Milestone):
            return f"say when it is expected first: 'finish {item.address} {self.book.status_date}'"
        return "nothing can be said of it before the plan is mended: see 'handbook check'"

    def open_task(self, task: Task) -> Entry:
        """The entry of a task with work to do. Raises `BadChange` for a summary, and for one that is done."""
        found = self.entry(task)
        if found.summary:
            raise BadChange(f"{named(task)} is a summary", "name a task inside it")
        if found.state == "done":
            raise BadChange(f"{named(task)} is done: nothing of it can change", "name work that is open")
        return found

    def settled(self, item: Record) -> Dated:
        """What the plan of a record's project was made of."""
        return self.plans.settled(item.project or "")

    def activity(self, item: Item) -> Activity:
        """What the scheduling engine was told of an item that has dates."""
        settled = self.settled(item)
        at = settled.draft.outline.work.index[item.id.casefold()]
        return settled.timetable.network.activities[settled.row(at or 0) or 0]

    def minutes(self, item: Item, duration: Duration) -> int:
        """A duration in minutes of the project that an item belongs to."""
        return self.settled(item).draft.tools.durations.minutes(duration)

    def length(self, task: Task) -> int:
        """How many minutes a task takes with those who do it."""
        tools = self.settled(task).draft.tools
        found = tools.durations.length(task, tools.staffing.of(task))
        return found.minutes if found else 0

    def days(self, item: Item, minutes: int) -> str:
        """Minutes in words: ``3 days``."""
        number = minutes / self.plans[item.project or ""].day_minutes
        return f"{number:g} {'day' if number == 1 else 'days'}"


def lasting(minutes: int, *, elapsed: bool = False) -> Duration:
    """A number of minutes as a duration of records."""
    return Duration(Decimal(minutes), "min", elapsed)
