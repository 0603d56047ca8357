"""All projects and their milestones on one time axis, with what they wait for from each other.

```handbook
view: roadmap
group: programme
from: 2026-01
```
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

from pydantic import Field

from handbook.analysis.promise import Promise
from handbook.analysis.words import capital, count, day
from handbook.planning.plan import Plan
from handbook.records.kinds.project import Project
from handbook.views import view
from handbook.views.block.block import Block, Column, Picture, Row, Table
from handbook.views.block.inline import Light, Phrase
from handbook.views.dates import dated, explained
from handbook.views.drawings.roadmap import Lane, Roadmap, Wait, narrow, wide
from handbook.views.naming import joined, label, ref
from handbook.views.period import FirstDay, LastDay
from handbook.views.plans.bars import milestone_bar
from handbook.views.plans.promised import said, slipped
from handbook.views.plans.waits import waits
from handbook.views.view import Ground

SCOPE: view.Scope = "portfolio"

_COLUMNS = (
    Column("Project and milestone"),
    Column("Promised", minor=True),
    Column("Forecast"),
    Column("Slip"),
    Column("Waits for"),
)


_BACK, _AHEAD = timedelta(days=275), timedelta(days=730)


class Options(view.Options):
    """What the roadmap shows."""

    from_: FirstDay | None = Field(
        None, alias="from", description="The first day or month; nine months back if not given."
    )
    to: LastDay | None = Field(None, description="The last day or month; two years ahead if not given.")
    group: Literal["none", "programme", "manager"] = Field(
        "programme", description="What projects stand under."
    )
    milestones: Literal["promised", "all", "none"] = Field(
        "promised", description="Which milestones it shows."
    )


Window = tuple[date, date]
"""The first and the last day that are shown."""


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """One picture with its table; nothing without a project that has a plan."""
    window = _window(ground, options)
    groups = _groups(ground, options, window)
    charters = [charter for _, members in groups for charter in members]
    if not charters:
        return ()
    lanes = [lane for name, members in groups for lane in _lanes(ground, name, members, options, window)]
    begin, end = (day(moment, ground.status_date) for moment in window)
    description = f"{capital(count(len(charters), 'project'))} from {begin} to {end}."
    arrows = tuple(_arrows(ground, groups))
    roadmap = Roadmap("Roadmap", description, lanes, arrows, *window, ground.status_date)
    rows = [row for charter in charters for row in _rows(ground, charter, options, window)]
    twin = Table(_COLUMNS, rows, "Projects and milestones", narrow="scroll")
    legend: Phrase = (_legend(roadmap),)
    return (Picture(wide(roadmap), "Roadmap", description, twin, narrow(roadmap), legend, name="roadmap"),)


def _window(ground: Ground, options: Options) -> Window:
    """The days asked for, or those that plans cover from a while back to a while ahead."""
    plans = [ground.portfolio.plan(charter.id) for charter in ground.charters(options)]
    first = min((plan.start for plan in plans if plan.start), default=ground.status_date)
    last = max((plan.finish for plan in plans if plan.finish), default=ground.status_date)
    first, last = max(first, ground.status_date - _BACK), min(last, ground.status_date + _AHEAD)
    air = timedelta(days=1 + max((last - first).days, 0) // 60)
    first, last = options.from_ or first - air, options.to or last + air
    return first, max(last, first + timedelta(days=6))


Groups = Sequence[tuple[str, Sequence[Project]]]


def _groups(ground: Ground, options: Options, window: Window) -> Groups:
    """The projects with work in the window, by what they stand under; those under nothing come last."""
    found: dict[str, list[Project]] = {}
    for charter in ground.charters(options):
        if charter.status != "cancelled" and _is_within(ground.portfolio.plan(charter.id), window):
            found.setdefault(_group(ground, charter, options), []).append(charter)
    names = sorted(found, key=lambda name: (not name, name.casefold()))
    return [(name if len(names) > 1 else "", found[name]) for name in names]


def _is_within(plan: Plan, window: Window) -> bool:
    return bool(plan.start and plan.finish and plan.start <= window[1] and plan.finish >= window[0])


def _group(ground: Ground, charter: Project, options: Options) -> str:
    if options.group == "programme":
        return charter.programme
    manager = ground.book.find(charter.manager, charter.id) if options.group == "manager" else None
    return label(manager) if manager else ""


def _lanes(
    ground: Ground, name: str, members: Sequence[Project], options: Options, window: Window
) -> Iterator[Lane]:
    if name:
        yield Lane(name)
    for charter in members:
        plan = ground.portfolio.plan(charter.id)
        shown = _shown(ground, charter, options, window)
        yield Lane(
            label(charter),
            min(entry.start for entry in plan.entries),
            max(entry.finish for entry in plan.entries),
            ground.portfolio.health(charter.id).overall.colour,
            [
                milestone_bar(entry, promise, ground.status_date)
                for promise in shown
                if (entry := plan.entry(promise.milestone))
            ],
            _next(ground, charter),
        )


def _shown(ground: Ground, charter: Project, options: Options, window: Window) -> Sequence[Promise]:
    """The milestones of a project that lie in the window."""
    if options.milestones == "none":
        return ()
    return [
        promise
        for promise in ground.portfolio.promises(charter.id)
        if (promise.due or options.milestones == "all")
        and promise.expected
        and window[0] <= promise.expected <= window[1]
    ]


def _next(ground: Ground, charter: Project) -> str:
    """The next milestone with its date, for readers who see no names on their phone."""
    coming = [
        promise
        for promise in ground.portfolio.promises(charter.id)
        if promise.expected and not promise.reached
    ]
    following = min(coming, key=lambda promise: promise.expected or date.max, default=None)
    if following is None:
        return ""
    return f"next: {label(following.milestone)}, {said(following, ground.status_date)}"


def _arrows(ground: Ground, groups: Groups) -> Iterator[Wait]:
    """One arrow for each pair of entries of two projects that are shown."""
    lane: dict[str | None, int] = {}
    for name, members in groups:
        first = len(lane) + sum(1 for heading, _ in groups[: groups.index((name, members)) + 1] if heading)
        lane |= {charter.id: first + number for number, charter in enumerate(members)}
    for _, members in groups:
        for charter in members:
            for entry, awaited in waits(ground, charter):
                if awaited.record.project in lane:
                    end = entry.finish if entry.is_milestone else entry.start
                    yield Wait(lane[awaited.record.project], lane[charter.id], awaited.finish, end)


def _rows(ground: Ground, charter: Project, options: Options, window: Window) -> Iterator[Row]:
    on = ground.status_date
    overall = ground.portfolio.health(charter.id).overall.colour
    awaited = [(ref(ground, waiting.awaited.record),) for waiting in waits(ground, charter)]
    finish = ground.portfolio.plan(charter.id).finish
    name: Phrase = (Light(overall), " ", ref(ground, charter))
    yield Row((name, dated(charter.finish, on), dated(finish, on), (), joined(awaited, ", ")), strong=True)
    for promise in _shown(ground, charter, options, window):
        title: Phrase = ("◆ ", ref(ground, promise.milestone))
        expected = explained(promise.milestone, promise.expected, on)
        cells = (title, dated(promise.due, on), expected, slipped(promise), ())
        yield Row(cells, depth=1)


def _legend(roadmap: Roadmap) -> str:
    signs = ["● on track, ▲ at risk, ■ off track"]
    if any(lane.milestones for lane in roadmap.lanes):
        signs.append("◆ milestone, filled when reached · ┆ promised")
    if roadmap.waits:
        signs.append("dotted arrow: waits for")
    return " · ".join(signs)
