"""Upstream: all that a date can depend on, through links, summaries and other projects."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from handbook.planning.breakdown import Item
from handbook.planning.settled import Dated


class Spot(NamedTuple):
    """An activity: its project, in lower case, and its index in the timetable of that."""

    project: str
    row: int


def upstream(parts: Mapping[str, Dated], item: Item) -> frozenset[Spot]:
    """All activities that the dates of an item can depend on, itself among them.

    ``parts`` are by project, in lower case; what is in no other than these is not followed.
    """
    first = spot_of(parts, item)
    waiting = [] if first is None else [first]
    found: set[Spot] = set()
    incoming = {key: _incoming(part) for key, part in parts.items()}
    while waiting:
        spot = waiting.pop()
        if spot not in found:
            found.add(spot)
            waiting += _before(parts, incoming, spot)
    return frozenset(found)


def spot_of(parts: Mapping[str, Dated], item: Item) -> Spot | None:
    """Where an item is planned; None if it has no dates in any of the projects."""
    key = (item.project or "").casefold()
    part = parts.get(key)
    at = None if part is None else part.draft.outline.work.index.get(item.id.casefold())
    row = None if part is None or at is None else part.row(at)
    return None if row is None else Spot(key, row)


def _incoming(part: Dated) -> dict[int, list[int]]:
    """By activity, the numbers of the links to it."""
    found: dict[int, list[int]] = {}
    for number, link in enumerate(part.timetable.network.links):
        found.setdefault(link.succ, []).append(number)
    return found


def _before(
    parts: Mapping[str, Dated], incoming: Mapping[str, Mapping[int, list[int]]], spot: Spot
) -> Iterator[Spot]:
    part = parts[spot.project]
    for child in part.timetable.logic.tree.children.get(spot.row, ()):
        yield Spot(spot.project, child)
    at: int | None = spot.row
    while at is not None:
        for number in incoming[spot.project].get(at, ()):
            pred = part.timetable.network.links[number].pred
            tie = part.draft.ties[number]
            far = spot_of(parts, tie.target) if tie.inside is None else None
            yield Spot(spot.project, pred) if far is None else far
        at = part.timetable.network.activities[at].parent
