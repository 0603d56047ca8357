"""What a plan says, in a form in which two can be compared."""

from __future__ import annotations

from typing import Any

from handbook.exchange.plans.model import PlanFile, PlanTask
from handbook.exchange.plans.working import days_of


def facts(found: PlanFile) -> dict[str, Any]:
    """What a file says, by numbers and names; milestones behind the tasks beside them, as in records."""
    by_key = {task.key: task for task in found.tasks}
    names = {one.key: one.name for one in found.resources}
    calendars = {one.key: one.name for one in found.calendars}
    parts = sorted(found.tasks, key=lambda task: task.kind == "milestone" and task.bound is None)
    return {
        "title": found.title,
        "start": found.start,
        "currency": found.currency,
        "calendar": calendars[found.calendar],
        "calendars": {
            one.name: (
                one.number,
                one.week,
                {day: each.hours for each in one.exceptions for day in days_of(*each[:2])},
            )
            for one in found.calendars
        },
        "resources": {
            one.name: (
                one.kind,
                one.units,
                one.email,
                one.group,
                one.rate,
                one.absences,
                calendars.get(one.calendar),
            )
            for one in found.resources
        },
        "outline": {
            parent: [task.number for task in parts if task.parent == parent]
            for parent in {task.parent for task in parts}
        },
        "tasks": {task.number: said(task, by_key, names, calendars) for task in found.tasks},
        "baselines": [
            (one.number, one.total, {by_key[key].number: kept for key, kept in one.entries.items()})
            for one in found.baselines
        ],
    }


def said(
    task: PlanTask, by_key: dict[str, PlanTask], names: dict[str, str], calendars: dict[str, str]
) -> dict[str, Any]:
    links = {(by_key[link.predecessor].number, link.kind, link.lag) for link in task.links}
    plain = ("name", "kind", "duration", "work", "bound", "deadline", "percent", "started", "finished")
    more = ("remaining", "priority", "cost", "notes", "web")
    return {
        **{name: getattr(task, name) for name in plain + more},
        "links": links,
        "calendar": calendars.get(task.calendar),
        "assigned": {(names[key], units) for key, units in task.assigned},
    }
