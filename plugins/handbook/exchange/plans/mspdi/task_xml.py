"""The Tasks of a file: the project's own line, then the outline."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from handbook.exchange.plans.model import Computed, PlanFile, PlanLink, PlanTask
from handbook.exchange.plans.mspdi import values
from handbook.exchange.plans.mspdi.values import form_of, written_minutes, written_moment
from handbook.exchange.plans.mspdi.xml_text import Inside
from handbook.schedule import WorkingCalendar
from handbook.schedule.instants import instant

_FIXED_DURATION, _FIXED_WORK = "1", "2"
Pairs = Iterator[tuple[str, "str | Inside"]]


def tasks(
    plan: PlanFile, uids: Mapping[str, int], calendar_uids: Mapping[str, int], time: WorkingCalendar
) -> Inside:
    """The elements of all tasks; baselines stand in the tasks they are of."""
    kept: dict[str, list[tuple[str, Inside]]] = {}
    for baseline in plan.baselines:
        for key, one in baseline.entries.items():
            duration = time.between(instant(one.start), instant(one.finish))
            inside = [
                ("Number", f"{baseline.number}"),
                ("Start", written_moment(one.start)),
                ("Finish", written_moment(one.finish)),
                ("Duration", written_minutes(max(0, duration))),
                ("DurationFormat", "7"),
                *([("Work", written_minutes(one.work))] if one.work else []),
                *([("Cost", _cents(one.cost))] if one.cost else []),
            ]
            kept.setdefault(key, []).append(("Baseline", inside))
    outline = _outline_numbers(plan)
    found: list[tuple[str, Inside]] = [("Task", list(_whole(plan)))]
    for at, task in enumerate(plan.tasks, 1):
        inside_ = [
            ("UID", f"{uids[task.key]}"),
            ("ID", f"{at}"),
            *_task(task, outline[task.key], calendar_uids),
            *(("PredecessorLink", _link(link, uids)) for link in task.links if link.predecessor in uids),
            *kept.get(task.key, ()),
        ]
        found.append(("Task", inside_))
    return found


def _outline_numbers(plan: PlanFile) -> dict[str, str]:
    """The outline number of each task: ``1.2.3``."""
    counts: dict[str, int] = {}
    found: dict[str, str] = {}
    for task in plan.tasks:
        counts[task.parent] = counts.get(task.parent, 0) + 1
        above = f"{found[task.parent]}." if task.parent in found else ""
        found[task.key] = f"{above}{counts[task.parent]}"
    return found


def _whole(plan: PlanFile) -> Pairs:
    """The project's own line, with the totals of baselines."""
    yield from (("UID", "0"), ("ID", "0"), ("Name", plan.title), ("Type", _FIXED_DURATION), ("IsNull", "0"))
    yield from (("WBS", "0"), ("OutlineNumber", "0"), ("OutlineLevel", "0"), ("Summary", "1"))
    if plan.done:
        yield "PercentComplete", "100"
    for one in plan.baselines:
        ends = list(one.entries.values())
        if ends and one.total:
            yield (
                "Baseline",
                [
                    ("Number", f"{one.number}"),
                    ("Start", written_moment(min(kept.start for kept in ends))),
                    ("Finish", written_moment(max(kept.finish for kept in ends))),
                    ("Cost", _cents(one.total)),
                ],
            )


def _task(task: PlanTask, outline: str, calendar_uids: Mapping[str, int]) -> Pairs:
    yield from (("Name", task.name), ("Type", _FIXED_WORK if task.work else _FIXED_DURATION), ("IsNull", "0"))
    yield from (("WBS", task.code or outline), ("OutlineNumber", outline))
    yield "OutlineLevel", f"{outline.count('.') + 1}"
    yield "Priority", f"{task.priority}"
    yield "EffortDriven", "0"
    yield "Milestone", "1" if task.kind == "milestone" else "0"
    yield "Summary", "1" if task.kind == "summary" else "0"
    texts = {"Contact": task.owner, "Notes": task.notes}
    yield from ((name, text) for name, text in texts.items() if text)
    for address, title in task.web[:1]:
        yield from (("Hyperlink", title or address), ("HyperlinkAddress", address))
    yield from _length(task)
    yield from _dates(task)
    yield from _progress(task)
    if task.cost:
        yield from (("FixedCost", _cents(task.cost)), ("FixedCostAccrual", "3"))
    if task.calendar in calendar_uids:
        yield "CalendarUID", f"{calendar_uids[task.calendar]}"
    if task.computed:
        yield from _computed(task.computed)


def _length(task: PlanTask) -> Pairs:
    span = task.duration
    if span is None:
        if task.computed:
            yield from (("Duration", written_minutes(task.computed.work)), ("DurationFormat", "7"))
        return
    yield from (("Duration", written_minutes(span.minutes)), ("DurationFormat", f"{form_of(span)}"))
    units = sum(units for _, units in task.assigned)
    if task.work or units:
        work = task.work.minutes if task.work else round(span.minutes * units)
        yield "Work", written_minutes(work)


def _dates(task: PlanTask) -> Pairs:
    bound = task.bound
    yield "ConstraintType", f"{values.CONSTRAINTS.index(bound.kind if bound else 'ASAP')}"
    if bound and bound.at:
        yield "ConstraintDate", written_moment(bound.at)
    if task.deadline:
        yield "Deadline", written_moment(task.deadline)


def _progress(task: PlanTask) -> Pairs:
    yield "PercentComplete", f"{task.percent.quantize(Decimal(1)):f}"
    if task.started:
        yield "ActualStart", written_moment(task.started)
    if task.finished:
        yield "ActualFinish", written_moment(task.finished)
    if task.remaining is not None and task.duration and task.duration.minutes:
        yield "RemainingDuration", written_minutes(task.remaining)


def _computed(found: Computed) -> Pairs:
    """What is computed here; the other program computes it anew."""
    yield from (("Start", written_moment(found.start)), ("Finish", written_moment(found.finish)))
    yield from (
        ("EarlyStart", written_moment(found.early_start)),
        ("EarlyFinish", written_moment(found.early_finish)),
    )
    yield from (
        ("LateStart", written_moment(found.late_start)),
        ("LateFinish", written_moment(found.late_finish)),
    )
    # Slack is told in tenths of minutes.
    yield from (("TotalSlack", f"{found.total_float * 10}"), ("FreeSlack", f"{found.free_float * 10}"))
    yield "Critical", "1" if found.critical else "0"


def _link(link: PlanLink, uids: Mapping[str, int]) -> Inside:
    lag = link.lag
    return [
        ("PredecessorUID", f"{uids[link.predecessor]}"),
        ("Type", f"{values.LINKS.index(link.kind)}"),
        ("CrossProject", "0"),
        ("LinkLag", f"{lag.minutes * 10 if lag else 0}"),
        ("LagFormat", f"{form_of(lag) if lag else values.UNITS['d']}"),
    ]


def _cents(amount: Decimal) -> str:
    """A sum in hundredths, as the format has it."""
    return f"{(amount * 100).normalize():f}"
