"""Dates and times from the instants of the scheduling engine."""

from datetime import datetime, timedelta

from handbook.schedule.instants import DAY, moment

LAST = 3_652_059 * DAY - 1
"""The last minute that a date can name: 9999-12-31 23:59."""


class Moments:
    """Turns instants into dates and times, those beyond year 1 and 9999 into the nearest there is."""

    def __init__(self) -> None:
        self._known: dict[int, datetime] = {}

    def start(self, at: int) -> datetime:
        """When something starts."""
        if at not in self._known:
            self._known[at] = moment(min(max(at, 0), LAST))
        return self._known[at]

    def finish(self, start: int, at: int) -> datetime:
        """When something that started at an instant finishes; at midnight, with the day that ends."""
        if at % DAY == 0 and at > start:
            return self.start(at) - timedelta(minutes=1)
        return self.start(at)
