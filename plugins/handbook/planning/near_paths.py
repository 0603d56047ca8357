"""Near paths: the ways that lead to a date next to the driving one, through all projects.

Float to a date is counted back from project to project: what the work of one leaves to that of another which
it waits for is the latest date there.
"""

from collections.abc import Iterator, Mapping

from handbook.planning.breakdown import Item
from handbook.planning.draft import lag, lag_calendar
from handbook.planning.settled import Settled
from handbook.planning.ties import Tie
from handbook.planning.upstream import Spot, spot_of
from handbook.schedule import DriverKind, FloatPath, Link, LinkType, NoWorkingTime
from handbook.schedule.float_paths import InTimetable, paths_to
from handbook.schedule.target_float import Toward, toward

Parts = Mapping[str, Settled]
"""What plans were made of, by project in lower case."""


def near_paths(parts: Parts, item: Item, most: int) -> list[FloatPath[Spot]]:
    """At most so many paths to the date of an item, the driving one first.

    Empty for a summary, and for what has no dates. ``parts`` are its project and all that this waits for.
    """
    target = spot_of(parts, item)
    if target is None or target.row in parts[target.project].timetable.logic.tree.children:
        return []
    return paths_to(_Course(parts), target, floats_to(parts, target), most)


def floats_to(parts: Parts, target: Spot) -> dict[Spot, int]:
    """The float of all work to a date, in working minutes of its own calendar; nothing of other work."""
    finish = parts[target.project].timetable.finish[target.row]
    ends: dict[str, tuple[dict[int, int], dict[int, int]]] = {key: ({}, {}) for key in parts}
    ends[target.project][0][target.row] = finish
    found: dict[str, Toward] = {}
    waiting = [target.project]
    # A date only ever falls, once for each tie on any way back through the projects.
    for _ in range(len(parts) * (2 + sum(len(one.draft.outline.far_ties) for one in parts.values()))):
        if not waiting:
            break
        key = waiting.pop(0)
        found[key] = toward(parts[key].timetable, *ends[key])
        for spot, is_finish, instant in _demands(parts, key, found[key]):
            own = ends[spot.project][0 if is_finish else 1]
            if instant < own.get(spot.row, instant + 1):
                own[spot.row] = instant
                if spot.project not in waiting:
                    waiting.append(spot.project)
    return {
        Spot(key, row): slack
        for key, one in found.items()
        for row, slack in enumerate(one.floats)
        if slack is not None
    }


def _demands(parts: Parts, key: str, found: Toward) -> Iterator[tuple[Spot, bool, int]]:
    """The latest finish, or start, that a project leaves to the work of others which it waits for."""
    draft = parts[key].draft
    for link, tie, spot in _far(parts, key):
        if link.pred in found.latest:
            calendar = lag_calendar(tie, draft.activities[link.succ], draft.tools)
            try:
                instant = calendar.shift(found.latest[link.pred], -lag(tie, draft.tools))
            except NoWorkingTime:
                continue
            yield spot, LinkType(tie.dependency.type).from_finish, instant


def _far(parts: Parts, key: str) -> Iterator[tuple[Link, Tie, Spot]]:
    """The links of a project from others, and where these come from."""
    draft = parts[key].draft
    for link, tie in zip(draft.links, draft.ties, strict=True):
        spot = spot_of(parts, tie.target) if tie.inside is None else None
        if spot is not None:
            yield link, tie, spot


class _Course:
    """What happens in several projects, and what waits for what in them."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._inside = {key: InTimetable(one.timetable) for key, one in parts.items()}
        self._behind: dict[Spot, list[Spot]] = {}
        for key in parts:
            for link, _, spot in _far(parts, key):
                waiting = (Spot(key, row) for row in self._inside[key].members(link.succ))
                self._behind.setdefault(spot, []).extend(waiting)

    def start(self, at: Spot) -> int:
        """The instant at which it starts."""
        return self._parts[at.project].timetable.start[at.row]

    def finish(self, at: Spot) -> int:
        """The instant at which it finishes."""
        return self._parts[at.project].timetable.finish[at.row]

    def before(self, at: Spot) -> Spot | None:
        """What drives it along a link, be it in another project."""
        part = self._parts[at.project]
        why = part.timetable.driver(at.row)
        if why.kind is not DriverKind.LINK or why.link is None:
            return None
        tie = part.draft.ties[why.link]
        if tie.inside is not None:
            return Spot(at.project, part.timetable.decisive(part.timetable.network.links[why.link]))
        far = spot_of(self._parts, tie.target)
        if far is None:
            return None
        link = Link(far.row, far.row, LinkType(tie.dependency.type))
        return Spot(far.project, self._parts[far.project].timetable.decisive(link))

    def behind(self, at: Spot) -> Iterator[Spot]:
        """What waits for it, or for a summary around it, in all projects."""
        inside = self._inside[at.project]
        yield from (Spot(at.project, row) for row in inside.behind(at.row))
        for row in (at.row, *inside.around(at.row)):
            yield from self._behind.get(Spot(at.project, row), ())
