"""Tasks and milestones of a project as lines of an outline, in its order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from handbook.exchange.plans.model import Bound, Computed, PlanLink, PlanTask, Span
from handbook.exchange.plans.notes import Notes
from handbook.exchange.plans.taking.calendars import CalendarParts
from handbook.exchange.plans.taking.known import ORIGIN, number_of
from handbook.exchange.plans.taking.resources import ResourceParts
from handbook.planning.breakdown import Item
from handbook.planning.moments import LAST
from handbook.planning.plan import Entry, Plan
from handbook.planning.settled import Settled
from handbook.planning.week import closing
from handbook.planning.wording import title
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.task import Task
from handbook.records.types.money import Money
from handbook.schedule import Activity, ConstraintType
from handbook.schedule.instants import moment


@dataclass(frozen=True)
class Ground:
    """What tasks are taken from: the plan of their project and what it was made of."""

    plan: Plan
    settled: Settled
    calendars: CalendarParts
    resources: ResourceParts
    currency: str
    notes: Notes


def taken_tasks(ground: Ground) -> Iterator[PlanTask]:
    """The tasks that have dates, each summary before its parts. What has none is told."""
    outline = ground.settled.draft.outline
    links = _links(ground)
    far = dict(_far_bounds(ground))
    for at in _in_order(outline.parents):
        row = ground.settled.row(at)
        item = outline.work.items[at]
        if row is None:
            ground.notes.add(0, f"not written: '{title(item)}', for nothing says when it is reached")
            continue
        yield _task(ground, at, row, tuple(links.get(at, ())), far.get(row))


def _in_order(parents: tuple[int | None, ...]) -> Iterator[int]:
    """Indexes of items, each before those it is around, which may not be where they are written."""
    inside: dict[int | None, list[int]] = {}
    for at, parent in enumerate(parents):
        inside.setdefault(parent, []).append(at)
    waiting = list(reversed(inside.get(None, ())))
    while waiting:
        at = waiting.pop()
        yield at
        waiting += reversed(inside.get(at, ()))


def _task(ground: Ground, at: int, row: int, links: tuple[PlanLink, ...], far: Bound | None) -> PlanTask:
    draft = ground.settled.draft
    item, parent = draft.outline.work.items[at], draft.outline.parents[at]
    activity = draft.activities[row]
    entry = ground.plan.entry(item)
    is_shown = not item.withheld
    is_done = activity.actual_finish is not None
    kind = "milestone" if isinstance(item, Milestone) else "task"
    if at in draft.outline.work.summaries:
        kind = "summary"
    return PlanTask(
        key=f"{at}",
        name=title(item),
        parent="" if parent is None else f"{parent}",
        code=item.id if is_shown else "",
        kind="summary" if kind == "summary" else "milestone" if kind == "milestone" else "task",
        duration=None if kind == "summary" else Span(activity.duration, _unit(item), activity.elapsed),
        work=_work(ground, item) if kind == "task" else None,
        calendar=ground.calendars.key(item.calendar) if isinstance(item, Task) else "",
        bound=_bound(ground, item, activity, far),
        deadline=_deadline(ground, item, activity),
        percent=Decimal(100) if is_done else Decimal(f"{activity.percent:.4f}").normalize(),
        started=_moment(activity.actual_start),
        finished=_moment(activity.actual_finish),
        remaining=_remaining(activity) if kind == "task" else None,
        priority=item.priority if isinstance(item, Task) else 500,
        cost=_cost(ground, item),
        owner=ground.resources.name(item.owner) if is_shown else "",
        notes=item.notes if is_shown else "",
        web=tuple((link.url, link.title) for link in item.links if link.url) if is_shown else (),
        links=links,
        assigned=tuple(_assigned(ground, item)) if is_shown else (),
        computed=None if entry is None else _computed(entry),
        number=number_of(item.known_as.get(ORIGIN, "")) if is_shown else None,
    )


def _unit(item: Item) -> str:
    if not isinstance(item, Task):
        return "d"
    given = item.duration or (item.estimate.likely if item.estimate else None) or item.effort
    return given.unit if given else "d"


def _work(ground: Ground, item: Item) -> Span | None:
    """The effort of a task whose length follows from it."""
    if not isinstance(item, Task) or item.effort is None or item.duration or item.estimate:
        return None
    return Span(ground.settled.draft.tools.durations.minutes(item.effort), item.effort.unit)


def _bound(ground: Ground, item: Item, activity: Activity, far: Bound | None) -> Bound | None:
    """The constraint of a task, of its levelled start, or of what it waits for in another project."""
    own = None
    if activity.constraint is ConstraintType.ALAP:
        own = Bound("ALAP")
    elif activity.constraint_at is not None and activity.constraint is not ConstraintType.ASAP:
        own = Bound(activity.constraint.value, _moment(activity.constraint_at))
    if far is None:
        return own
    if own is None or (
        own.kind == far.kind and own.at is not None and far.at is not None and own.at < far.at
    ):
        ground.notes.add(
            0, f"'{title(item)}': what it waits for in another project is written as {_told(far)}"
        )
        return far
    ground.notes.add(
        0, f"'{title(item)}': not written: {_told(far)}, by what it waits for in another project"
    )
    return own


def _told(bound: Bound) -> str:
    edge = "start" if bound.kind == "SNET" else "finish"
    return f"no {edge} before {bound.at:%Y-%m-%d %H:%M}"


def _far_bounds(ground: Ground) -> Iterator[tuple[int, Bound]]:
    """The latest instant at which another project lets a task start, or finish, by the task's row."""
    draft = ground.settled.draft
    found: dict[int, Bound] = {}
    for tie, link in zip(draft.ties, draft.links, strict=True):
        at = _moment(draft.activities[link.pred].actual_start) if tie.inside is None else None
        if at is not None and not tie.people:
            one = Bound("FNET" if link.type.to_finish else "SNET", at)
            before = found.get(link.succ)
            if before is None or before.at is None or before.at < at:
                found[link.succ] = one
    return iter(found.items())


