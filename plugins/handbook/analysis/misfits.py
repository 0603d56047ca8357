"""Misfits: where a plan is not as it was levelled any more."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.words import figure
from handbook.planning.plan import Entry, Plan
from handbook.planning.staffing import Staffing
from handbook.records.kinds.levelled import Levelled, LevelledEntry
from handbook.records.kinds.task import Task


@dataclass(frozen=True, slots=True)
class Misfit:
    """One task with which something is not as it was levelled.

    ``id`` is that of the task, as the levelled schedule writes it if it has it. ``entry`` is that of the
    plan, None for a task that is gone. Of one that is late, ``levelled`` is the day on which it was to start,
    and ``days`` are working days by which it starts later.
    """

    id: str
    why: Literal["gone", "new", "others", "late"]
    entry: Entry | None = None
    levelled: date | None = None
    days: int = 0

    def __str__(self) -> str:
        match self.why:
            case "gone":
                return f"'{self.id}' is not in the plan"
            case "new":
                return f"'{self.id}' is not levelled"
            case "others":
                return f"'{self.id}' is to be done by others"
            case "late":
                return f"'{self.id}' starts {figure(self.days, 'working day')} late"


def misfits(portfolio: Portfolio, record: Levelled) -> Iterator[Misfit]:
    """What does not fit a levelled schedule: tasks that are gone, new, done by others, or late.

    Late is what starts later by more than the tolerance of levelling. What has begun stands where it is, and
    fits.
    """
    plan = portfolio.plan(record.project or "")
    staffing = portfolio.settled(plan.project).draft.tools.staffing
    entries = {id_.casefold(): (id_, entry) for id_, entry in record.entries.items()}
    for name, (id_, _) in entries.items():
        if ("task", name) not in plan.by_id:
            yield Misfit(id_, "gone")
    for one in plan:
        task = one.record
        if not isinstance(task, Task) or one.summary or one.state != "open" or task.withheld:
            continue
        if (known := entries.get(task.id.casefold())) is None:
            if one.work and any(staffing.is_known(party) for party in one.doers):
                yield Misfit(task.id, "new", one)
        else:
            yield from _misfit(portfolio, plan, one, known, staffing)


def _misfit(
    portfolio: Portfolio, plan: Plan, one: Entry, known: tuple[str, LevelledEntry], staffing: Staffing
) -> Iterator[Misfit]:
    """What of an open task is not as it was levelled."""
    id_, entry = known
    if isinstance(one.record, Task) and entry.by and staffing.chosen(one.record) is None:
        yield Misfit(id_, "others", one)
        return
    tolerance = portfolio.book.settings.schedule.levelling.tolerance
    late = plan.working_days(entry.start.date(), one.start.date())
    if late > tolerance.minutes(plan.day_minutes, plan.week_minutes) / plan.day_minutes:
        yield Misfit(id_, "late", one, entry.start.date(), late)
