"""Baselines of a plan as the texts of their files."""

from collections.abc import Iterator

from handbook.exchange.editing.scalar import scalar
from handbook.exchange.editing.writing import flow
from handbook.exchange.plans.model import Kept, PlanBaseline, PlanFile, Span
from handbook.exchange.plans.notes import Notes
from handbook.exchange.plans.recording.lengths import length, money
from handbook.exchange.plans.recording.tasks import TaskRecords
from handbook.exchange.plans.working import day_begun, day_ended
from handbook.planning.week import Measure
from handbook.schedule import WorkingCalendar


def baseline_texts(
    plan: PlanFile, tasks: TaskRecords, usual: WorkingCalendar, measure: Measure, notes: Notes
) -> Iterator[tuple[str, str]]:
    """The name and the text of each baseline; its date is the day on which the file was saved."""
    taken = plan.saved or plan.start.date()
    for one in plan.baselines:
        name = one.name or f"baseline-{one.number}"
        head = f"# Baseline {one.number} of {plan.title or 'the plan'}."
        lines = [head, f"date: {taken}"]
        if one.total:
            lines.append(f"budget_at_completion: {money(one.total)}")
        entries = list(_entries(one, tasks, usual, measure, notes))
        yield name, "\n".join([*lines, *(["entries:", *entries] if entries else []), ""])


def _entries(
    one: PlanBaseline, tasks: TaskRecords, usual: WorkingCalendar, measure: Measure, notes: Notes
) -> Iterator[str]:
    for key, kept in one.entries.items():
        if key in tasks.ids.ids:
            fields = {**_days(one, key, kept, usual, notes), **_amounts(kept, measure)}
            yield f"  {scalar(tasks.ids.ids[key])}: {flow(fields)}"


def _days(one: PlanBaseline, key: str, kept: Kept, usual: WorkingCalendar, notes: Notes) -> dict[str, str]:
    if kept.start == kept.finish:
        return {"start": f"{kept.finish.date()}", "finish": f"{kept.finish.date()}"}
    start, finish = day_begun(kept.start, usual), day_ended(kept.finish, usual)
    if not (start[1] and finish[1]):
        notes.add(0, f"baseline {one.number}: task {key} is read in whole days, {start[0]} to {finish[0]}")
    return {"start": f"{start[0]}", "finish": f"{max(start[0], finish[0])}"}


def _amounts(kept: Kept, measure: Measure) -> dict[str, str]:
    found = {}
    if kept.work:
        found["effort"] = length(Span(kept.work), measure)
    if kept.cost:
        found["cost"] = money(kept.cost)
    return found
