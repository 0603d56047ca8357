"""Portfolio float: how far work can slip before its own project slips, or any that waits for it.

The total float of the critical path method ends at the project: what another project waits for may have float
in its own. Here the late dates of a project are bounded by those of the work of others that waits for it,
which are bounded in the same way. It is what one critical path over inserted projects gives in Microsoft
Project, but that each project keeps an end of its own.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from handbook.planning.draft import lag, lag_calendar
from handbook.planning.entries import lengths
from handbook.planning.order import planning_order
from handbook.planning.settled import Settled
from handbook.planning.ties import Tie
from handbook.schedule import CONTINUOUS, Link, LinkType, Network, NoWorkingTime, Timetable, timetable

Limits = dict[int, int]
"""Latest finish by index of an activity, as an instant."""


class _Limit(NamedTuple):
    """The latest finish that one project leaves to an activity of another one."""

    project: str
    at: int
    finish: int


def portfolio_floats(
    project: str, waiters: Callable[[str], frozenset[str]], settled: Callable[[str], Settled]
) -> Mapping[str, int]:
    """The portfolio float of a project's work in working minutes, by address in lower case.

    ``waiters`` gives the projects that wait for one, ``settled`` what the plan of one was made of. Empty if
    no project waits for it: then it is the total float.
    """
    if not waiters(project):
        return {}
    limits: dict[str, Limits] = {}
    found: dict[str, Timetable] = {}
    for group in planning_order(project, waiters):
        found |= _bounded(group, settled, limits)
    own, table = settled(project), found[project]
    return {
        item.address.casefold(): lengths(table, row)[1]
        for at, item in enumerate(own.draft.outline.work.items)
        if (row := own.row(at)) is not None
    }


def _bounded(
    group: list[str], settled: Callable[[str], Settled], limits: dict[str, Limits]
) -> dict[str, Timetable]:
    """The timetables of projects that wait for each other, within their limits; sets those of all others.

    A limit only ever falls, once for each link between them on any way back through the group.
    """
    found: dict[str, Timetable] = {}
    known: dict[str, Limits] = {}
    for _ in range(sum(len(settled(key).draft.outline.far_ties) for key in group) + 2):
        for key in group:
            own = limits.setdefault(key, {})
            if known.get(key) != own:
                known[key] = dict(own)
                found[key] = _limited(settled(key), own)
                for limit in _demands(settled(key), found[key], settled):
                    others = limits.setdefault(limit.project, {})
                    others[limit.at] = min(limit.finish, others.get(limit.at, limit.finish))
        if all(known[key] == limits[key] for key in group):
            break
    return found


def _limited(settled: Settled, limits: Limits) -> Timetable:
    table = settled.timetable
    if not limits:
        return table
    activities = list(table.network.activities)
    for at, limit in limits.items():
        own = activities[at].deadline
        activities[at] = replace(activities[at], deadline=limit if own is None else min(own, limit))
    network = Network(tuple(activities), table.network.links, table.network.calendar)
    return timetable(network, table.project_start, table.status)


def _demands(settled: Settled, table: Timetable, others: Callable[[str], Settled]) -> Iterator[_Limit]:
    """What the work of a project leaves to that of others which it waits for."""
    draft = settled.draft
    for link, tie in zip(draft.links, draft.ties, strict=True):
        if tie.inside is not None:
            continue
        type_ = LinkType(tie.dependency.type)
        latest = (table.late_finish if type_.to_finish else table.late_start)[link.succ]
        calendar = lag_calendar(tie, draft.activities[link.succ], draft.tools)
        project = (tie.target.project or "").casefold()
        try:
            limit = calendar.shift(latest, -lag(tie, draft.tools))
            if found := _limit(others(project).timetable, others(project), tie, type_, limit):
                yield _Limit(project, *found)
        except NoWorkingTime:
            continue


def _limit(
    table: Timetable, settled: Settled, tie: Tie, type_: LinkType, limit: int
) -> tuple[int, int] | None:
    """The activity that a tie comes from, and its latest finish; a start is bounded by what starts first."""
    item = settled.draft.outline.work.index.get(tie.target.id.casefold())
    at = None if item is None else settled.row(item)
    if at is None or type_.from_finish:
        return None if at is None else (at, limit)
    at = table.decisive(Link(at, at, LinkType.SS))
    activity = table.network.activities[at]
    calendar = CONTINUOUS if activity.elapsed else activity.calendar or table.network.calendar
    return at, calendar.add(limit, activity.duration) if activity.duration else limit
