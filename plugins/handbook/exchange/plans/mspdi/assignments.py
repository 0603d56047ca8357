"""The Assignments of MSPDI: who works on what, and what material costs."""

from dataclasses import replace
from decimal import Decimal

from handbook.exchange.plans.model import PlanTask
from handbook.exchange.plans.mspdi.fields import Fields, names
from handbook.exchange.plans.mspdi.resources import Resources
from handbook.exchange.plans.mspdi.xml import Element
from handbook.exchange.plans.notes import Notes

NOBODY = ("-65535", "0", "")
"""The resource of an assignment that says only that nobody is assigned."""

_COMPUTED = names(
    """GUID UID PercentWorkComplete ActualCost ActualFinish ActualOvertimeCost ActualOvertimeWork
    ActualStart ActualWork ACWP CostVariance CV Finish FinishVariance WorkVariance HasFixedRateUnits
    FixedMaterial LevelingDelayFormat Milestone Overallocated OverAllocated OvertimeCost PeakUnits
    RegularWork RemainingCost RemainingOvertimeCost RemainingOvertimeWork RemainingWork Start Stop
    Resume StartVariance Summary SV VAC BCWS BCWP CreationDate Baseline TimephasedData CostRateTable
    BookingType ActualWorkProtected ActualOvertimeWorkProtected Confirmed ResponsePending UpdateNeeded
    LinkedFields"""
)


def assigned(
    root: Element,
    tasks: dict[str, PlanTask],
    found: Resources,
    notes: Notes,
) -> None:
    """Add to ``tasks`` who is assigned to them, and the costs of what is no worker."""
    for element in root.inside("Assignments", "Assignment"):
        fields = Fields(element, notes, "assignment")
        task, uid = tasks.get(fields.text("TaskUID").strip()), fields.text("ResourceUID").strip()
        if task is None or uid in NOBODY:
            continue
        name = found.workers[uid].name if uid in found.workers else found.others.get(uid, uid)
        fields.what = f"'{task.name}', '{name}'"
        if uid in found.others:
            tasks[task.key] = replace(
                task, cost=(task.cost or Decimal(0)) + (fields.sum("Cost") or 0) or None
            )
        elif uid not in found.workers:
            fields.tell("ResourceUID", f"not read: an assignment of the resource {uid}, which is not there")
        else:
            tasks[task.key] = _with(task, uid, fields)
        fields.text("Units"), fields.minutes("Work"), fields.text("Cost")
        fields.rest("assignment", _COMPUTED, {})


def _with(task: PlanTask, uid: str, fields: Fields) -> PlanTask:
    units = round(float(fields.number("Units") or 0), 4)
    if units <= 0:
        fields.tell("Units", f"not read: an assignment of {units:g} units")
        return task
    if task.kind == "task" and task.duration is not None and task.work is None:
        _compare(task, units, fields)
    before = dict(task.assigned)
    before[uid] = before.get(uid, 0.0) + units
    return replace(task, assigned=tuple(before.items()))


def _compare(task: PlanTask, units: float, fields: Fields) -> None:
    """Note work that is another than the units give in the duration."""
    work = fields.minutes("Work")
    span = task.duration
    if work is None or span is None or span.elapsed:
        return
    if abs(work - span.minutes * units) > 1:
        hours = f"{work / 60:g} h of work, which {units:g} of the duration are not"
        fields.tell("Work", f"not read: {hours}; here work is units times duration")