def _deadline(ground: Ground, item: Item, activity: Activity) -> datetime | None:
    """The deadline of a task; of a milestone its promise."""
    if isinstance(item, Milestone):
        calendar = ground.settled.draft.tools.calendar
        return _moment(closing(calendar, item.due)) if item.due else None
    return _moment(activity.deadline)


def _remaining(activity: Activity) -> int | None:
    """Minutes still to do; None of work that is done."""
    if activity.actual_finish is not None:
        return None
    if activity.remaining is not None:
        return activity.remaining
    return activity.duration - int(activity.duration * activity.percent / 100 + 0.5)


def _cost(ground: Ground, item: Item) -> Decimal | None:
    cost: Money | None = item.cost if isinstance(item, Task) and not item.withheld else None
    if cost is None or cost.currency in (None, ground.currency):
        return None if cost is None else cost.amount
    ground.notes.add(0, f"'{title(item)}': not written: its cost, which is in {cost.currency}")
    return None


def _assigned(ground: Ground, item: Item) -> Iterator[tuple[str, float]]:
    """Those who do a task with their shares; who is not for this audience is left out."""
    if not isinstance(item, Task):
        return
    found: dict[str, float] = {}
    for party, units in ground.settled.draft.tools.staffing.of(item).items():
        if key := ground.resources.key(party):
            found[key] = round(found.get(key, 0.0) + units, 4)
    yield from found.items()


def _links(ground: Ground) -> Mapping[int, list[PlanLink]]:
    """The links inside the project by the item that waits; waits for busy people are starts already."""
    draft = ground.settled.draft
    found: dict[int, list[PlanLink]] = {}
    for tie, link in zip(draft.ties, draft.links, strict=True):
        if tie.inside is not None and not tie.people:
            unit = tie.dependency.lag.unit if tie.dependency.lag else "d"
            span = Span(link.lag, unit, link.elapsed_lag) if link.lag else None
            found.setdefault(tie.successor, []).append(PlanLink(f"{tie.inside}", link.type.value, span))
    return found


def _computed(entry: Entry) -> Computed:
    return Computed(
        entry.start,
        entry.finish,
        entry.early_start,
        entry.early_finish,
        entry.late_start,
        entry.late_finish,
        entry.total_float,
        entry.free_float,
        entry.critical,
        entry.work,
    )


def _moment(at: int | None) -> datetime | None:
    return None if at is None else moment(min(max(at, 0), LAST))
