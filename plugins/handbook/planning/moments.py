"""Dates and times from the instants of the scheduling engine."""

from datetime import datetime, timedelta

from handbook.schedule.instants import DAY, moment

LAST = 3_652_059 * DAY - 1
"""The last minute that a date can name: 9999-12-31 23:59."""


class Moments:
    """Turns instants into dates and times, those beyond year 1 and 9999 into the nearest there is."""

    def __init__(self) -> None:
        self._known: dict[int, datetime] = {}

    def span(self, start: int, finish: int) -> tuple[datetime, datetime]:
        """Start and finish; work that lasts until midnight finishes with the day that ends."""
        if finish % DAY == 0 and finish > max(start, 0):
            return self.at(start), self.at(finish) - timedelta(minutes=1)
        return self.at(start), self.at(finish)

    def at(self, at: int) -> datetime:
        """The date and time of an instant."""
        if at not in self._known:
            self._known[at] = moment(min(max(at, 0), LAST))
        return self._known[at]
