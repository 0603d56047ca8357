"""Whom each job waited for: of two causes of a date, links and people, the second."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.schedule.levelling.levelled import Wait
from handbook.schedule.levelling.placing import Hold, Placed, Room
from handbook.schedule.levelling.ready import Ready


def waits(made: Ready, placed: Placed, holds: list[Hold]) -> tuple[Wait, ...]:
    """All waits, in order of the network; a paused job tells of its first piece."""
    room = Room(made.problem)
    for hold in holds:
        room.book(hold)
    by_resource: dict[int, list[Hold]] = {}
    for hold in holds:
        for resource, _ in hold.demands:
            by_resource.setdefault(resource, []).append(hold)
    count = len(made.asked.network.activities)
    found = []
    for hold in holds:
        if hold.activity < count and hold.activity in placed.chosen and hold.activity not in placed.standing:
            found += list(_waits(made, placed, room, by_resource, hold))
    return tuple(found)


def _waits(
    made: Ready, placed: Placed, room: Room, by_resource: dict[int, list[Hold]], hold: Hold
) -> Iterator[Wait]:
    at = hold.activity
    calendar = placed.logic.nodes.calendars[at]
    possible, start = placed.linked(at), placed.found.positions[2 * at]
    if possible >= start:
        return
    length = placed.logic.nodes.lengths[at]
    begin, end = calendar.start_at(start - 1), calendar.finish_at(start - 1 + length)
    for resource, units in hold.demands:
        profile = room.profiles[resource]
        profile.book(hold.start, hold.finish, -units)
        until = profile.blocked(begin, end, units)
        profile.book(hold.start, hold.finish, units)
        if until is None or calendar.position(until) < start:
            continue
        busy = {
            made.cut.leaders.get(one.activity, one.activity)
            for one in by_resource[resource]
            if one.finish == until and one.activity != at
        }
        yield Wait(at, resource, tuple(sorted(busy - {at})), calendar.start_at(possible))
