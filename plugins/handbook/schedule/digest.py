"""Digests of networks: two networks with one digest have the same timetable."""

from __future__ import annotations

import json
from hashlib import blake2b

from handbook.schedule.calendar import WorkingCalendar
from handbook.schedule.network import Network


def digest(network: Network, *more: int | None) -> str:
    """A digest of all that the timetable of a network depends on: activities, links and calendars.

    ``more`` are the instants it is asked with: project start, status date, project finish. Keys of activities
    count by their text.
    """
    numbers: dict[int, int] = {}
    calendars: list[WorkingCalendar] = []
    for calendar in (network.calendar, *(one.calendar for one in network.activities)):
        if calendar is not None and id(calendar) not in numbers:
            numbers[id(calendar)] = len(calendars)
            calendars.append(calendar)
    activities = [
        (
            *(str(one.key), one.duration, one.elapsed, one.parent, one.constraint.value, one.constraint_at),
            *(one.deadline, one.actual_start, one.actual_finish, one.remaining, one.percent),
            None if one.calendar is None else numbers[id(one.calendar)],
        )
        for one in network.activities
    ]
    links = [(one.pred, one.succ, one.type.value, one.lag, one.elapsed_lag) for one in network.links]
    times = [(one.week, sorted(one.exceptions.items())) for one in calendars]
    text = json.dumps((activities, links, times, more), separators=(",", ":"))
    return blake2b(text.encode(), digest_size=16).hexdigest()
