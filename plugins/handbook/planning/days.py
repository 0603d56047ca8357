"""Counting the working days of a calendar."""

from bisect import bisect_right
from datetime import date
from itertools import accumulate

from handbook.schedule import WorkingCalendar


class DayCount:
    """Counts the days of a calendar on which somebody works, be it an hour or eight.

    Regular weeks are multiplied and exceptions looked up, so that a thousand years cost what a day costs.
    """

    def __init__(self, calendar: WorkingCalendar) -> None:
        worked = [bool(day) for day in calendar.week]
        self._in_week = list(accumulate(worked, initial=0))
        differing = [
            (ordinal, bool(day) - worked[(ordinal - 1) % 7])
            for ordinal, day in calendar.exceptions.items()
            if bool(day) is not worked[(ordinal - 1) % 7]
        ]
        self._ordinals = [ordinal for ordinal, _ in differing]
        self._gained = list(accumulate((gain for _, gain in differing), initial=0))

    def between(self, earlier: date, later: date) -> int:
        """Working days after ``earlier`` up to and with ``later``; negative if ``later`` comes first."""
        return self._until(later.toordinal()) - self._until(earlier.toordinal())

    def _until(self, ordinal: int) -> int:
        """Working days up to and with the date of an ordinal; 0001-01-01, a Monday, has the ordinal 1."""
        weeks, days = divmod(ordinal, 7)
        regular = weeks * self._in_week[7] + self._in_week[days]
        return regular + self._gained[bisect_right(self._ordinals, ordinal)]
