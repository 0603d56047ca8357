"""Variance: how far dates, effort and cost are from what the baseline says."""

from dataclasses import dataclass
from decimal import Decimal

from handbook.planning.plan import Entry, Plan
from handbook.records.kinds.baseline import Baseline, BaselineEntry
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.task import Task

_LEAST = 20
"""Effort that follows from dates and people is rounded: less than a twentieth of a day is no variance."""


@dataclass(frozen=True, slots=True)
class Variance:
    """One task or milestone against its entry in the baseline.

    ``start`` and ``finish`` are working days in the project's calendar by which the forecast, or the actual
    date, comes after the baseline; negative if it comes before (PMI, Practice Standard for Scheduling).
    ``effort`` is by how many working minutes a task takes more than agreed, and ``cost`` by how much it costs
    more, in the currency of the project; None where either side says nothing.
    """

    entry: Entry
    baseline: BaselineEntry
    start: int
    finish: int
    effort: int | None = None
    cost: Decimal | None = None

    @property
    def differs(self) -> bool:
        """Whether anything is otherwise than agreed."""
        return bool(self.start or self.finish or self.effort or self.cost)

    def __str__(self) -> str:
        return f"{self.entry.record.id}: start {self.start:+} d, finish {self.finish:+} d"


def variances(plan: Plan, baseline: Baseline) -> tuple[Variance, ...]:
    """What the plan and the baseline both know, in the order of the plan; nothing of what is withheld."""
    entries = {name.casefold(): entry for name, entry in baseline.entries.items()}
    found = []
    for entry in plan:
        agreed = entries.get(entry.record.id.casefold())
        if agreed is not None and not entry.record.withheld:
            start = plan.working_days(agreed.start, entry.start.date())
            finish = plan.working_days(agreed.finish, entry.finish.date())
            found.append(
                Variance(entry, agreed, start, finish, _effort(plan, entry, agreed), _cost(entry, agreed))
            )
    return tuple(found)


def _effort(plan: Plan, entry: Entry, agreed: BaselineEntry) -> int | None:
    now = effort_of(entry, plan)
    if agreed.effort is None or now is None:
        return None
    more = round(now - agreed.effort.minutes(plan.day_minutes, plan.week_minutes))
    return more if abs(more) * _LEAST >= plan.day_minutes else 0


def effort_of(entry: Entry, plan: Plan) -> Decimal | None:
    """The effort of a task in minutes: as written, else its work by those who do it; None without any."""
    task = entry.record
    if not isinstance(task, Task) or entry.summary:
        return None
    if task.effort is not None:
        return Decimal(task.effort.minutes(plan.day_minutes, plan.week_minutes))
    return Decimal(entry.work) * Decimal(str(sum(entry.doers.values()))) or None


def _cost(entry: Entry, agreed: BaselineEntry) -> Decimal | None:
    """By how much a task costs more; None if one of the sums is missing or in another currency."""
    now = entry.record.cost if isinstance(entry.record, Task) else None
    if now is None or agreed.cost is None:
        return None
    currencies = {sum_.currency for sum_ in (now, agreed.cost)} - {None}
    return now.amount - agreed.cost.amount if len(currencies) < 2 else None


def unplanned(plan: Plan, baseline: Baseline) -> tuple[str, ...]:
    """The ids that the baseline has and the plan has no longer, in the order of the baseline."""
    known = {entry.record.id.casefold() for entry in plan}
    return tuple(name for name in baseline.entries if name.casefold() not in known)


def unbaselined(plan: Plan, baseline: Baseline) -> tuple[Task | Milestone, ...]:
    """The tasks and milestones that the plan has and the baseline does not, in the order of the plan.

    Summaries are left out: they are what is in them.
    """
    known = {name.casefold() for name in baseline.entries}
    return tuple(
        entry.record
        for entry in plan
        if entry.record.id.casefold() not in known and not entry.summary and not entry.record.withheld
    )
