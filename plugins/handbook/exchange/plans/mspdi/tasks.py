"""The Tasks of MSPDI: the outline, and what each line of it says."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal

from handbook.exchange.plans.model import Bound, PlanTask, Span
from handbook.exchange.plans.mspdi import values
from handbook.exchange.plans.mspdi.custom import Custom
from handbook.exchange.plans.mspdi.fields import Fields, names
from handbook.exchange.plans.mspdi.predecessors import predecessors
from handbook.exchange.plans.mspdi.xml import Element
from handbook.exchange.plans.notes import Notes
from handbook.exchange.plans.reading import MOST_TASKS, prose
from handbook.exchange.tables.table import CannotRead
from handbook.records.types.identifier import is_id

FIXED_WORK = 2
_COMPUTED = names(
    """GUID ID IsNull CreateDate WBSLevel Start Finish Stop Resume ResumeValid OverAllocated Critical
    Summary EarlyStart EarlyFinish LateStart LateFinish StartVariance FinishVariance WorkVariance
    CostVariance FreeSlack TotalSlack StartSlack FinishSlack PercentWorkComplete Cost OvertimeCost
    OvertimeWork ActualDuration ActualCost ActualOvertimeCost ActualWork ActualOvertimeWork
    RegularWork RemainingCost RemainingWork RemainingOvertimeCost RemainingOvertimeWork ACWP CV BCWS
    BCWP PreLeveledStart PreLeveledFinish HideBar Rollup FixedCostAccrual LevelingDelayFormat
    LevelAssignments LevelingCanSplit TimephasedData IsSubprojectReadOnly ManualStart ManualFinish
    ManualDuration DisplayAsSummary DisplayOnTimeline IsPublished StatusManager ActualWorkProtected
    ActualOvertimeWorkProtected Assignment EarnedValueMethod"""
)
_USUAL = {"Active": "1", "CommitmentType": "0"}


class Outline:
    """Tasks as they are read: which is around which, and those that are left out."""

    def __init__(self, start: datetime | None, custom: Custom, notes: Notes) -> None:
        self.start = start
        self.tasks: dict[str, PlanTask] = {}
        self.elements: dict[str, Fields] = {}
        self.whole: Fields | None = None
        self.custom = custom
        self._notes = notes
        self._around: list[tuple[int, str]] = []

    def add(self, element: Element) -> None:
        """Read one task; the project's own line, blank ones and those that are not worked on are no task."""
        fields = Fields(element, self._notes, "task")
        uid, name = fields.text("UID").strip(), fields.line_text("Name")
        fields.what = f"'{name}'" if name else f"task {uid}"
        level = fields.whole("OutlineLevel", 1) or 0
        if fields.flag("IsNull"):
            return
        if uid == "0" or (level <= 0 and self.whole is None and not self.tasks):
            self.whole = fields
            return
        if (why := self._left_out(fields, uid)) is not None:
            self._notes.add(element.line, f"not read: {fields.what} – {why}")
            return
        if len(self.tasks) >= MOST_TASKS:
            raise CannotRead(f"expected at most {MOST_TASKS} tasks, found more")
        parent = self._parent(max(level, 1), uid)
        self.tasks[uid] = _task(fields, uid, name, parent, self)
        self.elements[uid] = fields

    def _left_out(self, fields: Fields, uid: str) -> str | None:
        if not uid:
            return "it has no UID"
        if uid in self.tasks:
            return f"its UID {uid} is taken"
        if fields.text("Active").strip() == "0":
            return "it is inactive"
        if fields.flag("ExternalTask"):
            return "it stands in another file"
        return None

    def _parent(self, level: int, uid: str) -> str:
        while self._around and self._around[-1][0] >= level:
            self._around.pop()
        parent = self._around[-1][1] if self._around else ""
        self._around.append((level, uid))
        return parent


def read_tasks(root: Element, start: datetime | None, custom: Custom, notes: Notes) -> Outline:
    """The tasks of a file, in its order; ``start`` is that of the project."""
    outline = Outline(start, custom, notes)
    for element in root.inside("Tasks", "Task"):
        outline.add(element)
    return outline


