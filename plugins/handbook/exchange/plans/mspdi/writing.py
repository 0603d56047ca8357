"""A plan as a file of Microsoft Project."""

from collections.abc import Mapping

from handbook.exchange.plans.model import PlanCalendar, PlanFile
from handbook.exchange.plans.mspdi.calendar_xml import calendars
from handbook.exchange.plans.mspdi.numbering import numbers
from handbook.exchange.plans.mspdi.resource_xml import assignments, resources
from handbook.exchange.plans.mspdi.task_xml import tasks
from handbook.exchange.plans.mspdi.values import written_moment, written_time
from handbook.exchange.plans.mspdi.xml_text import Inside, xml_text
from handbook.exchange.plans.working import working
from handbook.planning.week import Measure, measure, normal_day

_VERSION = "12"
"""The SaveVersion of Project 2007, whose schema is the published one."""


def write_mspdi(plan: PlanFile) -> bytes:
    """The bytes of the file. The same plan gives the same bytes."""
    usual = next(one for one in plan.calendars if one.key == plan.calendar)
    time = working(usual)
    sizes = measure(time)
    resource_uids = numbers((one.key, one.number) for one in plan.resources)
    task_uids = numbers((one.key, one.number) for one in plan.tasks)
    calendar_uids, calendar_elements = calendars(plan)
    return xml_text(
        "Project",
        [
            *_head(plan, usual, sizes, calendar_uids),
            ("Calendars", calendar_elements),
            ("Tasks", tasks(plan, task_uids, calendar_uids, time)),
            ("Resources", resources(plan, resource_uids, calendar_uids)),
            ("Assignments", assignments(plan, task_uids, resource_uids)),
        ],
    )


def _head(plan: PlanFile, usual: PlanCalendar, sizes: Measure, calendar_uids: Mapping[str, int]) -> Inside:
    day = normal_day(usual.week)
    found = [
        ("SaveVersion", _VERSION),
        ("Name", plan.title),
        ("Title", plan.title),
        ("Manager", plan.manager),
        ("ScheduleFromStart", "1"),
        ("StartDate", written_moment(plan.start)),
        ("FinishDate", written_moment(plan.finish) if plan.finish else ""),
        ("CriticalSlackLimit", "0"),
        ("CurrencyDigits", "2"),
        ("CurrencyCode", plan.currency),
        ("CalendarUID", f"{calendar_uids[usual.key]}"),
        ("DefaultStartTime", written_time(day[0][0])),
        ("DefaultFinishTime", written_time(day[-1][1])),
        ("MinutesPerDay", f"{sizes.day}"),
        ("MinutesPerWeek", f"{sizes.week}"),
        ("DaysPerMonth", "20"),
        ("DefaultTaskType", "1"),
        ("DurationFormat", "7"),
        ("WorkFormat", "2"),
        ("HonorConstraints", "1"),
        ("NewTasksEffortDriven", "0"),
        ("StatusDate", written_moment(plan.status_date) if plan.status_date else ""),
    ]
    return [(name, value) for name, value in found if value]
