"""The networks of several projects made one, each project a group in it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from handbook.planning.draft import lag
from handbook.planning.settled import Settled
from handbook.planning.ties import Tie
from handbook.schedule import Activity, ConstraintType, Link, LinkType, Network

Row = tuple[str, int]
"""A project, in lower case, and the index of an activity in its timetable."""


@dataclass(frozen=True, slots=True)
class Merged:
    """One network of several projects.

    ``at`` gives the index in it of each activity of each project, ``rows`` the way back (None for groups of
    projects), and ``groups`` the index of each project's group.
    """

    network: Network
    project_start: int
    status: int | None
    at: Mapping[Row, int]
    rows: tuple[Row | None, ...]
    groups: Mapping[str, int]


def merged(found: Mapping[str, Settled]) -> Merged:
    """The timetables of projects, by their ids in lower case, as one network; links between them are links.

    What belongs to projects that are not among them stands at its fixed dates. Raises `Cycle` never: circles
    are opened in the plans of projects.
    """
    start = min(one.timetable.project_start for one in found.values())
    states = [one.timetable.status for one in found.values() if one.timetable.status is not None]
    status = min(states, default=None)
    rows: list[Row | None] = []
    at: dict[Row, int] = {}
    groups: dict[str, int] = {}
    for project, one in found.items():
        inside = [row for row in range(len(one.timetable)) if not _is_known(one, row, found)]
        if inside:
            groups[project] = len(rows)
            rows.append(None)
        for row in inside:
            at[project, row] = len(rows)
            rows.append((project, row))
    activities: list[Activity] = []
    first = max(start, status or start)
    for project, group in groups.items():
        activities.append(_group(project, found[project], first))
        own = rows[group + 1 : group + 1 + sum(1 for key in at if key[0] == project)]
        activities += [_activity(found[key[0]], key, at, group) for key in own if key]
    links = [link for project, one in found.items() for link in _links(project, one, found, at)]
    calendar = next(iter(found.values())).timetable.network.calendar
    return Merged(Network(tuple(activities), tuple(links), calendar), start, status, at, tuple(rows), groups)


def _is_known(one: Settled, row: int, found: Mapping[str, Settled]) -> bool:
    """Whether an activity stands for an item of another project that is among them."""
    tie = _far_tie(one, row)
    return tie is not None and (tie.target.project or "").casefold() in found


def _far_tie(one: Settled, row: int) -> Tie | None:
    if one.draft.item(row) is not None:
        return None
    links = one.timetable.network.links
    return next((tie for tie, link in zip(one.draft.ties, links, strict=True) if link.pred == row), None)


def _group(project: str, one: Settled, first: int) -> Activity:
    """The group of a project. What is to be as late as possible in it delays no finish but its own."""
    start, finish = one.timetable.project_start, one.timetable.project_finish
    group = Activity((project, None), calendar=one.timetable.network.calendar, deadline=finish)
    if start <= first:
        return group
    return replace(group, constraint=ConstraintType.SNET, constraint_at=start)


def _activity(one: Settled, key: Row, at: Mapping[Row, int], group: int) -> Activity:
    project, row = key
    network = one.timetable.network
    activity = network.activities[row]
    is_far = one.draft.item(row) is None
    parent = None if is_far else group if activity.parent is None else at[project, activity.parent]
    return replace(
        activity, key=(project, activity.key), calendar=activity.calendar or network.calendar, parent=parent
    )


def _links(project: str, one: Settled, found: Mapping[str, Settled], at: Mapping[Row, int]) -> list[Link]:
    links = []
    for link, tie in zip(one.timetable.network.links, one.draft.ties, strict=True):
        if (project, link.pred) in at:
            links.append(replace(link, pred=at[project, link.pred], succ=at[project, link.succ]))
            continue
        home = (tie.target.project or "").casefold()
        item = found[home].draft.outline.work.index.get(tie.target.id.casefold())
        row = None if item is None else found[home].row(item)
        if row is not None:
            elapsed = tie.dependency.lag is not None and tie.dependency.lag.elapsed
            minutes, type_ = lag(tie, one.draft.tools), LinkType(tie.dependency.type)
            links.append(Link(at[home, row], at[project, link.succ], type_, minutes, elapsed))
    return links