def _task(fields: Fields, uid: str, name: str, parent: str, outline: Outline) -> PlanTask:
    duration = _span(fields)
    work = fields.minutes("Work")
    is_effort = fields.whole("Type", 0) == FIXED_WORK and bool(work)
    wbs, outline_number = fields.line_text("WBS"), fields.text("OutlineNumber").strip()
    is_code = is_id(wbs)
    more = (("WBS", "" if is_code or wbs in ("", outline_number) else wbs),)
    if fields.flag("IsSubproject"):
        fields.tell("IsSubproject", "an inserted project is read as a task of its length")
    found = PlanTask(
        key=uid,
        name=name,
        parent=parent,
        code=wbs if is_code else "",
        kind="milestone" if duration.minutes == 0 else "task",
        duration=duration,
        work=Span(work or 0, duration.unit) if is_effort else None,
        calendar=_calendar(fields),
        bound=_bound(fields, outline.start),
        deadline=fields.moment("Deadline"),
        percent=_percent(fields),
        started=fields.moment("ActualStart"),
        finished=fields.moment("ActualFinish"),
        remaining=fields.minutes("RemainingDuration"),
        priority=min(1000, max(0, fields.whole("Priority", 500) or 0)),
        cost=fields.sum("FixedCost"),
        owner=fields.line_text("Contact"),
        notes=outline.custom.notes(fields, prose(fields.text("Notes")), more),
        web=tuple(_web(fields)),
        links=tuple(predecessors(fields)),
        number=int(uid) if uid.isdecimal() and len(uid) < 10 else None,
        line=fields.element.line,
    )
    _tell_unread(fields, found)
    return found


def _span(fields: Fields) -> Span:
    unit, elapsed = values.unit_of(fields.whole("DurationFormat"))
    found = fields.minutes("Duration")
    if found is None and fields.flag("Manual"):
        found = fields.minutes("ManualDuration")
    return Span(max(0, found or 0), unit, elapsed)


def _bound(fields: Fields, project_start: datetime | None) -> Bound | None:
    number, at = fields.whole("ConstraintType", 0) or 0, fields.moment("ConstraintDate")
    if not 0 <= number < len(values.CONSTRAINTS):
        fields.tell("ConstraintType", f"not read: a constraint of the type {number}")
        return None
    kind = values.CONSTRAINTS[number]
    if kind not in ("ASAP", "ALAP") and at is None:
        fields.tell("ConstraintType", f"not read: the constraint {kind} – it has no date")
        return None
    manual = fields.moment("ManualStart") or fields.moment("Start") if fields.flag("Manual") else None
    if manual is not None and kind == "ASAP" and manual != project_start:
        fields.tell("Manual", f"scheduled by hand; now it starts no earlier than {manual:%Y-%m-%d %H:%M}")
        return Bound("SNET", manual)
    return None if kind == "ASAP" else Bound(kind, None if kind == "ALAP" else at)


def _percent(fields: Fields) -> Decimal:
    return min(Decimal(100), max(Decimal(0), fields.number("PercentComplete") or Decimal(0)))


def _calendar(fields: Fields) -> str:
    found = fields.text("CalendarUID").strip()
    return "" if found in ("-1", "0") else found


def _web(fields: Fields) -> Iterator[tuple[str, str]]:
    title, address = fields.line_text("Hyperlink"), fields.line_text("HyperlinkAddress")
    place = fields.line_text("HyperlinkSubAddress")
    if address:
        title = "" if title == address else title
        yield (f"{address}#{place}" if place else address), title


def _tell_unread(fields: Fields, task: PlanTask) -> None:
    """Note what moves dates there and cannot be said here, and settings."""
    if delay := fields.whole("LevelingDelay"):
        fields.tell("LevelingDelay", f"not read: a delay of {delay / 600:g} hours by levelling")
    if task.bound is None and fields.flag("Manual"):
        fields.tell("Manual", "not read: it is scheduled by hand")
    if fields.flag("IgnoreResourceCalendar") and task.calendar:
        fields.tell("IgnoreResourceCalendar", "not read: it ignores the calendars of those who do it")
    if fields.flag("Milestone") and task.duration and task.duration.minutes:
        fields.tell("Milestone", "a milestone that takes time is read as a task")
    fields.rest("task", _COMPUTED | {"Baseline"}, _USUAL)
