"""The Resources and Assignments of a file."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from handbook.exchange.plans.model import PlanFile, PlanResource, PlanTask
from handbook.exchange.plans.mspdi.calendar_xml import of_person
from handbook.exchange.plans.mspdi.values import written_minutes, written_moment
from handbook.exchange.plans.mspdi.xml_text import Inside


def resources(plan: PlanFile, uids: Mapping[str, int], calendar_uids: Mapping[str, int]) -> Inside:
    """The resources; groups of people and roles are generic."""
    return [
        ("Resource", list(_resource(one, at, uids, calendar_uids)))
        for at, one in enumerate(plan.resources, 1)
    ]


def _resource(
    one: PlanResource, at: int, uids: Mapping[str, int], calendar_uids: Mapping[str, int]
) -> Iterator[tuple[str, str]]:
    yield from (("UID", f"{uids[one.key]}"), ("ID", f"{at}"), ("Name", one.name), ("Type", "1"))
    yield "IsNull", "0"
    yield "IsGeneric", "0" if one.kind == "person" else "1"
    yield "MaxUnits", f"{one.units:g}"
    texts = {"Code": one.code, "Group": one.group, "EmailAddress": one.email, "Notes": one.notes}
    yield from ((name, text) for name, text in texts.items() if text)
    if one.rate:
        yield "StandardRate", f"{one.rate.quantize(Decimal('0.0001')).normalize():f}"
        yield "StandardRateFormat", "2"
    if (uid := calendar_uids.get(of_person(one))) is not None:
        yield "CalendarUID", f"{uid}"


def assignments(plan: PlanFile, tasks: Mapping[str, int], resources: Mapping[str, int]) -> Inside:
    """The assignments, each with the work that its units give in the duration."""
    pairs = [(task, key, units) for task in plan.tasks for key, units in task.assigned]
    return [
        ("Assignment", list(_assignment(task, f"{resources[key]}", units, at, tasks)))
        for at, (task, key, units) in enumerate(pairs, 1)
    ]


def _assignment(
    task: PlanTask, resource: str, units: float, at: int, tasks: Mapping[str, int]
) -> Iterator[tuple[str, str]]:
    yield from (("UID", f"{at}"), ("TaskUID", f"{tasks[task.key]}"), ("ResourceUID", resource))
    yield "Units", f"{units:g}"
    if task.duration is not None:
        yield "Work", written_minutes(round(task.duration.minutes * units))
    if task.computed:
        yield "Start", written_moment(task.computed.start)
        yield "Finish", written_moment(task.computed.finish)
