"""A file of Microsoft Project as a plan."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from handbook.exchange.plans.model import PlanCalendar, PlanFile, PlanLink, PlanTask, Span
from handbook.exchange.plans.mspdi.assignments import assigned
from handbook.exchange.plans.mspdi.baselines import baselines
from handbook.exchange.plans.mspdi.calendars import Read, read_calendars, whole
from handbook.exchange.plans.mspdi.custom import Custom
from handbook.exchange.plans.mspdi.fields import Fields
from handbook.exchange.plans.mspdi.project import tell_rest
from handbook.exchange.plans.mspdi.resources import Resources, read_resources
from handbook.exchange.plans.mspdi.tasks import Outline, read_tasks
from handbook.exchange.plans.mspdi.xml import tree
from handbook.exchange.plans.notes import Notes
from handbook.exchange.plans.working import working
from handbook.exchange.tables.table import CannotRead
from handbook.planning.week import NORMAL_WEEK
from handbook.schedule import WorkingCalendar
from handbook.schedule.instants import instant

ORIGIN = "ms-project"
_NONE = Decimal(0)
_STANDARD = PlanCalendar("", "Standard", NORMAL_WEEK)


def read_mspdi(raw: bytes) -> PlanFile:
    """The plan that the bytes of an XML file say. Raises `CannotRead` if they are none."""
    root, notes = tree(raw), Notes()
    project = Fields(root, notes, "project")
    usual = project.text("CalendarUID").strip()
    custom, known = Custom(root), read_calendars(root, notes)
    resources = read_resources(root, known, usual, custom, notes)
    outline = read_tasks(root, project.moment("StartDate"), custom, notes)
    wanted = {one.calendar for one in resources.workers.values()}
    wanted |= {usual} | {one.calendar for one in outline.tasks.values()}
    calendars = _calendars(known, resources, wanted, notes)
    tasks = _linked(outline, _summaries(outline.tasks), calendars, notes)
    assigned(root, tasks, resources, notes)
    times = {one.key: working(one) for one in calendars}
    plain = times.get(usual) or working(_STANDARD)
    tasks = {key: _settled(task, resources) for key, task in tasks.items()}
    _tell_splits(outline, tasks, times, plain)
    found = PlanFile(
        origin=ORIGIN,
        title=_title(project),
        start=_start(project, tasks),
        calendar=usual if usual in times else "",
        calendars=tuple(calendars),
        resources=tuple(resources.workers.values()),
        tasks=tuple(tasks.values()),
        baselines=baselines(outline.elements, outline.whole),
        manager=project.line_text("Manager") or project.line_text("Author"),
        currency=project.line_text("CurrencyCode"),
        status_date=project.moment("StatusDate"),
        saved=_saved(project),
        done=outline.whole is not None and outline.whole.whole("PercentComplete", 0) == 100,
    )
    tell_rest(project)
    return replace(found, notes=notes.all())


def _title(project: Fields) -> str:
    title, name = project.line_text("Title"), project.line_text("Name")
    return title or name.removesuffix(".xml").removesuffix(".mpp")


def _saved(project: Fields) -> date | None:
    at = project.moment("StatusDate") or project.moment("LastSaved") or project.moment("CreationDate")
    return None if at is None else at.date()


def _start(project: Fields, tasks: Mapping[str, PlanTask]) -> datetime:
    """The start of the project, or what its tasks say if it says none."""
    if (start := project.moment("StartDate")) is not None:
        return start
    stated = [at for task in tasks.values() for at in (task.started, task.bound and task.bound.at) if at]
    if stated:
        return min(stated)
    raise CannotRead("expected a StartDate, found a plan without any date")


def _calendars(
    known: dict[str, Read], resources: Resources, wanted: set[str], notes: Notes
) -> list[PlanCalendar]:
    """Calendars that others are made of, those that are ``wanted``, and those of people.

    The ones of baselines and copies are left.
    """
    found = {one.key: one for one in resources.calendars}
    for one in known.values():
        if one.is_baseline and one.key not in wanted:
            notes.add(one.line, f"not read: calendar '{one.name}' – it is one of a baseline")
        elif one.key not in found and (one.base not in known or one.key in wanted):
            found[one.key] = whole(one, known)
    return list(found.values())


def _summaries(tasks: Mapping[str, PlanTask]) -> dict[str, PlanTask]:
    """The tasks, with those that have others inside as what they are: summaries without a length."""
    around = {task.parent for task in tasks.values()}
    return {
        key: replace(
            task,
            kind="summary",
            duration=None,
            work=None,
            remaining=None,
            started=None,
            finished=None,
            percent=_NONE,
        )
        if key in around
        else task
        for key, task in tasks.items()
    }


def _linked(
    outline: Outline, tasks: dict[str, PlanTask], calendars: list[PlanCalendar], notes: Notes
) -> dict[str, PlanTask]:
    """The tasks with links to tasks that are there, and calendars that are."""
    known = {one.key for one in calendars}
    found = {}
    for key, task in tasks.items():
        fields = outline.elements[key]
        links = [_with_lag(link, tasks) for link in task.links if _leads(link, task, tasks, fields)]
        if task.calendar and task.calendar not in known:
            fields.tell("CalendarUID", f"not read: the calendar {task.calendar}, which is not there")
        calendar = task.calendar if task.calendar in known else ""
        found[key] = replace(task, links=tuple(links), calendar=calendar)
    return found


def _leads(link: PlanLink, task: PlanTask, tasks: Mapping[str, PlanTask], fields: Fields) -> bool:
    if link.predecessor == task.key:
        fields.tell("PredecessorLink", "not read: it waits for itself")
    elif link.predecessor not in tasks:
        fields.tell(
            "PredecessorLink",
            f"not read: it waits for task {link.predecessor}, which is not there",
        )
    else:
        return True
    return False


def _with_lag(link: PlanLink, tasks: Mapping[str, PlanTask]) -> PlanLink:
    """The link with a lag in percent of its predecessor's duration counted out."""
    if link.lag is None or link.lag.unit != "%":
        return link
    span = tasks[link.predecessor].duration or Span(0)
    minutes = round(span.minutes * link.lag.minutes / 100)
    return link._replace(lag=Span(minutes, span.unit, link.lag.elapsed) if minutes else None)


def _settled(task: PlanTask, resources: Resources) -> PlanTask:
    """The task, with its effort only where effort and units make its duration."""
    if task.work is None or task.duration is None:
        return task
    units = sum(min(share, resources.workers[key].units) for key, share in task.assigned) or 1.0
    is_same = int(task.work.minutes / units + 0.5) == task.duration.minutes and not task.duration.elapsed
    return task if is_same else replace(task, work=None)


def _tell_splits(
    outline: Outline,
    tasks: Mapping[str, PlanTask],
    times: Mapping[str, WorkingCalendar],
    plain: WorkingCalendar,
) -> None:
    """Note what remains of a task that goes on later than its done part ends."""
    for key, task in tasks.items():
        fields = outline.elements[key]
        stop, resume = fields.moment("Stop"), fields.moment("Resume")
        if task.kind != "task" or task.finished or not task.percent or stop is None or resume is None:
            continue
        calendar = times.get(task.calendar, plain)
        if calendar.between(instant(stop), instant(resume)) > 0:
            fields.tell("Resume", f"not read: what remains goes on {resume:%Y-%m-%d %H:%M}, after a break")
