"""Variance: how far dates, effort and cost are from what the baseline says."""

from dataclasses import dataclass

from handbook.planning.plan import Entry, Plan
from handbook.records.kinds.baseline import Baseline, BaselineEntry
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.task import Task


@dataclass(frozen=True, slots=True)
class Variance:
    """One task or milestone against its entry in the baseline.

    ``start`` and ``finish`` are working days in the project's calendar by which the forecast, or the actual
    date, comes after the baseline; negative if it comes before (PMI, Practice Standard for Scheduling).
    """

    entry: Entry
    baseline: BaselineEntry
    start: int
    finish: int

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
            found.append(Variance(entry, agreed, start, finish))
    return tuple(found)


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
