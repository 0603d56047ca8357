"""A project as a plan for another scheduler: what the audience of its book may read, and no more."""

from collections.abc import Iterator

from handbook.exchange.plans.model import PlanFile
from handbook.exchange.plans.notes import Notes
from handbook.exchange.plans.taking.baselines import taken_baselines
from handbook.exchange.plans.taking.calendars import CalendarParts
from handbook.exchange.plans.taking.known import ORIGIN
from handbook.exchange.plans.taking.resources import ResourceParts
from handbook.exchange.plans.taking.tasks import Ground, taken_tasks
from handbook.planning.breakdown import Item
from handbook.planning.plans import Plans
from handbook.planning.week import measure, opening
from handbook.records.book import Book
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.project import Project
from handbook.records.kinds.task import Task
from handbook.schedule.instants import moment

_LEFT = {
    "estimate": "low and high of an estimate",
    "skills": "skills",
    "one_of": "who else may do it",
    "split": "that it may be split",
    "done_when": "when it is done",
    "deliverable": "deliverable",
    "description": "description",
    "tags": "tags",
    "criteria": "criteria",
    "gate": "gate",
}
"""Fields of tasks and milestones that no schedule of another program has."""


def taken(book: Book, charter: Project, plans: Plans) -> PlanFile:
    """The plan of a project. What is withheld is a task without a name, and who is withheld does nothing."""
    notes = Notes()
    plan, settled = plans[charter.id], plans.settled(charter.id)
    usual = settled.timetable.network.calendar
    first, last = min(charter.start, plan.start or charter.start), plan.finish or charter.start
    calendars = CalendarParts(book, first, max(first, last))
    key = calendars.usual(charter.calendar, usual)
    currency = charter.currency or book.settings.currency
    resources = ResourceParts(book, calendars, key, measure(usual).day, currency, notes)
    tasks = tuple(taken_tasks(Ground(plan, settled, calendars, resources, currency, notes)))
    _tell_left(book, charter, notes)
    return PlanFile(
        origin=ORIGIN,
        title=charter.label,
        start=moment(opening(usual, charter.start)),
        calendar=key,
        calendars=tuple(calendars.found.values()),
        resources=tuple(resources.found.values()),
        tasks=tasks,
        baselines=taken_baselines(book, charter.id, settled, notes),
        manager=resources.name(charter.manager),
        currency=currency,
        status_date=moment(opening(usual, book.status_date)),
        finish=max((task.computed.finish for task in tasks if task.computed), default=None),
        done=charter.status == "completed",
        notes=notes.all(),
    )


def _tell_left(book: Book, charter: Project, notes: Notes) -> None:
    """Note the fields that the file has no place for, with how many tasks have them."""
    items: tuple[Item, ...] = (*book.of(Task, charter.id), *book.of(Milestone, charter.id))
    for item in items:
        for what in () if item.withheld else _left(item):
            notes.common(0, f"not written: {what}", item.kind)


def _left(item: Item) -> Iterator[str]:
    yield from (what for name, what in _LEFT.items() if getattr(item, name, None))
    if isinstance(item, Milestone) and item.expected and item.after:
        yield "forecast by hand of what waits for something"
    if any(link.record for link in item.links):
        yield "links to records"
    if len([link for link in item.links if link.url]) > 1:
        yield "links to the web but the first"
